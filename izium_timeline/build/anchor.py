"""Where a recorded quote stands in its document now.

The order is that of Hypothesis' client, which anchors a W3C TextQuoteSelector by its words
first and its context second; unlike there, the best candidate is never taken for being the
best: it has to clear a floor, and to stand apart from the runner-up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

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

    def _told_apart(self, evidence: Evidence, text: str, found: list[Span]) -> Span | None:
        """The one span whose surroundings are the recorded ones, None where that is open."""
        scored = sorted(
            ((_mean(_surroundings(evidence, text, span)), span) for span in found), reverse=True
        )
        (best, span), (next_best, _) = scored[:2]
        clear = best >= CONTEXT_FLOOR and best - next_best >= CONTEXT_MARGIN
        return span if clear else None

    def _similar_words(self, evidence: Evidence) -> Anchor:
        """An altered passage that a person has to confirm, else the quote is lost.

        It has to stand between the recorded surroundings: a passage that is merely alike,
        elsewhere in the document, is another statement.
        """
        folded = self._folded()
        words = fold(evidence.exact).folded.strip()
        if len(words) < ALTERED_LENGTH:
            return Anchor(Verdict.LOST)
        best = _most_alike(words, folded.folded)
        if best is None:
            return Anchor(Verdict.LOST)
        (start, end), likeness = best
        before, after = folded.folded[: start + 1], folded.folded[end - 1 :]
        runner_up = max((_most_alike(words, rest) or (0, 0.0))[1] for rest in (before, after))
        span = folded.original(*_whole_words(folded.folded, start, end))
        text = self._document.text if self._document and self._document.text else ""
        # One side is enough: an edit that reaches the quote's edge changes the other.
        placed = max(_surroundings(evidence, text, span), default=0.0) >= CONTEXT_FLOOR
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


def _surroundings(evidence: Evidence, text: str, span: Span) -> list[float]:
    """How like the recorded prefix and suffix the words around a span are, each 0 to 100.

    A side that was not recorded, at an end of the document, is left out.
    """
    start, end = span
    sides = (
        (evidence.prefix, text[max(0, start - len(evidence.prefix)) : start]),
        (evidence.suffix, text[end : end + len(evidence.suffix)]),
    )
    return [ratio(recorded, now) for recorded, now in sides if recorded.strip()]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _most_alike(words: str, text: str) -> tuple[Span, float] | None:
    if len(text) < len(words):
        return None
    found = partial_ratio_alignment(words, text, score_cutoff=ALTERED_FLOOR)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return (found.dest_start, found.dest_end), found.score


def _whole_words(text: str, start: int, end: int) -> Span:
    """The span widened to the words that it cuts, without blanks at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while start < end - 1 and text[start] == " ":
        start += 1
    while end - 1 > start and text[end - 1] == " ":
        end -= 1
    return start, end
