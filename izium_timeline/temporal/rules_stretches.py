"""Rules for stretches: "the past two years", "the first weeks of the war"."""

import re

from izium_timeline.temporal.amounts import ADJECTIVE, AMOUNT, HALVES, length_of
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    GAP,
    HYPHEN,
    LENGTH_UNIT,
    words,
)
from izium_timeline.temporal.partial import (
    Fields,
    Length,
    Origin,
    Unit,
)
from izium_timeline.temporal.rule import (
    Built,
    Rule,
    before,
    behind,
    given,
    heads,
    which_year,
)

_TOWARD = {"past": -1, "last": -1, "previous": -1, "preceding": -1, "recent": -1, "prior": -1}
_FIRSTS = {
    "first": 1,
    "opening": 1,
    "early": 1,
    "initial": 1,
    "final": -1,
    "closing": -1,
    "dying": -1,
}
_BEHIND = LazyPattern(rf"{GAP}(?:of|before|in){GAP}")


def _single_stretch(match: re.Match[str], word: str, unit: Unit) -> bool:
    """Whether one unit is a stretch: "the past week", "the first week of March"."""
    if unit in (Unit.DAY, Unit.WEEKEND):
        return False
    if word in ("past", "coming"):
        return True
    part = word in _FIRSTS or word == "last"
    return part and behind(match, _BEHIND) is not None


# "The closure would last two weeks" is a length.
_LASTS = LazyPattern(
    r"\b(?:would|will|shall|can|could|may|might|must|should|to|not|n['\u2019]t|['\u2019]ll)\s\Z",
    re.IGNORECASE,
)


def _stretch(match: re.Match[str]) -> Built:
    """ "the past two years", "the next few months", "the first weeks of the war"."""
    word = match["stretch"].lower()
    if word == "last" and before(match, _LASTS, 10):
        return None
    amount, unit = length_of(match)
    plural = match["unit"].lower().endswith("s")
    if given(match, "amount") is None:
        if not plural and not _single_stretch(match, word, unit):
            return None
        amount = None if plural else 1
    if unit is Unit.SECOND and not plural or (word == "early" and unit is Unit.HOUR):
        return None
    if word in _FIRSTS or (word in ("last", "next") and behind(match, _BEHIND)):
        return Length(amount, unit, part=_FIRSTS.get(word, -1))
    toward = _TOWARD.get(word, 1)
    story = word in (
        "following",
        "previous",
        "preceding",
        "subsequent",
        "ensuing",
        "intervening",
        "prior",
    )
    return Length(amount, unit, toward, Origin.STORY if story else Origin.PUBLICATION)


def _stretch_of_year(match: re.Match[str]) -> Built:
    """ "The first nine months of the year"."""
    amount, unit = length_of(match)
    if given(match, "amount") is None:
        amount = None if match["unit"].lower().endswith("s") else 1
    part = _FIRSTS.get(match["stretch"].lower(), -1)
    return Length(amount, unit, part=part, of=Fields(of=which_year(match)))


_STRETCH = (
    r"(?P<stretch>past|last|next|coming|following|previous|preceding|subsequent|ensuing|prior|"
    r"first|opening|early|initial|final|closing|dying|recent|intervening)"
)

RULES = (
    Rule(
        "a stretch of a year or month",
        heads({*_FIRSTS, "last"}),
        rf"{_STRETCH}{GAP}(?:{AMOUNT}{HYPHEN})?{LENGTH_UNIT}{GAP}of{GAP}(?P<of>the|this|that"
        rf"|last|next){GAP}year",
        _stretch_of_year,
        "the first nine months of the year",
    ),
    Rule(
        "a stretch of time",
        heads(
            words(
                "past last next coming following previous preceding subsequent ensuing prior first "
                "opening early initial final closing dying recent intervening"
            )
        ),
        rf"{_STRETCH}{GAP}(?:{AMOUNT}{HALVES}{HYPHEN})?(?:{ADJECTIVE}{GAP})?{LENGTH_UNIT}(?!"
        rf"{GAP}(?:later|earlier|ago)\b)",
        _stretch,
        "the past two years",
    ),
)
