"""Rules for a day, week, month or year by its place: "last month", "that day", "today"."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    FULL_MONTH,
    FULL_WEEKDAY,
    GAP,
    SEASON,
    any_of,
    words,
)
from izium_timeline.temporal.partial import (
    Fields,
    Length,
    Origin,
    Pointer,
    Shift,
    Unit,
    Which,
)
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    Verdict,
    before,
    behind,
    given,
    heads,
    read_fields,
)

_DAYPARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T00:00",
    "dawn": "TMO",
    "dusk": "TEV",
}
PLACES = {
    "this": (Which.THIS, Origin.PUBLICATION),
    "current": (Which.THIS, Origin.PUBLICATION),
    "next": (Which.NEXT, Origin.PUBLICATION),
    "coming": (Which.NEXT, Origin.PUBLICATION),
    "upcoming": (Which.NEXT, Origin.PUBLICATION),
    "last": (Which.LAST, Origin.PUBLICATION),
    "past": (Which.LAST, Origin.PUBLICATION),
    "that": (Which.SAME, Origin.STORY),
    "that same": (Which.SAME, Origin.STORY),
    "the same": (Which.SAME, Origin.STORY),
    "same": (Which.SAME, Origin.STORY),
    "the": (Which.SAME, Origin.STORY),
    "the very same": (Which.SAME, Origin.STORY),
    "the next": (Which.NEXT, Origin.STORY),
    "following": (Which.NEXT, Origin.STORY),
    "subsequent": (Which.NEXT, Origin.STORY),
    "previous": (Which.LAST, Origin.STORY),
    "preceding": (Which.LAST, Origin.STORY),
    "prior": (Which.LAST, Origin.STORY),
}
_PLACE = rf"(?P<place>{any_of(PLACES.keys() - {'the'}, {' ': GAP})})"
_PLACE_HEADS = heads(
    words(
        "this current next coming upcoming last past that the following subsequent previous "
        "preceding prior same"
    )
)
_UNIT = r"(?P<unit>day|date|week|weekend|month|quarter|year|decade|century)"
_DAYPART = r"(?P<part>morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)"
_NO_POINT = LazyPattern(
    r"-(?:old|long|round|end)|['\u2019]s\s(?:time\b)|s\b|\s(?:long\b)", re.IGNORECASE
)
_PART_OF = LazyPattern(rf"{GAP}(?:of|before|in){GAP}")


def _place(match: re.Match[str]) -> tuple[Which, Origin]:
    return PLACES[" ".join(match["place"].lower().split())]


_LASTING = LazyPattern(r"\b(?:for|over)\s(?:the\s)?\Z", re.IGNORECASE)
_OR_SO = LazyPattern(r"\sor\s(?:two|so)\b", re.IGNORECASE)
_OR_SO = LazyPattern(r"\sor\s(?:two|so)\b", re.IGNORECASE)
_LONG = (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def _pointed(match: re.Match[str]) -> Built:
    """ "last month", "that day", "the following year"."""
    which, origin = _place(match)
    unit = Unit(match["unit"].lower().replace("date", "day"))
    if match["unit"].lower() == "date" and which.step:
        return None
    if behind(match, _NO_POINT):
        return None
    word = match["place"].lower()
    if word in ("last", "next") and behind(match, _PART_OF):
        return None
    if word == "past" and unit is Unit.WEEKEND:
        return Pointer(Which.LAST, origin, unit)
    if word == "past" or (unit is Unit.DAY and word in ("last", "current", "this", "coming")):
        return None if word != "this" else Pointer(Which.SAME, Origin.STORY, unit)
    toward = which.step
    if toward and behind(match, _OR_SO):
        return Length(None, unit, toward)
    if toward > 0 and "next" in word and unit in _LONG and before(match, _LASTING, 10):
        return Length(1, unit, toward, origin)
    return Pointer(which, origin, unit)


def pointed_fields(match: re.Match[str]) -> Built:
    """ "last March", "next Thursday", "this spring"."""
    which, origin = _place(match)
    fields = read_fields(match)
    if isinstance(fields, Verdict):
        return None
    word = match["place"].lower()
    if (
        fields.season == 23
        and match["season"].lower() == "fall"
        and word in ("the same", "that", "past")
    ):
        return None
    if fields.month == 5 and match["month"] == "may":
        return None
    if word.startswith("past"):
        which = Which.LAST
    clock = _DAYPARTS.get((given(match, "part") or "").lower(), "")
    return Reading(Pointer(which, origin, fields=fields), clock=clock)


def _pointed_daypart(match: re.Match[str]) -> Built:
    """ "this morning", "that night", "the next morning"."""
    which, origin = _place(match)
    part = match["part"].lower()
    if match["place"].lower() in ("last", "past") and part not in ("night", "evening"):
        return None
    return Reading(Pointer(which, origin, Unit.DAY), clock=_DAYPARTS[part])


_DEICTIC = {
    "today": (Which.THIS, ""),
    "tonight": (Which.THIS, "TNI"),
    "yesterday": (Which.LAST, ""),
    "tomorrow": (Which.NEXT, ""),
}


def _deictic(match: re.Match[str]) -> Built:
    which, clock = _DEICTIC[match["word"].lower()]
    part = (given(match, "part") or "").lower()
    return Reading(Pointer(which, Origin.PUBLICATION, Unit.DAY), clock=_DAYPARTS.get(part, clock))


def _day_after_tomorrow(match: re.Match[str]) -> Built:
    sign = 1 if match["side"].lower() == "after" else -1
    return Shift(2, Unit.DAY, sign, Origin.PUBLICATION)


_OVER = LazyPattern(r"\b(?:over|during|at|on|for|by|before|after|since)\sthe\s\Z", re.IGNORECASE)


def _before_last(match: re.Match[str]) -> Built:
    """ "The week before last"."""
    unit = Unit(match["unit"].lower())
    return Shift(2, unit, -1, Origin.PUBLICATION, grain=unit)


def _weekend(match: re.Match[str]) -> Built:
    """ "Over the weekend": the one that the verbs about it point to."""
    known = before(match, _OVER, 12)
    return Fields(weekend=True) if known else None


def _beside(match: re.Match[str]) -> Built:
    """ "The day after Christmas", "the week before the election": dated if those are."""
    the = before(match, _THE, 4)
    return Length(1, Unit(match["unit"].lower()), point=True) if the else None


_THE = LazyPattern(r"\bthe\s\Z", re.IGNORECASE)
_POINTED = LazyPattern(r"\b(?:that|same|each|very)\s\Z", re.IGNORECASE)


def _neighbour(match: re.Match[str]) -> Built:
    """ "the day before", "the year after", where nothing follows that it is before."""
    sign = -1 if match["side"].lower() in ("before", "previous", "prior", "earlier") else 1
    part = (given(match, "part") or "").lower()
    unit = Unit.DAY if part else Unit(match["unit"].lower())
    if before(match, _POINTED, 7):
        return None
    which = Which.NEXT if sign > 0 else Which.LAST
    return Reading(Pointer(which, Origin.STORY, unit), clock=_DAYPARTS.get(part, ""))


def _ahead(match: re.Match[str]) -> Built:
    """ "the year ahead": the year that the next six months reach."""
    return Shift(0.5, Unit.YEAR, 1, Origin.PUBLICATION, grain=Unit.YEAR)


RULES = (
    Rule(
        "a unit by its place",
        _PLACE_HEADS,
        rf"{_PLACE}{GAP}(?:(?:calendar|fiscal|very){GAP})?{_UNIT}",
        _pointed,
        "last month",
    ),
    Rule(
        "a month, weekday or season by its place",
        _PLACE_HEADS,
        rf"{_PLACE}{GAP}(?:{FULL_WEEKDAY}(?:{GAP}{_DAYPART})?|{FULL_MONTH}|{SEASON})",
        pointed_fields,
        "next Thursday",
    ),
    Rule(
        "a part of the day by its place",
        _PLACE_HEADS,
        rf"{_PLACE}{GAP}{_DAYPART}",
        _pointed_daypart,
        "that night",
    ),
    Rule(
        "a day by its distance from today",
        heads(_DEICTIC),
        rf"(?P<word>today|tonight|yesterday|tomorrow)(?:{GAP}{_DAYPART})?",
        _deictic,
        "yesterday",
    ),
    Rule(
        "two days from today",
        heads("day", "the"),
        rf"(?:the{GAP})?day{GAP}(?P<side>before|after){GAP}(?:yesterday|tomorrow)",
        _day_after_tomorrow,
        "the day after tomorrow",
    ),
    Rule(
        "the weekend",
        heads("weekend"),
        r"weekend(?!s|-)",
        _weekend,
        "over the weekend",
    ),
    Rule(
        "a day beside something",
        heads("day", "week", "month", "year"),
        rf"(?P<unit>day|week|month|year)(?={GAP}(?:before|after|following){GAP}\w)",
        _beside,
        "the day after Christmas",
    ),
    Rule(
        "a unit before the last",
        heads("week", "month", "year", "weekend"),
        rf"{_UNIT}{GAP}before{GAP}last",
        _before_last,
        "the week before last",
    ),
    Rule(
        "the neighbouring unit",
        heads("day", "week", "month", "year", "night", "morning"),
        rf"(?:(?P<part>night|morning|evening)|{_UNIT}){GAP}(?P<side>before|after|following"
        rf"|previous|prior)(?=\s?[.,;:)\n]|{GAP}(?:and|had|was|were|saw|he|she|they|the"
        rf"{GAP}[a-z]{{1,20}}{GAP}(?:was|were))\b|$)",
        _neighbour,
        "the day before",
    ),
    Rule(
        "the year ahead",
        heads("year", "twelve"),
        rf"(?:year|twelve{GAP}months){GAP}ahead",
        _ahead,
        "in the year ahead",
    ),
)
