"""The verdicts in words: the signs that timeline, list and card share, and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from izium_timeline.model.event import Event, Verdict


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict in words: a sign, a few words, and a sentence on what it means."""

    sign: str
    words: str
    sentence: str = ""


VERDICTS: Final[Mapping[Verdict, VerdictWords]] = {
    Verdict.EXACT: VerdictWords("✓", "quote exact"),
    Verdict.MOVED: VerdictWords(
        "→", "quote moved", "The same words stand at another place than the recorded one."
    ),
    Verdict.ALTERED: VerdictWords(
        "≈", "quote altered, to confirm", "The text has similar words. Recorded: “{quote}”"
    ),
    Verdict.AMBIGUOUS: VerdictWords(
        "?",
        "quote ambiguous",
        "{places} places have the words, or nearly, and nothing tells which is meant: “{quote}”",
    ),
    Verdict.LOST: VerdictWords(
        "✕", "quote lost", "The document does not have the recorded words: “{quote}”"
    ),
    Verdict.MISSING: VerdictWords(
        "⊘", "document missing", "The document can't be read. Recorded words: “{quote}”"
    ),
}


def doubt_words(event: Event) -> str:
    """What is to be known of an event's best quote: "quote lost"; empty while it is exact."""
    piece = event.best_evidence
    if piece is None or piece.verdict is Verdict.EXACT:
        return ""
    return VERDICTS[piece.verdict].words
