"""Showing timexes: as JSON Lines for programs, as coloured text for a terminal."""

import json
from collections.abc import Iterable, Sequence

from izium_timeline.model.days import iso_day
from izium_timeline.model.interval import Interval
from izium_timeline.temporal.timex import Timex, TimexType

_COLOURS = {
    TimexType.DATE: "36",
    TimexType.TIME: "34",
    TimexType.DURATION: "33",
    TimexType.SET: "35",
}
_RESET = "\x1b[0m"


def json_lines(timexes: Iterable[Timex]) -> str:
    """One JSON object a line; days as ISO days, null where a day is not known."""
    return "".join(json.dumps(as_record(timex), ensure_ascii=False) + "\n" for timex in timexes)


def as_record(timex: Timex) -> dict[str, str | int | None]:
    """A timex as plain values."""
    days = timex.interval
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "modifier": timex.modifier,
        "earliest": _day(days, "earliest"),
        "latest": _day(days, "latest"),
        "time": days.time.isoformat() if days and days.time else None,
        "edtf": timex.edtf,
        "basis": timex.basis,
        "reason": timex.reason,
        "relation": timex.relation,
    }


def _day(days: Interval | None, end: str) -> str | None:
    day = None if days is None else getattr(days, end)
    return None if day is None else iso_day(day)


def coloured(text: str, timexes: Sequence[Timex]) -> str:
    """The text with its timexes in colour, each followed by its value in brackets.

    Other control characters of the text, which a terminal might obey, become visible signs.
    """
    pieces = []
    done = 0
    for timex in timexes:
        colour = f"\x1b[{_COLOURS[timex.type]}m"
        value = timex.edtf or timex.value
        pieces.append(_plain(text[done : timex.start]))
        pieces.append(f"{colour}{_plain(timex.text)} [{value}]{_RESET}")
        done = timex.end
    pieces.append(_plain(text[done:]))
    return "".join(pieces)


def _plain(text: str) -> str:
    return text.translate(_VISIBLE)


_VISIBLE = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **{code: 0xFFFD for code in range(0x80, 0xA0)},
}
