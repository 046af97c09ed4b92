"""The forms of a line that says when its document was published."""

import re
from collections.abc import Sequence
from enum import IntEnum

from izium_timeline.model.interval import Precision
from izium_timeline.temporal import Timex

LONGEST_LINE = 160
_OPENING = 60  # letters in which a date that begins a line, and a bracket behind it, stand


class Form(IntEnum):
    """The forms, the most telling first."""

    LABEL = 0  # "Published: 13 September 2022"
    DATELINE = 1  # "KYIV, Sept. 12, 2022 (AFP) - The city"
    DATE_ALONE = 2  # "13 September 2022", "By Jo Doe | September 13, 2022"
    NAME_AND_DATE = 3  # "Jo Doe, BBC News, 13 September 2022"
    LETTER = 4  # "Camp 9, 3 March 1944", and then "Dear Mother,"
    UPDATE = 5  # "Last updated on 13 September 2022"


_LABEL = re.compile(
    r"\W*(?:(?P<late>(?:last\s+)?(?:updated|modified|revised)|last\s+update)"
    r"|(?:(?:first|originally)\s+)?(?:published|posted)(?:\s+online)?"
    r"|(?:publication|publishing|release|issue)\s+date|date(?:\s+of\s+publication|\s+published)?"
    r"|released|issued)"
    r"(?:\s+(?:on|at|in))?\s*[:|\u2013\u2014-]?\s*",
    re.IGNORECASE,
)
_CAPITAL = r"[A-Z\u00c0-\u042f]"
# A town in capitals and what belongs to it, or up to three names.
_PLACE = re.compile(
    rf"(?:{_CAPITAL}(?:{_CAPITAL}|['\u2019./-])+(?:[ ,]+{_CAPITAL}[\w.'\u2019-]*){{0,5}}"
    r"|(?!(?:In|On|At|By|From|Since|Until|During|After|Before|Between|The|A)\b)"
    rf"{_CAPITAL}[\w'\u2019-]+(?:[ ,]+{_CAPITAL}[\w.'\u2019-]+){{0,2}})"
    rf"(?:\s*\({_CAPITAL}[^()]{{1,40}}\)|,|\s*\(|(?<={_CAPITAL}))\s*"
)
_DASH = r"(?:--?|\u2013|\u2014)(?:\s|$)"
# The agency in brackets, or else a sentence that begins behind the dash.
_AFTER_DATE = re.compile(
    rf"\)?,?\s*(?:(?:\([^()]{{2,40}}\)|/[^/]{{2,40}}/)\s*{_DASH}"
    rf"|{_DASH}\s*(?={_CAPITAL}|[\"'\u2018-\u201f\d]|$))"
)
_AGENCY_AFTER_DATE = re.compile(rf",?\s*\({_CAPITAL}[^()]{{1,40}}\)\s*{_DASH}")

_NAME = rf"{_CAPITAL}[\w.'\u2019-]*"
_NAMES = re.compile(rf"{_NAME}(?:,?\s+{_NAME}){{0,5}},?")
_BY = re.compile(
    r"\b(?:(?:written |posted )?by|author:?)\s+"
    rf"(?:{_NAME}(?:,?\s+(?:and\s+|&\s*)?{_NAME}){{0,8}}|\w+),?",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"\b(?:at|on|in|updated|published|posted|last|first|edited|min(?:ute)?s?|read|reading|time"
    r"|[ap]\.?m\.?|GMT|UTC|[ECMP][SD]T|CES?T|BST|EES?T|MSK|local|comments?|views?"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\b(?:photo|image|picture|credit|caption|source|getty|file)|\u00a9", re.I)
_PARTS = re.compile(r"[|/\u00b7\u2022()\[\]]|\s[\u2013\u2014-]\s")
_LETTER = re.compile(r"[^\W\d_]")


def may_have_form(words: str, length: int) -> bool:
    """Whether a line of so many letters that begins with these words can have a form at all.

    A paragraph can only begin with a label, a place, or a date with an agency in brackets; most
    do not, and need no reading.
    """
    if length <= LONGEST_LINE or "(" in words[:_OPENING]:
        return True
    begun = words.lstrip()
    return bool(_LABEL.match(begun) or _PLACE.match(begun))


def form_of(words: str, date: Timex, timexes: Sequence[Timex]) -> Form | None:
    """The form of a line whose first date is ``date``; None where it tells of something."""
    label = _LABEL.match(words)
    if (
        label
        and label.end() == date.start
        and _beside(words[label.end() :], label.end(), timexes) == ""
    ):
        return Form.UPDATE if label["late"] else Form.LABEL
    if _is_dateline(words, date):
        return Form.DATELINE
    beside = _beside(words, 0, timexes)
    if beside == "":
        return Form.DATE_ALONE
    exact = date.interval is not None and date.interval.precision is Precision.DAY
    return Form.NAME_AND_DATE if beside and exact and not _CREDIT.search(words) else None


def _is_dateline(words: str, date: Timex) -> bool:
    before, behind = words[: date.start].lstrip(), words[date.end :]
    if date.interval is None or date.interval.precision is not Precision.DAY:
        return False
    if not before:
        return bool(_AGENCY_AFTER_DATE.match(behind))
    return bool(_PLACE.fullmatch(before) and _AFTER_DATE.match(behind))


def _beside(words: str, offset: int, timexes: Sequence[Timex]) -> str | None:
    """The names that stand beside a line's dates, bylines and what joins them aside.

    None where there is more than names. ``offset`` is where the words begin in the line.
    """
    if words.rstrip().endswith((".", "!", "?", ":", ";")):
        return None
    rest, position = "", 0
    for timex in timexes:
        rest += words[position : max(timex.start - offset, position)] + "|"
        position = max(timex.end - offset, position)
    rest = _JOINTS.sub("", _BY.sub("|", rest + words[position:]))
    parts = [part.strip() for part in _PARTS.split(rest) if _LETTER.search(part)]
    if not all(_NAMES.fullmatch(part) for part in parts):
        return None
    return " ".join(parts)
