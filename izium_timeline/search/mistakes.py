"""Mistakes in a query: where they are, and what may have been meant."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from izium_timeline.model.errors import QueryError
from izium_timeline.search.fields import EXAMPLES

# What people call a field that has another name; "" where words need no field to be found.
_CALLED = {
    **dict.fromkeys(("date", "day", "month", "year", "when", "in"), "on"),
    **dict.fromkeys(("since", "from"), "after"),
    **dict.fromkeys(("until", "till", "to"), "before"),
    **dict.fromkeys(("phase", "period"), "during"),
    **dict.fromkeys(("known", "reported"), "known-by"),
    **dict.fromkeys(("near", "within", "context"), "around"),
    **dict.fromkeys(("who", "person", "people", "name"), "actor"),
    **dict.fromkeys(("where", "location", "city", "town"), "place"),
    **dict.fromkeys(("document", "publisher", "author", "file", "doc"), "source"),
    **dict.fromkeys(("type",), "kind"),
    **dict.fromkeys(("claimant", "said-by", "according-to"), "by"),
    **dict.fromkeys(("is", "with"), "has"),
    **dict.fromkeys(("title", "text", "quote", "word", "words", "event"), ""),
}
_LONGEST_DATE = 40  # code points of what may be a date in words


class Instead(NamedTuple):
    """A text that may have been meant in the place of the line from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def nothing() -> None:
    """Nobody can tell what was meant."""


class ParseError(QueryError):
    """A query that can't be read.

    ``position`` to ``end`` are the code points where it goes wrong. ``meant`` works out what may
    have been meant, when somebody asks.
    """

    def __init__(
        self,
        what: str,
        position: int,
        remedy: str,
        *,
        end: int = -1,
        meant: Callable[[], Instead | None] = nothing,
    ) -> None:
        super().__init__(f"query, character {position + 1}: {what}", remedy=remedy)
        self.position = position
        self.end = max(end, position + 1)
        self._meant = meant

    @cached_property
    def instead(self) -> Instead | None:
        """What may have been meant, None where nobody can tell."""
        return self._meant()

    def with_suggestion(self) -> QueryError:
        """The same, with what may have been meant for its remedy."""
        if self.instead is None:
            return self
        return QueryError(self.what, remedy=f"did you mean {self.instead.text}")


def near_field(name: str) -> str | None:
    """The field that a name may mean, "" for none at all, None where nobody can tell."""
    called = _CALLED.get(name)
    return called if called is not None else near(name, EXAMPLES)


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like another, None where none is."""
    return next(iter(get_close_matches(word, known, n=1)), None)


def date_in_words(text: str) -> tuple[int, str] | None:
    """Where a date in a person's own words ends that a text begins with, and it as EDTF."""
    from izium_timeline.temporal import tag  # its rules take a tenth of a second to load

    for timex in tag(text[:_LONGEST_DATE]):
        if timex.start == 0 and timex.edtf is not None:
            return timex.end, str(timex.edtf)
    return None
