"""Several candidates of one event as one: its date, its evidence, and where they disagree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import Final, TypeVar

from izium_timeline.build.merging.dates import Dates, compare_dates, width
from izium_timeline.build.merging.disputes import (
    Told,
    called,
    counts_conflict,
    counts_told,
    dates_conflict,
    listed,
)
from izium_timeline.build.merging.gist import Gist, gist_of, wordings_of
from izium_timeline.model.event import Basis, Event, Salience, Value, Voice
from izium_timeline.model.interval import Interval

T = TypeVar("T")

_BASES: Final = tuple(Basis)
_SALIENCES: Final = tuple(Salience)
_WORDS_TOLD: Final = 6
_DATED: Final = (
    (Dates.DISPUTED, "of dates that differ by days"),
    (Dates.WIDE, "some of dates far narrower than others or beside them"),
    (Dates.AGREED, "of dates that agree"),
)


def join(members: Sequence[Event], names: Mapping[str, str]) -> Event:
    """One event of candidates in their order; a single one is that candidate.

    It has the id of the first. Its date, with title, reason and the evidence that comes first, is
    that of the member whose date is best supported; no bounds are worked out from several.
    """
    if len(members) == 1:
        return members[0]
    lead = _lead(members)
    ordered = (lead, *(member for member in members if member is not lead))
    gists = {member.id: gist_of(member) for member in ordered}
    counts = counts_told(ordered, gists)
    conflicts = (dates_conflict(ordered, names), counts_conflict(counts, names))
    return replace(
        _said_by(lead, ordered),
        id=members[0].id,
        reason=_reason(lead, ordered[1:], names),
        place=_each(member.place for member in ordered),
        actors=_each(member.actors for member in ordered),
        salience=min((member.salience for member in ordered), key=_SALIENCES.index),
        note=_sentences([_why(ordered, gists)], (member.note for member in ordered)),
        values=_values(ordered, counts),
        related=_each(member.related for member in ordered),
        tags=_each(member.tags for member in ordered),
        conflict=_sentences(conflicts, (member.conflict for member in ordered)),
        evidence=tuple(chain.from_iterable(member.evidence for member in ordered)),
        members=tuple(members),
    )


def _lead(members: Sequence[Event]) -> Event:
    """The member with the best date: told by the most, not only inferred, the narrowest.

    Of several such one that asserts it, of the earliest date, in the most words.
    """
    told: defaultdict[Interval, set[str]] = defaultdict(set)
    for member in members:
        told[member.bounds].update(piece.document for piece in member.evidence)
    agreeing = {
        days: len(
            set().union(
                *(told[each] for each in told if compare_dates(days, each) is not Dates.DISPUTED)
            )
        )
        for days in told
    }

    def rank(member: Event) -> tuple[int, bool, int, int, bool, int, int]:
        days, basis = member.bounds, member.basis
        dated = (-agreeing[days], basis is Basis.INFERRED, width(days), _BASES.index(basis))
        claimed = member.voice is not Voice.ASSERTED
        return (*dated, claimed, days.earliest or 0, -len(member.title))

    return min(members, key=rank)


def _said_by(lead: Event, members: Sequence[Event]) -> Event:
    """The lead with the voice of all: what one document asserts is not only claimed."""
    if any(member.voice is Voice.ASSERTED for member in members):
        return replace(lead, voice=Voice.ASSERTED, claimed_by="")
    said = _each([member.claimed_by] for member in members if member.claimed_by)
    return replace(lead, claimed_by="; ".join(said))


def _reason(lead: Event, others: Iterable[Event], names: Mapping[str, str]) -> str:
    """The lead's reason, and what the others' dates say to it."""
    alike = _each([called(member, names)] for member in others if member.bounds == lead.bounds)
    differ = _each(
        [f"{member.edtf} ({called(member, names)})"]
        for member in others
        if member.bounds != lead.bounds
    )
    said = (
        lead.reason.rstrip("."),
        f"dated alike by {listed(alike)}" if alike else "",
        f"chosen over {listed(differ)}" if differ else "",
    )
    return "; ".join(filter(None, said))


def _why(members: Sequence[Event], gists: Mapping[str, Gist]) -> str:
    """Why the members were joined, for a person to check."""
    documents = {piece.document for member in members for piece in member.evidence}
    sources = f"{len(documents)} documents" if len(documents) > 1 else "one document"
    days = dict.fromkeys(member.bounds for member in members)
    dates = {compare_dates(*pair) for pair in combinations(days, 2)}
    dated = next((words for kind, words in _DATED if kind in dates), "of the same date")
    return f"Joined from {len(members)} passages of {sources}, {dated}, {_alike(members, gists)}."


def _alike(members: Sequence[Event], gists: Mapping[str, Gist]) -> str:
    lines = {gists[member.id].line: gists[member.id] for member in members}
    if len(lines) == 1:
        return "in the same words"
    first, *others = lines.values()
    wordings = wordings_of(members[0])
    shared = [
        *(each.text for each in first.counts if all(each in gist.counts for gist in others)),
        *(wordings[word] for word in first.weights if all(word in gist.weights for gist in others)),
    ]
    words = [f"\u201c{text}\u201d" for text in shared[:_WORDS_TOLD]]
    these = "both" if len(members) == 2 else "all"
    return f"which {these} have {listed(words)}" if words else "in words that are alike"


def _values(members: Sequence[Event], told: Iterable[Told]) -> tuple[Value, ...]:
    """The figures of all members, and those in dispute that no member has as a figure."""
    values = _each(member.values for member in members)
    known = {(value.document, value.value) for value in values}
    more = (each.value for each in told if (each.document, each.told.value) not in known)
    return _each((values, more))


def _sentences(first: Iterable[str], others: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, chain(first, others))))


def _each(lists: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """All that any list holds, once, in order."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))
