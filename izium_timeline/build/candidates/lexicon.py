"""The word lists and patterns by which candidates are built: ``resources/lexicon/*.json``.

They are data that a person may edit; each is read once, when it is first needed.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from izium_timeline.model.resource import resource
from izium_timeline.temporal.lexicon import any_of


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon of that name."""
    path = resource(f"resources/lexicon/{name}.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words that a lexicon lists under the keys."""
    return frozenset(word for key in keys for word in lexicon(name)[key].split())


def any_word(choices: Iterable[str]) -> str:
    """A pattern of any of the words or phrases, the longest first; letter case is the caller's."""
    return any_of(choices, {" ": r"\s"})


@cache
def any_pattern(name: str, key: str) -> re.Pattern[str]:
    """Any of the patterns that a lexicon lists under a key."""
    return re.compile("|".join(f"(?:{each})" for each in lexicon(name)[key]), re.IGNORECASE)
