"""Rules for lengths of time, alone or counted from another time, and for ages."""

import re

from izium_timeline.temporal.amounts import ADJECTIVE, AMOUNT, AMOUNT_RANGE, HALVES, TAIL, length_of
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    GAP,
    HYPHEN,
    LENGTH_UNIT,
    NUMBER_HEADS,
    VAGUE_HEADS,
)
from izium_timeline.temporal.partial import (
    Length,
    Modifier,
    Origin,
    Repeat,
    Shift,
    Unit,
)
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    before,
    behind,
    given,
    heads,
    unit_of,
)

_CORE = (
    rf"{AMOUNT}{AMOUNT_RANGE}{HALVES}{HYPHEN}(?:(?:of{GAP})?{ADJECTIVE}{HYPHEN}){{0,2}}{LENGTH_UNIT}"
    rf"(?:{GAP}and{GAP}a{GAP}(?P<fraction>half|quarter))?"
)
_ONE = (
    rf"(?P<one>an?|one|another|this|the{GAP}same)"
    rf"(?:{GAP}(?:{ADJECTIVE}|single|mere|quarter(?={GAP}(?:century|hour))"
    rf"|half))?{HYPHEN}{LENGTH_UNIT}"
    rf"(?:{HYPHEN}and{HYPHEN}a{HYPHEN}(?P<fraction>half|quarter))?"
)
_NOT_LENGTH = LazyPattern(
    r"\s(?:hand|hands|world|place|division|army|class|floor|half|row|time\b(?!\s(?:later|ago)))",
    re.IGNORECASE,
)
_ROUND_THE_CLOCK = LazyPattern(
    r"24[- ]hours?\s(?:clock|news|shop|store|service|hotline|helpline|access|channel|care|guard|"
    r"surveillance|supermarket)",
    re.IGNORECASE,
)
_RATE_BEFORE = LazyPattern(
    r"(?:[0-9]|\b(?:times?|once|twice|thrice|million|billion|thousand|hundred|percent|%|people|men|"
    r"dollars|euros|pounds|months?|days?|hours?|weeks?|yuan|yen|daily|aircraft|planes|tons|tonnes|"
    r"barrels|points|cents|copies|units|"
    r"people|dead|deaths))\s\Z",
    re.IGNORECASE,
)


def _ordinal_second(match: re.Match[str]) -> bool:
    """Whether "second" or "minute" is no unit here: "one second-hand", "a minute amount"."""
    unit = match["unit"].lower()
    after = match.string[match.end("unit") : match.end("unit") + 6]
    if unit == "second":
        before = match.string[match.start() : match.start("unit")].lower()
        return not after.startswith((" later", " ago", ".", ",")) and before.strip() in ("a", "the")
    return (
        unit == "minute"
        and after[:1] == " "
        and after[1:2].isalpha()
        and match[0][:2].lower() == "a "
    )


_WHOLE_QUARTER = LazyPattern(r"\s?(?:[.,;)]|$|\n|in a row|(?:later|ago|earlier)\b)")


def _fraction(match: re.Match[str]) -> bool:
    """Whether "three quarters" is a part of something: no quarter of a year."""
    if not match["unit"].lower().startswith("quarter"):
        return False
    if "-" in match[0] or re.search(r"consecutive|straight|successive", match[0], re.IGNORECASE):
        return "-" in match[0]
    return behind(match, _WHOLE_QUARTER) is None


_AS = LazyPattern(r"\bas\s\Z", re.IGNORECASE)
_LASTING = LazyPattern(
    r"\b(?:for|in|within|after|only|just|about|than|lasted|took|over|another|every|each"
    r"|exactly)\s\Z",
    re.IGNORECASE,
)


def _plain_one(match: re.Match[str]) -> bool:
    """Whether "one day" is a length, not "some day": "in one day", "one day later"."""
    if given(match, "later", "earlier", "ago", "side", "age") or "-" in match[0]:
        return True
    return before(match, _LASTING, 10) is not None


def _no_length(match: re.Match[str]) -> bool:
    """Whether it is "as many weeks", a time like 0530 hrs, or a 24-hour shop."""
    shop = _ROUND_THE_CLOCK.search(match.string, match.start(), match.end() + 14)
    return match[0][0] == "0" or shop is not None or before(match, _AS, 4) is not None


def _length(match: re.Match[str]) -> Built:
    """ "Two days later", "a few weeks", "41-year-old"."""
    other = (_no_length, _fraction, _ordinal_second)
    if any(is_other(match) for is_other in other) or behind(match, _NOT_LENGTH):
        return None
    amount, unit = length_of(match)
    words = (given(match, "amount") or "").lower()
    if unit is Unit.DAY and words == "one" and not _plain_one(match):
        return None
    modifier = Modifier.APPROX if given(match, "upper") or "couple" in words else None
    return _read(match, amount, unit, modifier)


def _read(
    match: re.Match[str], amount: float | None, unit: Unit, modifier: Modifier | None
) -> Built:
    """A length, or the offset that its tail makes of it."""
    if given(match, "age"):
        return Reading(Length(amount, unit, age=True), modifier=modifier)
    if given(match, "ago"):
        return Reading(Shift(amount, unit, -1, Origin.PUBLICATION), modifier=modifier)
    side = (given(match, "side") or "").lower()
    if given(match, "later") or side == "after":
        origin = Origin.STORY
        if re.search(r"now|today|hence", match[0], re.IGNORECASE):
            origin = Origin.PUBLICATION
        return Reading(Shift(amount, unit, 1, origin), modifier=modifier)
    if given(match, "earlier") or side == "before":
        return Reading(Shift(amount, unit, -1, Origin.STORY), modifier=modifier)
    return Reading(Length(amount, unit), modifier=modifier)


def _one(match: re.Match[str]) -> Built:
    """ "a week", and "twice a week", a set."""
    text = match.string
    word = match["one"].lower()
    if word.startswith(("this", "the")) or _ordinal_second(match):
        return None
    if match["unit"].lower().endswith("s") or _fraction(match):
        return None
    if re.match(r"-[a-z]", match.string[match.end() : match.end() + 2]):
        return None
    unit, factor = unit_of(match)
    tail = given(match, "later", "earlier", "ago", "side", "age")
    if unit is Unit.DAY and word == "one" and not _plain_one(match):
        return None
    if word in ("a", "an") and tail is None and given(match, "fraction") is None:
        rate = _RATE_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if rate and unit is not Unit.SECOND:
            return Repeat(factor, unit)
    half = (
        0.5 if re.search(r"\bhalf[-\s]", match[0][: match.start("unit") - match.start()]) else 1.0
    )
    quarter = "quarter" in match[0][: match.start("unit") - match.start()].lower()
    fraction = {"half": 0.5, "quarter": 0.25}.get((given(match, "fraction") or "").lower(), 0)
    return _read(match, ((0.25 if quarter else half) + fraction) * factor, unit, None)


_EARLY_HOURS = LazyPattern(r"\b(?:early|small|late)\s\Z", re.IGNORECASE)
_TIED = LazyPattern(r"\s(?:after|before)\s\w|\s(?:ahead|to\scome)\b", re.IGNORECASE)
_OPEN_BEFORE = LazyPattern(
    r"\b(?:for|after|in|within|took|over(?:\sthe)?|through(?:out)?|lasted|of|last|by|spent|recent|"
    r"past|following|subsequent|intervening|coming|previous|early|earlier|final|later|next|first|"
    r"opening|closing)\s\Z",
    re.IGNORECASE,
)
_OWNED = LazyPattern(r"\s?[-']")


def _days_alone(match: re.Match[str]) -> Built:
    """ "days later", "for months", "years of war": an amount that the text leaves open."""
    unit, _ = unit_of(match)
    if given(match, "later", "earlier", "ago", "side"):
        return _read(match, None, unit, None)
    if behind(match, _TIED):
        return Length(None, unit)
    if unit is Unit.HOUR and before(match, _EARLY_HOURS, 8):
        return None
    alone = not before(match, _OPEN_BEFORE, 16) or behind(match, _OWNED)
    return None if alone else Length(None, unit)


RULES = (
    Rule(
        "an amount of time",
        heads(NUMBER_HEADS, VAGUE_HEADS, "a", "an", "another"),
        _CORE + TAIL,
        _length,
        "two days later",
    ),
    Rule("one unit of time", heads("a", "an", "one", "another"), _ONE + TAIL, _one, "a week"),
    Rule(
        "an open amount of time",
        heads(
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "hours",
            "centuries",
            "minutes",
            "seconds",
            "nights",
        ),
        rf"{LENGTH_UNIT}{TAIL}",
        _days_alone,
        "days later",
    ),
    Rule(
        "a length as an adjective",
        heads(
            "days",
            "day",
            "weeks",
            "week",
            "months",
            "month",
            "years",
            "year",
            "decades",
            "decade",
            "hours",
            "hour",
            "century",
            "centuries",
        ),
        rf"{LENGTH_UNIT}{HYPHEN}(?P<long>long|old)",
        lambda match: Length(
            None if match["unit"].lower().endswith("s") else 1,
            unit_of(match)[0],
            age=match["long"].lower() == "old",
        ),
        "a months-long siege",
    ),
)
