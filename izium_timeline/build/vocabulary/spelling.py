"""The spellings of one name, brought together: Izium, Izyum, Eiseum."""

import json
from collections.abc import Iterable

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.model.resource import resource

WordSequence = tuple[str, ...]  # folded words that stand next to each other
Spellings = dict[WordSequence, frozenset[WordSequence]]


def shipped_spellings() -> tuple[tuple[str, ...], ...]:
    """Names with their transliterations, words with their other spellings, each a group."""
    table = json.loads(resource("resources/spellings.json").read_text(encoding="utf-8"))
    return tuple(tuple(group) for group in table["spellings"])


def spellings_of(groups: Iterable[Iterable[str]]) -> Spellings:
    """Each spelling with all that name the same; groups that share a spelling are one."""
    spellings: Spellings = {}
    for group in groups:
        same = frozenset(words for name in group if (words := folded_words(name)))
        merged = same.union(*(spellings.get(words, frozenset()) for words in same))
        spellings.update(dict.fromkeys(merged, merged))
    return spellings
