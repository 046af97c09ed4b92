"""What part names play in a statement: who did it, from where and to where, against whom."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from izium_timeline.build.merging.terms import Term

_WAYS: Final = {
    "from": "from",
    "to": "to",
    "into": "to",
    "onto": "to",
    "toward": "to",
    "towards": "to",
    "against": "against",
}
_BY: Final = "by"
_BESIDE: Final = frozenset(
    (
        *("in", "at", "near", "on", "over", "around", "outside", "across", "through", "under"),
        *("inside", "within", "off", "above", "along", "with", "for", "after", "before", "during"),
        *("since", "until", "between", "among", "about", "via", "amid"),
    )
)
_REACH: Final = 5  # terms before a name in which its preposition is looked for


class Roles(NamedTuple):
    """``acting`` are the names that act or are acted upon, the one that acts first: "Ukraine" and
    "Izium" in "Ukraine freed Izium" and in "Izium was freed by Ukraine" alike. ``ways`` are names
    with "from", "to" or "against".
    """

    acting: tuple[str, ...]
    ways: Mapping[str, str]

    def contradict(self, other: "Roles") -> bool:
        """Whether a name plays another part in the other statement."""
        mine = [name for name in self.acting if name in other.acting]
        theirs = [name for name in other.acting if name in self.acting]
        both = self.ways.keys() & other.ways.keys()
        return mine != theirs or any(self.ways[name] != other.ways[name] for name in both)


def roles_of(terms: Sequence[Term], names: Mapping[int, str]) -> Roles:
    """The roles of the names at these places; the first word may be one, too."""
    if terms and terms[0].text[0].isupper() and not terms[0].empty:
        names = {0: terms[0].word, **names}
    by: dict[str, None] = {}
    bare: dict[str, None] = {}
    ways: dict[str, str] = {}
    for place in sorted(names):
        leading = _leading(terms, names, place)
        if leading == _BY:
            by[names[place]] = None
        elif leading in _WAYS:
            ways[names[place]] = _WAYS[leading]
        elif leading not in _BESIDE:
            bare[names[place]] = None
    return Roles(tuple(dict.fromkeys((*by, *bare))), ways)


def _leading(terms: Sequence[Term], names: Mapping[int, str], place: int) -> str:
    """The preposition that a name goes with, empty where it goes with none."""
    for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
        folded = terms[before].folded
        if folded in _WAYS or folded in _BESIDE or folded == _BY:
            return folded
        if before in names and folded not in ("and", "or") and before + 1 != place:
            return ""
    return ""
