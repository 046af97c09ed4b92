"""Where documents disagree about one event, in words, and the counts that each gives."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from izium_timeline.build.merging.counts import Count
from izium_timeline.build.merging.dates import Dates, compare_dates
from izium_timeline.build.merging.gist import Gist
from izium_timeline.build.merging.one_event import told_of_one
from izium_timeline.model.event import Event, Value


class Told(NamedTuple):
    """A number that others dispute, and the document that gives it."""

    document: str
    told: Count

    @property
    def value(self) -> Value:
        """The count as an event keeps it."""
        return Value(self.document, self.told.value, self.told.kind or "exact")


def counts_told(members: Sequence[Event], gists: Mapping[str, Gist]) -> tuple[Told, ...]:
    """The counts in which candidates of one event differ, each with its document."""
    lines = {gists[member.id].line: gists[member.id] for member in members}
    disputed: dict[tuple[str, Count], None] = {}
    for one, other in combinations(lines.values(), 2):
        alike = told_of_one(one, other)
        for mine, theirs in alike.disputed if alike else ():
            disputed.update({(one.line, mine): None, (other.line, theirs): None})
    told = (
        Told(member.evidence[0].document, count)
        for member, (line, count) in product(members, disputed)
        if gists[member.id].line == line and member.evidence
    )
    return tuple(dict.fromkeys(told))


def counts_conflict(told: Sequence[Told], names: Mapping[str, str]) -> str:
    """The disputed counts in words, empty where there are none."""
    texts = dict.fromkeys(each.told.text for each in told)
    said = (
        f"{listed(dict.fromkeys(_name(t.document, names) for t in told if t.told.text == text))}"
        f": \u201c{text}\u201d"
        for text in texts
    )
    return f"{'; '.join(said)}." if texts else ""


def dates_conflict(members: Sequence[Event], names: Mapping[str, str]) -> str:
    """The dates of a group that exclude each other, in words, empty where there are none."""
    disputed = dict.fromkeys(
        days
        for pair in combinations(dict.fromkeys(member.bounds for member in members), 2)
        if compare_dates(*pair) is Dates.DISPUTED
        for days in pair
    )
    said = (
        f"{listed(dict.fromkeys(called(member, names) for member in same))}: {_dated(same[0])}"
        for bounds in disputed
        for same in [[member for member in members if member.bounds == bounds]]
    )
    return f"{'; '.join(said)}." if disputed else ""


def called(event: Event, names: Mapping[str, str]) -> str:
    """How the document of a candidate is called."""
    return _name(event.evidence[0].document, names) if event.evidence else event.id


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _name(path: str, names: Mapping[str, str]) -> str:
    return names.get(path) or path


def _dated(event: Event) -> str:
    timex = event.evidence[0].timex if event.evidence else None
    return f"{event.edtf} (\u201c{timex.text}\u201d)" if timex else str(event.edtf)
