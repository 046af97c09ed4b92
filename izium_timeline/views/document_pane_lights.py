"""What is lit in a document for the event that is selected and the words that are searched."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from izium_timeline.model.chronology import Chronology
from izium_timeline.views.colours import mix
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.lights import Light
from izium_timeline.views.passages import NO_PASSAGES, Passage, Passages
from izium_timeline.views.theme import Theme

Span = tuple[int, int]
SpansFunction = Callable[[str], Sequence[Span]]
"""From a text to the spans of the words searched in it, in code points, ascending."""

FAINT: Final = 0.16
_WORD: Final = 0.30


@dataclass(frozen=True, slots=True)
class Lighting:
    """One resolved state of a document's lights.

    ``row`` and ``piece`` name the selected event and which piece of its evidence is shown;
    ``words`` are ascending spans. Answers what the text asks of its ``Annotations``.
    """

    chronology: Chronology
    theme: Theme
    passages: Passages = NO_PASSAGES
    row: int | None = None
    piece: int = 0
    words: tuple[Span, ...] = ()

    def lights(self, start: int, end: int) -> list[Light]:
        """Other evidence faintly, the selected event's above it, searched words on top."""
        found = self.passages.within(start, end)
        others = (self._faint(item) for item in found if item.row != self.row)
        selected = (self._strong(item) for item in found if item.row == self.row)
        words = (self._word(span) for span in self._words_within(start, end))
        return [*others, *selected, *words]

    def tip(self, point: int) -> str:
        """The events whose passages are there, a line each."""
        events = (self.chronology.events[item.row] for item in self.passages.at(point))
        return "\n".join(f"{event_date(event)}: {event.title}" for event in events)

    def _faint(self, item: Passage) -> Light:
        ground = mix(self.theme.category(item.category), self.theme.ground, FAINT)
        return Light(item.start, item.end, ground)

    def _strong(self, item: Passage) -> Light:
        bar = self.theme.accent if item.piece == self.piece else None
        doubt = None if item.sure else self.theme.accent
        return Light(item.start, item.end, self.theme.passage, doubt, dotted=True, bar=bar)

    def _word(self, span: Span) -> Light:
        ground = mix(self.theme.accent, self.theme.ground, _WORD)
        return Light(*span, ground, self.theme.accent)

    def _words_within(self, start: int, end: int) -> tuple[Span, ...]:
        first = bisect_right(self.words, start, key=lambda span: span[1])
        last = bisect_left(self.words, end, key=lambda span: span[0])
        return self.words[first:last]


def next_event(here: Sequence[Passage], row: int | None) -> Passage | None:
    """The passage that a click selects: the shortest, then by each click the next around it."""
    if not here:
        return None
    rows = [item.row for item in here]
    return here[(rows.index(row) + 1) % len(here)] if row in rows else here[0]
