"""Rules for parts of a unit that the text is in: "the end of the year", "later that month"."""

import re

from izium_timeline.temporal.lexicon import (
    FULL_MONTH,
    GAP,
    HYPHEN,
    SEASON,
)
from izium_timeline.temporal.partial import (
    Modifier,
    Pointer,
    Unit,
)
from izium_timeline.temporal.rule import Built, Reading, Rule, Verdict, given, heads, read_fields
from izium_timeline.temporal.rules_pointers import PLACES

_EDGES = {
    "beginning": Modifier.START,
    "start": Modifier.START,
    "turn": Modifier.START,
    "dawn": Modifier.START,
    "middle": Modifier.MID,
    "midst": Modifier.MID,
    "end": Modifier.END,
    "close": Modifier.END,
    "remainder": None,
    "rest": None,
    "early": Modifier.START,
    "earlier": Modifier.START,
    "mid": Modifier.MID,
    "late": Modifier.END,
    "later": Modifier.END,
    "latter": Modifier.END,
}


def _edge(match: re.Match[str]) -> Built:
    """ "the end of the year", "later that month": a part of a unit that the story is in."""
    word = match["edge"].lower()
    article = " ".join((given(match, "article") or "that").lower().split())
    which, origin = PLACES.get(article, PLACES["the same"])
    unit = Unit(match["unit"].lower()) if given(match, "unit") else None
    if word == "turn" and unit is not Unit.YEAR:
        return None
    fields = None if unit else read_fields(match)
    if (
        isinstance(fields, Verdict)
        or unit is Unit.DAY
        and word not in ("late", "later", "earlier", "early", "end")
    ):
        return None
    return Reading(Pointer(which, origin, unit, fields), modifier=_EDGES[word])


RULES = (
    Rule(
        "a part of a unit",
        heads({*_EDGES} - {"earlier", "mid", "late", "later"}),
        rf"(?P<edge>beginning|start|middle|midst|end|close|rest|remainder|turn|early(?="
        rf"{GAP}part)|latter(?={GAP}(?:part|half)))(?:{GAP}(?:part|half))?{GAP}of{GAP}"
        rf"(?P<article>the{GAP}same|the{GAP}next|the{GAP}following|the{GAP}previous|the|this"
        rf"|that|last|next)"
        rf"(?:{GAP}(?:calendar|fiscal|financial))?{GAP}(?:(?P<unit>day|week|weekend|month"
        rf"|quarter|year|decade|century)|{SEASON})",
        _edge,
        "the end of the year",
    ),
    Rule(
        "an early or late part of a unit",
        heads("early", "earlier", "mid", "late", "later"),
        rf"(?P<edge>early|earlier|mid|late|later){HYPHEN}(?:in{GAP}|on{GAP}|during{GAP})?"
        rf"(?P<article>the{GAP}same|the{GAP}next|the{GAP}following|the{GAP}previous|the|this"
        rf"|that|last|next)"
        rf"{GAP}(?:(?P<unit>day|week|weekend|month|quarter|year|decade|century)|{SEASON}"
        rf"|{FULL_MONTH})",
        _edge,
        "later that year",
    ),
    Rule(
        "the end of a unit",
        heads("month", "year", "day", "week", "decade", "century"),
        rf"(?P<unit>month|year|week|decade|century)['\u2019]s{GAP}(?P<edge>end)",
        _edge,
        "by month's end",
    ),
)
