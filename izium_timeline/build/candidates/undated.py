"""Wordings that count from an event that nothing known dates: "since the start of the war"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from izium_timeline.build.candidates.lexicon import any_word
from izium_timeline.model.event import Wording
from izium_timeline.temporal import Timex
from izium_timeline.temporal.harvest import NOUNS


class Undated(NamedTuple):
    """The words, and whether they begin with "since"."""

    start: int
    end: int
    wording: Wording
    since: bool


_RELATIONS = (
    *("since", "before", "after", "until", "during", "following", "early in", "late in"),
    *("beginning of", "start of", "end of", "outbreak of"),
    *("weeks of", "months of", "days of", "years of"),
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<relation>{any_word(_RELATIONS)})"
        r"\s(?:the\s(?:very\s)?(?:beginning|start|end|outbreak|first\s\w+)\sof\s)?"
        r"(?:(?:the|its|their|his|her|a|this|that|[A-Z][\w-]{1,30}[\u2019']s?)\s)?(?:[\w\u2019'-]{1,30}\s){0,2}?"
        rf"(?:{any_word(NOUNS)})(?![\w-])",
        re.IGNORECASE,
    )


def undated_in(text: str, timexes: Sequence[Timex]) -> tuple[Undated, ...]:
    """The wordings of a text that count from an event without a date; timexes are in order."""
    starts = [timex.start for timex in timexes]
    return tuple(
        Undated(match.start(), match.end(), Wording(match[0], *match.span()), _is_since(match))
        for match in _pattern().finditer(text)
        if not _dated(match, timexes, starts)
    )


def _is_since(match: re.Match[str]) -> bool:
    return match["relation"].lower() == "since"


def _dated(match: re.Match[str], timexes: Sequence[Timex], starts: Sequence[int]) -> bool:
    """Whether a dated expression overlaps the wording, or stands right behind it."""
    place = bisect_left(starts, match.end() + 4)
    for timex in timexes[max(0, place - 2) : place]:
        if timex.end > match.start() - 12 and timex.interval is not None:
            return True
    return False
