"""Which documents speak with one voice: they share long passages, or name the same agency.

Two reports of one agency are one source, whoever printed them. Passages are compared by runs of
words (shingles: Broder, "On the resemblance and containment of documents", 1997), whatever their
case and punctuation; a run that long is hardly ever written twice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from izium_timeline.model.document import Document

RUN: Final = 30
"""Words in a row that two documents share only if one of them, or both, took them over.

Less would do for prose, but pages of one site share its requests and teasers, too.
"""

COMPARED: Final = 8
"""Documents of one event whose pairs are compared: of more, no one would read the reasons."""

_LONGEST: Final = 300_000  # code points of a document that are compared
_AGENCIES: Final = (
    *("AFP", "Agence France-Presse", "Associated Press", "Reuters", "dpa", "EFE", "ANSA", "PAP"),
    *("Ukrinform", "Interfax-Ukraine", "UNIAN", "TASS", "RIA Novosti", "Interfax", "Xinhua"),
)
_NAMES: Final = {"Agence France-Presse": "AFP"}
# An agency speaks where it is the publisher or author, where people told it something, or where
# its name stands in brackets or before a dash, as at the head of its reports.
_SPEAKS: Final = r"(?:\b(?:told|to|tells) (?:the )?{0}\b|\({0}\)|^{0}\s*[-–—])"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two documents that speak with one voice, by their paths, and why."""

    first: str
    second: str
    reason: str


def ties(documents: Sequence[Document]) -> tuple[Tie, ...]:
    """Every two of these documents that are not independent of each other."""
    return tuple(
        Tie(one.path, other.path, reason)
        for one, other in combinations(documents, 2)
        for reason in [_common(one, other)]
        if reason
    )


def voices(documents: Sequence[Document], found: Sequence[Tie]) -> int:
    """How many independent voices these documents are, given the ties between them."""
    group = {document.path: document.path for document in documents}
    for tie in found:
        old, new = group[tie.second], group[tie.first]
        group = {path: new if name == old else name for path, name in group.items()}
    return len(set(group.values()))


def _common(one: Document, other: Document) -> str:
    shared = agencies(one) & agencies(other)
    if shared:
        return f"both name {', '.join(sorted(shared))}"
    both = _runs(one.text or "") & _runs(other.text or "")
    return "they share long passages" if both else ""


def agencies(document: Document) -> frozenset[str]:
    """The news agencies that speak in a document."""
    return _agencies(f"{document.publisher} {document.author}", (document.text or "")[:_LONGEST])


@lru_cache(maxsize=64)
def _agencies(credited: str, text: str) -> frozenset[str]:
    return frozenset(
        _NAMES.get(agency, agency) for agency in _AGENCIES if _speaks(agency, credited, text)
    )


def _speaks(agency: str, credited: str, text: str) -> bool:
    name = re.escape(agency)
    if re.search(rf"\b{name}\b", credited):
        return True
    return agency in text and bool(re.search(_SPEAKS.format(name), text, re.MULTILINE))


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[int]:
    """All runs of so many words in a text, by their hashes: of long texts they are many."""
    words = re.findall(r"\w+", text[:_LONGEST].casefold())
    return frozenset(map(hash, zip(*(words[shift:] for shift in range(RUN)), strict=False)))
