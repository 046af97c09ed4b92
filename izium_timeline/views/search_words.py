"""What the search field says."""

from collections.abc import Sized
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from izium_timeline.search.find import Hits
    from izium_timeline.search.mistakes import ParseError


def result_text(rows: Sized, hits: "Hits", total: int | None, passages: str = "") -> str:
    """How much was found: "12 of 162 events, 3 passages, showing results for liberation"."""
    of = "" if total is None else f" of {total:,}"
    plural = "" if total is None and len(rows) == 1 else "s"
    parts = [f"{len(rows):,}{of} event{plural}"]
    if hits.near is not None:
        parts[0] += f", {int(hits.near.sum()):,} of them around the hits"
    if passages:
        parts.append(passages)
    return ", ".join((*parts, *_corrected(hits)))


def place_text(number: int, count: int, hits: "Hits") -> str:
    """At which hit one stands, and for what: "hit 3 of 12, showing results for liberation"."""
    return ", ".join((f"hit {number:,} of {count:,}", *_corrected(hits)))


def passages_text(count: int, *, more: bool = False) -> str:
    """How many passages: "1 passage", "500+ passages" where there may be more; "" for none."""
    if not count:
        return ""
    return f"{count:,}{'+' * more} passage{'' if count == 1 else 's'}"


def _corrected(hits: "Hits") -> tuple[str, ...]:
    return () if hits.corrected is None else (f"showing results for {hits.corrected}",)


def mistake_text(mistake: "ParseError") -> str:
    """Why a query can't be read, and what to do: "There is no field 'x'; did you mean y:"."""
    said = str(mistake).partition(": ")[2]
    return said[:1].upper() + said[1:]
