"""Where in a text a quote that changed may stand, told by the runs that it kept.

Seed and extend, as sequence searches do (Altschul and others, "Basic local alignment search
tool", 1990), on samples of the text (Sutinen and Tarhio, "Filtration with q-samples in
approximate string matching", 1996): the text is cut into blocks, and a block that occurs in a
quote or its surroundings is a seed. Seeds that agree about where the quote would start are one
guess. The text is read once for all its quotes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from izium_timeline.build.anchoring.selector import Selector, Span

LONGEST: Final = 4_000
"""Code points of a quote, beyond which none of it is sought once it has changed."""

_BLOCK: Final = 8
_COMMON: Final = 64  # a block that is so frequent tells nothing about where a quote stands
_GUESSES: Final = 4  # those with the most seeds are looked at


@dataclass(frozen=True, slots=True)
class _Seed:
    """A block at ``place`` in the text and at ``offset`` in a quote with its surroundings."""

    place: int
    offset: int

    @property
    def start(self) -> int:
        """Where the quote's surroundings would start in the text."""
        return self.place - self.offset


def guesses(selectors: Sequence[Selector], text: str) -> list[list[Span]]:
    """For each quote the spans of folded text where it may stand, the likeliest first."""
    seeds: list[list[_Seed]] = [[] for _ in selectors]
    places = _places(text, owners := _owners(selectors))
    for block, found in places.items():
        for number, offset in owners[block] if len(found) < _COMMON else ():
            seeds[number] += (_Seed(place, offset) for place in found)
    return [
        [_guess(selector, group) for group in _groups(selector, each)]
        for selector, each in zip(selectors, seeds, strict=True)
    ]


def _owners(selectors: Iterable[Selector]) -> dict[str, list[tuple[int, int]]]:
    """Each block of the quotes, with the quotes' numbers and the offsets in them."""
    owners: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, selector in enumerate(selectors):
        around = selector.around if len(selector.words) <= LONGEST else ""
        for offset in range(len(around) - _BLOCK + 1):
            owners[around[offset : offset + _BLOCK]].append((number, offset))
    return dict(owners)


def _places(text: str, wanted: Iterable[str]) -> dict[str, list[int]]:
    """The places of the wanted blocks in a text, up to as many as make a block common."""
    places: dict[str, list[int]] = {block: [] for block in wanted}
    for place in range(0, len(text) - _BLOCK + 1, _BLOCK) if places else ():
        found = places.get(text[place : place + _BLOCK])
        if found is not None and len(found) < _COMMON:
            found.append(place)
    return places


def _groups(selector: Selector, seeds: Iterable[_Seed]) -> list[list[_Seed]]:
    """Seeds that nearly agree about the start of the quote, the largest groups first."""
    slack = 16 + len(selector.words) // 3
    groups: list[list[_Seed]] = []
    for seed in sorted(seeds, key=lambda each: each.start):
        if groups and seed.start - groups[-1][-1].start <= slack:
            groups[-1].append(seed)
        else:
            groups.append([seed])
    return sorted(groups, key=len, reverse=True)[:_GUESSES]


def _guess(selector: Selector, seeds: Sequence[_Seed]) -> Span:
    """The span of the quote, each end by the seed that is nearest to it in the quote."""
    first, last = _places_of(selector, seeds)
    return max(0, first), max(0, first, last)


def _places_of(selector: Selector, seeds: Sequence[_Seed]) -> Iterator[int]:
    start = len(selector.before)
    for end in (start, start + len(selector.words)):
        nearest = min(seeds, key=lambda seed: abs(seed.offset - end))
        yield nearest.start + end
