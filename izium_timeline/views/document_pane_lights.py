"""What is lit in a document: evidence, searched words, dates, and what has no event."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor

from izium_timeline.model.chronology import Chronology
from izium_timeline.views.colours import mix
from izium_timeline.views.event_dates import event_date
from izium_timeline.views.lights import Light
from izium_timeline.views.passages import NO_PASSAGES, Passage, Passages
from izium_timeline.views.theme import Theme

if TYPE_CHECKING:  # the tagger's tables are not loaded before a date is asked for
    from izium_timeline.temporal.timex import Timex

Span = tuple[int, int]
SpansFunction = Callable[[str], Sequence[Span]]
"""From a text to the spans of the words searched in it, in code points, ascending."""

FAINT: Final = 0.16
_GAP: Final = 0.10
_WORD: Final = 0.30
_AROUND: Final = 200  # code points beyond the view, so that no searched word is cut at its edge


@dataclass(frozen=True, slots=True)
class Marking:
    """What a person asked to see besides the evidence. Spans are ascending and apart.

    ``note`` says in words what it comes to.
    """

    words: SpansFunction | None = None
    found: tuple[Span, ...] = ()
    timexes: "tuple[Timex, ...]" = ()
    gaps: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lighting:
    """One resolved state of a document's lights; answers what the text asks of ``Annotations``.

    ``row`` and ``piece`` name the selected event and which piece of its evidence is shown.
    """

    chronology: Chronology
    theme: Theme
    text: str
    passages: Passages = NO_PASSAGES
    row: int | None = None
    piece: int = 0
    marking: Marking = Marking()

    def lights(self, start: int, end: int) -> list[Light]:
        """Gaps lowest, then other evidence, the selected event's, dates, and words on top."""
        found = self.passages.within(start, end)
        gap, word = self._grounds()
        return [
            *(Light(*span, gap) for span in _within(self.marking.gaps, start, end)),
            *(self._faint(item) for item in found if item.row != self.row),
            *(self._strong(item) for item in found if item.row == self.row),
            *(self._dated(timex) for timex in self._timexes(start, end)),
            *(Light(*span, word, self.theme.accent) for span in self._words(start, end)),
            *(
                Light(*span, word, self.theme.accent)
                for span in _within(self.marking.found, start, end)
            ),
        ]

    def tip(self, point: int) -> str:
        """The dates and the events whose passages are there, a line each."""
        dates = (
            f"“{timex.text}”: {timex.edtf or timex.value or 'no calendar day'}. {timex.reason}"
            for timex in self._timexes(point, point + 1)
        )
        events = (self.chronology.events[item.row] for item in self.passages.at(point))
        return "\n".join([*dates, *(f"{event_date(event)}: {event.title}" for event in events)])

    def _grounds(self) -> tuple[QColor, QColor]:
        theme = self.theme
        return mix(theme.text, theme.ground, _GAP), mix(theme.accent, theme.ground, _WORD)

    def _faint(self, item: Passage) -> Light:
        ground = mix(self.theme.category(item.category), self.theme.ground, FAINT)
        return Light(item.start, item.end, ground)

    def _strong(self, item: Passage) -> Light:
        bar = self.theme.accent if item.piece == self.piece else None
        doubt = None if item.sure else self.theme.accent
        return Light(item.start, item.end, self.theme.passage, doubt, dotted=True, bar=bar)

    def _dated(self, timex: "Timex") -> Light:
        return Light(timex.start, timex.end, underline=self.theme.secondary, dotted=True)

    def _timexes(self, start: int, end: int) -> "tuple[Timex, ...]":
        timexes = self.marking.timexes
        first = bisect_right(timexes, start, key=lambda timex: timex.end)
        return timexes[first : bisect_left(timexes, end, key=lambda timex: timex.start)]

    def _words(self, start: int, end: int) -> Iterator[Span]:
        """The searched words in this part: a long text is never searched whole for a view."""
        if self.marking.words is not None:
            begin = max(0, start - _AROUND)
            for first, last in self.marking.words(self.text[begin : end + _AROUND]):
                yield begin + first, begin + last


def next_event(here: Sequence[Passage], row: int | None) -> Passage | None:
    """The passage that a click selects: the shortest, then by each click the next around it."""
    if not here:
        return None
    rows = [item.row for item in here]
    return here[(rows.index(row) + 1) % len(here)] if row in rows else here[0]


def _within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, key=lambda span: span[0])]
