"""Documents for tests of anchoring: the five articles' sentences, recombined with look-alikes.

Much in such a document is like something else in it, as in real reports of one place and time: a
sentence comes back with other names, other figures or another month.
"""

import re
from functools import cache
from random import Random
from typing import Final

from izium_timeline.model.resource import resource

_SENTENCE: Final = re.compile(r"[^\n]+?(?:[.?][”\"]?(?=\s|$)|(?=\n|$))")
_FAMILIES: Final = (
    ("Izium", "Kupiansk", "Balakliia", "Lyman", "Kharkiv", "Sviatohirsk"),
    ("Volodymyr", "Andriy", "Anastasia", "Maksym", "Olena", "Serhii"),
    ("March", "April", "May", "June", "July", "August", "September", "October"),
    ("Russian", "Ukrainian"),
    ("city", "town", "village"),
    ("school", "hospital", "bridge", "market"),
)
_VARIED: Final = re.compile(
    r"\d+|\b(?:" + "|".join(name for family in _FAMILIES for name in family) + r")\b"
)


@cache
def articles() -> tuple[str, ...]:
    """The texts of the five articles."""
    paths = sorted(resource("documents").glob("*.txt"))
    return tuple(path.read_text("utf-8") for path in paths)


@cache
def _sentences() -> tuple[str, ...]:
    found = [match[0].strip() for text in articles() for match in _SENTENCE.finditer(text)]
    return tuple(sentence for sentence in found if len(sentence.split()) >= 3)


def look_alike(sentence: str, random: Random) -> str:
    """The sentence with other figures and other names."""
    return _VARIED.sub(lambda match: _other(match[0], random), sentence)


def _other(word: str, random: Random) -> str:
    if word.isdigit():
        return str(random.randrange(1, 10 ** len(word)))
    family = next(family for family in _FAMILIES if word in family)
    return random.choice([other for other in family if other != word])


def recombined(random: Random, length: int = 40) -> str:
    """A document of so many sentences, every fourth of which is like another one."""
    chosen = [look_alike(each, random) for each in random.sample(_sentences(), length * 3 // 4)]
    varied = [each for each in chosen if _VARIED.search(each)]
    chosen += [look_alike(each, random) for each in random.choices(varied, k=length // 4)]
    random.shuffle(chosen)
    lines = [sentence + random.choice((" ", " ", " ", "\n", "\n\n")) for sentence in chosen]
    return "".join(lines).strip()
