"""Words in a row, as a query looks for them, and where they stand in a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from izium_timeline.build.vocabulary.words import Word


class Run(NamedTuple):
    """Folded words that stand next to each other; ``begins``: the last may go on."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def line(self) -> str:
        """What a line of words set off by blanks holds where the run stands in it."""
        return f" {' '.join(self.words)}" + ("" if self.begins else " ")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Runs made ready to be looked for: by their first word, the longest first.

    ``beginnings`` are the single words that may go on.
    """

    by_first: Mapping[str, tuple[Run, ...]]
    beginnings: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.by_first or self.beginnings)

    def found(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where the runs stand, as code points of the text of the words: in order, apart."""
        by_first, beginnings = self.by_first, self.beginnings
        starts = [
            place
            for place, (folded, _, _) in enumerate(words)
            if folded in by_first or folded.startswith(beginnings)
        ]
        free = 0
        for place in starts:
            size = self._size_at(words, place) if place >= free else 0
            if size:
                free = place + size
                yield words[place].start, words[free - 1].end

    def _size_at(self, words: Sequence[Word], place: int) -> int:
        """How many words the longest run takes that stands there, 0 where none does."""
        first = words[place].folded
        for run in self.by_first.get(first, ()):
            if _stands(run, words, place):
                return len(run.words)
        return int(first.startswith(self.beginnings))


def pattern_of(runs: Iterable[Run]) -> Pattern:
    """The pattern that looks for all of these runs."""
    by_first: defaultdict[str, set[Run]] = defaultdict(set)
    beginnings = set()
    for run in runs:
        if run.begins and len(run.words) == 1:
            beginnings.add(run.words[0])
        else:
            by_first[run.words[0]].add(run)
    return Pattern(
        {
            first: tuple(sorted(same, key=lambda run: len(run.words), reverse=True))
            for first, same in by_first.items()
        },
        tuple(sorted(beginnings)),
    )


def _stands(run: Run, words: Sequence[Word], place: int) -> bool:
    here = tuple(word.folded for word in words[place : place + len(run.words)])
    if run.begins:
        before, last = run.words[:-1], run.words[-1]
        return len(here) == len(run.words) and here[:-1] == before and here[-1].startswith(last)
    return here == run.words
