"""Rules for times of day, alone or at a date."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    COMMA,
    FULL_WEEKDAY,
    GAP,
    MONTH,
    MONTH_HEADS,
    WEEKDAY_HEADS,
    YEAR,
)
from izium_timeline.temporal.partial import Fields, Origin, Pointer, Unit, Which
from izium_timeline.temporal.rule import Built, Reading, Rule, behind, given, heads, read_fields

DAYPARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "sunset": "TEV",
    "dusk": "TEV",
    "nightfall": "TEV",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T00:00",
    "daytime": "TDT",
    "night-time": "TNI",
    "nighttime": "TNI",
}
_ZONES = {
    "z": "Z", "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00",
}  # fmt: skip
_ZONE_NAME = (
    r"(?P<zone>utc|gmt|bst|cet|cest|eet|eest|msk|et|est|edt|cst|cdt|mst|mdt|pst|pdt|z)\b"
    rf"(?:{GAP}?(?P<offset>[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?))?"
)
_ZONE = (
    rf"(?:{GAP}?{_ZONE_NAME}|{GAP}?\({GAP}?{_ZONE_NAME}{GAP}?\)"
    rf"|{GAP}(?:local|eastern|central|pacific|moscow|kyiv|kiev|london){GAP}time)?"
    rf"(?:{GAP}(?:in{GAP}the|at){GAP}(?P<dayhalf>morning|afternoon|evening|night)\b)?"
)
_HALF_DAY = rf"(?P<half>[ap](?:\.{GAP}?m\b\.?|m\b))"
_PART = rf"(?P<part>{'|'.join(DAYPARTS)})"
_HERE = Pointer(Which.THIS, Origin.STORY, Unit.DAY)
_ANY_DAY = Fields()
_NO_CLOCK_AFTER = LazyPattern(
    r"\s?(?:[-:/.][0-9]|%|km\b|minutes|seconds|win\b|loss\b|odds|ratio)", re.I
)


def _clock_value(hour: int, minute: int, second: str, zone: str) -> str | None:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}{second}{zone}"


def _zone(match: re.Match[str]) -> str:
    offset = given(match, "offset")
    if offset is not None:
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return f"{offset[0]}{int(hours):02d}:{minutes}"
    return _ZONES.get((given(match, "zone") or "").lower(), "")


def _clock(match: re.Match[str]) -> Built:
    """18:00 UTC, 6:40 p.m., 3 a.m., 0530 hrs, 5 o'clock."""
    hour, minute = int(match["hour"]), int(given(match, "minute") or 0)
    half = (given(match, "half") or "").lower()[:1]
    if behind(match, _NO_CLOCK_AFTER):
        return None
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    late = (given(match, "dayhalf") or "") in ("afternoon", "evening", "night")
    if late and not half and 1 <= hour < 12:
        hour += 12
    seconds = given(match, "second")
    value = _clock_value(hour, minute, f":{seconds}" if seconds else "", _zone(match))
    return None if value is None else Reading(_HERE, clock=value)


def _weekday_part(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    if behind(match, _OF_DATE) or not isinstance(fields, Fields):
        return None
    return Reading(fields, clock=DAYPARTS[match["part"].lower()])


def _date_part(match: re.Match[str]) -> Built:
    return _weekday_part(match) if match["month"] != "may" else None


_PART_BEFORE = LazyPattern(
    r"\b(?:at|by|before|after|until|till|around|about|towards?|since|near|from|shortly before|of|"
    r"the following|early)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_PART_IN = LazyPattern(
    r"\b(?:in|during|by|throughout|over)\sthe\s(?:early\s|late\s|small hours of the\s)?\Z", re.I
)
_OF_DATE = LazyPattern(
    rf"{GAP}(?:hours{GAP})?(?:of|on){GAP}(?:the{GAP})?(?:[0-9]|{MONTH}|{FULL_WEEKDAY})",
    re.IGNORECASE,
)


def _part(match: re.Match[str]) -> Built:
    """ "at noon", "in the morning", "at night": a part of the day that the story is in."""
    text, start = match.string, match.start()
    word = match["part"].lower()
    at = _PART_BEFORE.search(text, max(0, start - 22), start)
    inside = _PART_IN.search(text, max(0, start - 30), start)
    if not (at or inside or word in ("night-time", "nighttime", "daytime")):
        return None
    if at and word in ("morning", "afternoon", "evening") and not inside:
        return None
    if _OF_DATE.match(text, match.end()):
        return None
    if word in ("night-time", "nighttime", "daytime") or (at and word == "night"):
        return Reading(_ANY_DAY, clock=DAYPARTS[word])
    if text[match.end() : match.end() + 1] == "-" or (at and at[0].lower().startswith("of")):
        return None
    return Reading(_HERE, clock=DAYPARTS[word])


RULES = (
    Rule(
        "a time of day",
        heads("0"),
        rf"(?P<hour>[0-2]?[0-9])[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?{GAP}?"
        rf"(?:{_HALF_DAY}|hours?\b|hrs?\b\.?|h\b){_ZONE}",
        _clock,
        "6:40 p.m. (GMT +8)",
    ),
    Rule(
        "a time of 24 hours",
        heads("0"),
        rf"(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?{_ZONE}",
        _clock,
        "18:00 UTC",
    ),
    Rule(
        "a full hour",
        heads("0"),
        rf"(?P<hour>[0-2]?[0-9]){GAP}?(?:{_HALF_DAY}|o['\u2019]clock){_ZONE}",
        _clock,
        "3 a.m.",
    ),
    Rule(
        "a military time",
        heads("0"),
        rf"(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9])(?:{GAP}?(?:hours|hrs|h)\b{_ZONE}|(?="
        rf"{GAP}(?:gmt|utc)\b){_ZONE})",
        _clock,
        "0530 hrs",
    ),
    Rule(
        "a weekday and a part of the day",
        WEEKDAY_HEADS,
        rf"{FULL_WEEKDAY}{GAP}{_PART}",
        _weekday_part,
        "Friday morning",
    ),
    Rule(
        "a date and a part of the day",
        MONTH_HEADS,
        rf"{MONTH}{GAP}(?P<day>[0-3]?[0-9])(?:{COMMA}{YEAR})?{GAP}(?P<part>morning|afternoon"
        rf"|evening|night)",
        _date_part,
        "May 4 evening",
    ),
    Rule("a part of the day", heads(DAYPARTS, "night"), _PART, _part, "at noon"),
)
