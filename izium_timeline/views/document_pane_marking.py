"""What a person asked to see in documents besides the evidence, and what that is in one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from izium_timeline.model.document import Document
from izium_timeline.views.document_pane_lights import Marking, SpansFunction
from izium_timeline.views.finding import occurrences
from izium_timeline.views.passages import Passages
from izium_timeline.views.sentences import gaps, sentences

if TYPE_CHECKING:  # the tagger's tables are not loaded before a date is asked for
    from izium_timeline.temporal.timex import Timex

Tagger = Callable[[Document], Sequence["Timex"]]
"""Finds the dates in a document."""

_LONGEST: Final = 400_000
"""Code points: dates of longer texts would keep the window waiting for seconds."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The words of the search, the words sought in the document, dates, and what has no event."""

    words: SpansFunction | None = None
    sought: str = ""
    tagger: Tagger | None = None
    dates: bool = False
    gaps: bool = False

    def marking(self, document: Document | None, passages: Passages) -> Marking:
        """What they come to in a document."""
        text = document.text if document else None
        if document is None or text is None:
            return Marking()
        tagger = self.tagger if self.dates and len(text) <= _LONGEST else None
        found_gaps = gaps(text, passages) if self.gaps else ()
        return Marking(
            words=self.words,
            found=occurrences(text, self.sought),
            timexes=tuple(tagger(document)) if tagger else (),
            gaps=found_gaps,
            note=self._note(text, len(found_gaps)),
        )

    def _note(self, text: str, count: int) -> str:
        notes = []
        if self.gaps:
            every = sum(1 for _ in sentences(text))
            notes.append(f"{count} of {every} sentences and lines have no event.")
        if self.dates and len(text) > _LONGEST:
            notes.append("The document is too long for its dates to be underlined.")
        return " ".join(notes)
