"""Which words are taken for one where passages are compared, and how much each tells.

The lists lie in ``resources/same_events.json``, the spellings of names in
``resources/spellings.json``.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from izium_timeline.build.vocabulary.inflection import stem
from izium_timeline.build.vocabulary.spelling import shipped_spellings
from izium_timeline.build.vocabulary.words import fold
from izium_timeline.model.resource import resource

_TURNS: Final = ("denials", "plans", "further")


@dataclass(frozen=True)
class SameWords:
    """The lists, by canonical words: the stem of the first of those that tell the same.

    ``turns`` says of a folded word how it turns a statement around, ``phrases`` what two folded
    words in a row are as one.
    """

    lists: dict[str, Any]

    def canonical(self, folded: str) -> str:
        """The one word for all that tell the same."""
        root = stem(self._spelled.get(folded, folded))
        return self._same.get(folded) or self._same.get(root, root)

    @cached_property
    def turns(self) -> dict[str, str]:
        """Words that turn a statement around, and which list they stand in."""
        return {fold(word): name for name in _TURNS for word in self.lists[name]}

    @cached_property
    def empty(self) -> frozenset[str]:
        """Folded words that tell nothing about which event is meant."""
        return frozenset(map(fold, self.lists["empty"]))

    @cached_property
    def weak(self) -> frozenset[str]:
        """Words that tell little, roles among them."""
        return self._canonicals(self.lists["weak"]) | self.roles

    @cached_property
    def roles(self) -> frozenset[str]:
        """Words for who it was: another role is another event's."""
        return self._canonicals(self.lists["roles"])

    @cached_property
    def things(self) -> frozenset[str]:
        """Things of which a place has several."""
        return self._canonicals(self.lists["things"])

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that weigh no more for being names: things and countries."""
        return self.things | self.countries

    @cached_property
    def measures(self) -> frozenset[str]:
        """Units: a number of them is often the same by chance."""
        return self._canonicals(self.lists["measures"])

    @cached_property
    def region(self) -> str:
        """The word behind a name that makes it a region's."""
        return self.canonical("region")

    @cached_property
    def once(self) -> frozenset[str]:
        """What happens once, or nearly so."""
        return self._canonicals(self.lists["once"])

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Words that are names wherever they stand."""
        names = (name for group in self._groups for name in group if name[:1].isupper())
        return self._canonicals(word for name in names for word in name.split())

    @cached_property
    def countries(self) -> frozenset[str]:
        """Names that many a statement has beside those that it is about."""
        return self._canonicals(self.lists["countries"])

    @cached_property
    def phrases(self) -> dict[tuple[str, str], str]:
        """Two words in a row that are one: "air strike", "de-occupied"."""
        spelled = (
            (tuple(fold(name).split()), fold(other))
            for group in self._groups
            for name in group
            for other in group
            if " " in name and " " not in other and name[:1].islower()
        )
        hyphened = (
            (tuple(fold(word).split("-")), fold(word).replace("-", ""))
            for group in self.lists["same"]
            for word in group
            if "-" in word
        )
        pairs = (*spelled, *hyphened)
        return {(pair[0], pair[1]): whole for pair, whole in pairs if len(pair) == 2}

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        return shipped_spellings()

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {
            fold(name): fold(group[0])
            for group in self._groups
            for name in group
            if " " not in name
        }

    @cached_property
    def _same(self) -> dict[str, str]:
        return {
            form: stem(fold(group[0]))
            for group in self.lists["same"]
            for word in group
            for form in (fold(word), stem(fold(word)))
        }

    def _canonicals(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(self.canonical(fold(word)) for word in words)


@lru_cache(maxsize=1)
def same_words() -> SameWords:
    """The lists that come with the program."""
    return SameWords(json.loads(resource("resources/same_events.json").read_text("utf-8")))
