"""Where a recorded quote stands in its document now.

The order is that of Hypothesis' client, which anchors a W3C TextQuoteSelector by its words
first and its context second; unlike there, the best candidate is never taken for being the
best: it has to clear a floor, and to stand apart from the runner-up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Anchor, Event, Evidence, Verdict

# Similarities run from 0 to 100 (rapidfuzz's normalised indel similarity).
CONTEXT_FLOOR = 60.0  # below it, the words around a candidate are not the recorded ones
CONTEXT_MARGIN = 20.0  # by so much the best context must beat the next
ALTERED_FLOOR = 75.0  # below it, a passage is no altered form of the quote
ALTERED_MARGIN = 10.0
ALTERED_LENGTH = 20  # shorter quotes look like too much else

_QUOTES = str.maketrans("‘’‚‛“”„‟«»′″", '\'\'\'\'""""""\'"')

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text with blanks as one and quotes as typewritten ones, and the way back.

    ``places[i]`` is the code-point offset in the original of character i of ``folded``.
    """

    folded: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The span in the original of a span in the folded text."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> FoldedText:
    """Fold blanks and quotation marks, keeping the way back."""
    folded: list[str] = []
    places: list[int] = []
    blank = True  # blanks at the beginning fold to nothing
    for place, character in enumerate(text.translate(_QUOTES)):
        if not character.isspace():
            folded.append(character)
            places.append(place)
        elif not blank:
            folded.append(" ")
            places.append(place)
        blank = character.isspace()
    return FoldedText("".join(folded), tuple(places))


class Anchoring:
    """Seeks quotes in one document; the folded text is made once, and only where needed."""

    def __init__(self, document: Document | None) -> None:
        self._document = document
        self._fold: FoldedText | None = None

    def anchor(self, evidence: Evidence) -> Anchor:
        """Where the evidence's words stand now, and with which verdict."""
        document = self._document
        if document is None or document.text is None:
            return Anchor(Verdict.MISSING)
        here = document.text[evidence.start : evidence.end] == evidence.exact
        if here and document.sha256 == document.recorded_sha256:
            return Anchor(Verdict.EXACT, evidence.start, evidence.end)
        return self._same_words(evidence, document.text) or self._similar_words(evidence)

    def _folded(self) -> FoldedText:
        if self._fold is None:
            assert self._document is not None
            self._fold = fold(self._document.text or "")
        return self._fold

    def _same_words(self, evidence: Evidence, text: str) -> Anchor | None:
        """The anchor of the same words, blanks and quotes aside; None where they are gone."""
        folded = self._folded()
        words = fold(evidence.exact).folded.strip()
        cuts = (evidence.prefix[-1:].isalnum(), evidence.suffix[:1].isalnum())
        found = [folded.original(*span) for span in _occurrences(words, folded.folded, cuts)]
        if not found:
            return None
        span = found[0] if len(found) == 1 else self._told_apart(evidence, text, found)
        if span is None:
            return Anchor(Verdict.AMBIGUOUS, choices=tuple(found))
        recorded = (evidence.start, evidence.end)
        same = span == recorded and text[slice(*span)] == evidence.exact
        return Anchor(Verdict.EXACT if same else Verdict.MOVED, *span)

    # rapidfuzz takes a tenth of the program's start, and unchanged documents need none of it:
    # the two methods below load ``alike`` themselves.

    def _told_apart(self, evidence: Evidence, text: str, found: list[Span]) -> Span | None:
        """The one span whose surroundings are the recorded ones, None where that is open."""
        from izium_timeline.build.alike import mean, surroundings

        scored = sorted(
            ((mean(surroundings(evidence, text, span)), span) for span in found), reverse=True
        )
        (best, span), (next_best, _) = scored[:2]
        clear = best >= CONTEXT_FLOOR and best - next_best >= CONTEXT_MARGIN
        return span if clear else None

    def _similar_words(self, evidence: Evidence) -> Anchor:
        """An altered passage that a person has to confirm, else the quote is lost.

        It has to stand between the recorded surroundings: a passage that is merely alike,
        elsewhere in the document, is another statement.
        """
        from izium_timeline.build.alike import most_alike, surroundings, whole_words

        folded = self._folded()
        words = fold(evidence.exact).folded.strip()
        if len(words) < ALTERED_LENGTH:
            return Anchor(Verdict.LOST)
        best = most_alike(words, folded.folded, ALTERED_FLOOR)
        if best is None:
            return Anchor(Verdict.LOST)
        (start, end), likeness = best
        before, after = folded.folded[: start + 1], folded.folded[end - 1 :]
        runner_up = max(
            (most_alike(words, rest, ALTERED_FLOOR) or (0, 0.0))[1] for rest in (before, after)
        )
        span = folded.original(*whole_words(folded.folded, start, end))
        text = self._document.text if self._document and self._document.text else ""
        # One side is enough: an edit that reaches the quote's edge changes the other.
        placed = max(surroundings(evidence, text, span), default=0.0) >= CONTEXT_FLOOR
        if not placed or likeness - runner_up < ALTERED_MARGIN:
            return Anchor(Verdict.LOST)
        return Anchor(Verdict.ALTERED, *span)


def anchor_event(event: Event, anchorings: dict[str, Anchoring]) -> Event:
    """The event with each of its quotes sought in its document."""
    return replace(
        event,
        evidence=tuple(
            replace(piece, anchor=anchorings.get(piece.document, Anchoring(None)).anchor(piece))
            for piece in event.evidence
        ),
    )


def anchor_chronology(chronology: Chronology) -> Chronology:
    """The chronology with every quote sought in the documents as they are now."""
    anchorings = {document.path: Anchoring(document) for document in chronology.documents}
    return replace(
        chronology,
        events=tuple(anchor_event(event, anchorings) for event in chronology.events),
    )


def _occurrences(words: str, text: str, cuts: tuple[bool, bool]) -> Iterator[Span]:
    """Every place of the words; ``cuts`` says at which of its ends the quote may cut a word."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        inside_before = start > 0 and words[0].isalnum() and text[start - 1].isalnum()
        inside_after = words[-1].isalnum() and text[end : end + 1].isalnum()
        if (cuts[0] or not inside_before) and (cuts[1] or not inside_after):
            yield start, end
        start = text.find(words, start + 1)
