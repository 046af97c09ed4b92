"""Turning points that a text dates by a verb: "the town was liberated on Saturday"."""

import re
from collections.abc import Iterable, Iterator

from izium_timeline.build.candidates.clauses import subject_of
from izium_timeline.build.candidates.drafts import Draft
from izium_timeline.model.event import Voice
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import NamedEvent

_LIBERATION = ("liberation", "de-occupation", "deoccupation", "recapture")
_FREED = r"(?:liberated|retaken|recaptured|reclaimed|de-?occupied)"
_PLACE = (
    r"(?:the\s)?(?:(?:city|town|village)\sof\s)?"
    r"(?P<place>[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?)"
)
_WAS_FREED = re.compile(rf"\b(?:was|were|been)\s(?:finally\s|fully\s|then\s)?{_FREED}\b")
_FREED_IT = re.compile(rf"\b(?:{_FREED}|retook)\s{_PLACE}")
_INVADED = re.compile(rf"\binvaded\s{_PLACE}")
_BEGAN = re.compile(
    r"\b(?P<noun>(?:full-scale\s)?(?:invasion|war)|siege|occupation|blockade|uprising|revolution)\b"
    r"(?P<of>\sof\s[A-Z][\w\u2019'-]+)?(?:\s(?:in|against|on)\s[A-Z][\w\u2019'-]+)?"
    r",?\s(?:that\s|which\s)?(?:began|started|broke\sout|was\slaunched)\b"
)
_NAME = re.compile(r"[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?\Z")


def turning_points(text: str, drafts: Iterable[Draft]) -> tuple[NamedEvent, ...]:
    """The liberations, invasions and wars that the drafts of a text date, by their names."""
    return tuple(event for draft in drafts for event in _of_draft(text, draft))


def _of_draft(text: str, draft: Draft) -> Iterator[NamedEvent]:
    days = draft.dating.days
    told = draft.claim.voice in (Voice.ASSERTED, Voice.CLAIMED) and not draft.dating.holds
    if not told or days.earliest is None or days.latest is None:
        return
    freed = _freed(text, draft)
    if freed:
        yield NamedEvent(freed, Interval(days.earliest, days.latest))
    begun = _begun(text, draft)
    if begun:
        yield NamedEvent(begun, Interval(days.earliest, None))


def _freed(text: str, draft: Draft) -> tuple[str, ...]:
    """The names of a liberation that a draft tells of, empty if of none."""
    active = _FREED_IT.search(text, *draft.clause)
    if active is None and _WAS_FREED.search(text, *draft.clause) is None:
        return ()
    place = active["place"] if active else _subject(text, draft)
    of_place = tuple(f"{name} of {place.lower()}" for name in _LIBERATION) if place else ()
    return (*_LIBERATION, *of_place)


def _begun(text: str, draft: Draft) -> tuple[str, ...]:
    """The names of what a draft tells the beginning of: a war, an invasion of a country."""
    began = _BEGAN.search(text, *draft.clause)
    if began:
        noun = " ".join(began["noun"].lower().split())
        return (noun, f"{noun}{began['of'].lower()}") if began["of"] else (noun,)
    invaded = _INVADED.search(text, *draft.clause)
    return (f"invasion of {invaded['place'].lower()}",) if invaded else ()


def _subject(text: str, draft: Draft) -> str:
    subject = subject_of(text, draft.clause)
    words = text[subject.start : subject.end] if subject else ""
    return words if _NAME.match(words) else ""
