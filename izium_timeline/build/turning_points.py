"""Turning points that a text dates by a verb: "the town was liberated on Saturday"."""

import re
from collections.abc import Iterable, Iterator

from izium_timeline.build.clauses import subject_of
from izium_timeline.build.drafts import Draft
from izium_timeline.model.event import Voice
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import NamedEvent

_NAMES = ("liberation", "de-occupation", "deoccupation", "recapture")
_PASSIVE = re.compile(
    r"\b(?:was|were|been)\s(?:finally\s|fully\s|then\s)?"
    r"(?:liberated|retaken|recaptured|reclaimed|de-?occupied)\b"
)
_ACTIVE = re.compile(
    r"\b(?:liberated|retook|recaptured|reclaimed|de-?occupied)\s"
    r"(?:the\s(?:city|town|village)\sof\s)?(?P<place>[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?)"
)
_NAME = re.compile(r"[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?\Z")


def turning_points(text: str, drafts: Iterable[Draft]) -> tuple[NamedEvent, ...]:
    """The liberations that the drafts of a text date, by the names that texts call them."""
    return tuple(event for draft in drafts for event in _of_draft(text, draft))


def _of_draft(text: str, draft: Draft) -> Iterator[NamedEvent]:
    days = draft.dating.days
    told = draft.claim.voice in (Voice.ASSERTED, Voice.CLAIMED) and not draft.dating.holds
    if not told or days.earliest is None or days.latest is None:
        return
    passive = _PASSIVE.search(text, *draft.clause)
    active = None if passive else _ACTIVE.search(text, *draft.clause)
    if passive is None and active is None:
        return
    place = active["place"] if active else _subject(text, draft)
    of_place = tuple(f"{name} of {place.lower()}" for name in _NAMES) if place else ()
    yield NamedEvent((*_NAMES, *of_place), Interval(days.earliest, days.latest))


def _subject(text: str, draft: Draft) -> str:
    subject = subject_of(text, draft.clause)
    words = text[subject.start : subject.end] if subject else ""
    return words if _NAME.match(words) else ""
