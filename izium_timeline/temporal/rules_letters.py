"""Rules for wordings of older letters and papers: "the 2nd instant", "Monday next"."""

import re

from izium_timeline.temporal.lexicon import DAY, DIGIT_HEAD, FULL_WEEKDAY, GAP, WEEKDAY_HEADS
from izium_timeline.temporal.partial import Fields, Origin, Pointer, Shift, Unit, Which
from izium_timeline.temporal.rule import Built, Rule, exists, heads
from izium_timeline.temporal.rules_pointers import pointed_fields


def _week_from(match: re.Match[str]) -> Built:
    """ "Today week", "tomorrow week": seven days on from then."""
    days = 7 if match["word"].lower() == "today" else 8
    return Shift(days, Unit.DAY, 1, Origin.PUBLICATION)


_MONTHS = {"i": Which.THIS, "u": Which.LAST, "p": Which.NEXT}


def _instant(match: re.Match[str]) -> Built:
    """ "The 2nd instant", "the 10th ult.", "the 4th prox." of an old letter."""
    fields = Fields(day=int(match["day"]))
    if not exists(fields):
        return None
    return Pointer(_MONTHS[match["which"][0].lower()], Origin.PUBLICATION, fields=fields)


RULES = (
    Rule(
        "a week from today",
        heads("today", "tomorrow"),
        rf"(?P<word>today|tomorrow){GAP}week(?!s|end)",
        _week_from,
        "tomorrow week",
    ),
    Rule(
        "a weekday, next or last behind it",
        WEEKDAY_HEADS,
        rf"{FULL_WEEKDAY}{GAP}(?P<place>next|last)(?={GAP}?[,.;:)]|{GAP}(?:and|at|in)\b|\Z)",
        pointed_fields,
        "Monday next",
    ),
    Rule(
        "a day of this or the neighbouring month",
        DIGIT_HEAD,
        rf"{DAY}(?:{GAP}of)?{GAP}(?P<which>inst(?:ant\b|\.)|ult(?:imo\b|\.)|prox(?:imo\b|\.))",
        _instant,
        "the 10th ultimo",
    ),
)
