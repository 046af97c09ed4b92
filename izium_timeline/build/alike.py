"""How alike two passages are; loaded only where a quote is not at its place.

Likenesses run from 0 to 100: rapidfuzz's normalised indel similarity.
"""

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from izium_timeline.model.event import Evidence

Span = tuple[int, int]


def surroundings(evidence: Evidence, text: str, span: Span) -> list[float]:
    """How like the recorded prefix and suffix the words around a span are, each 0 to 100.

    A side that was not recorded, at an end of the document, is left out.
    """
    start, end = span
    sides = (
        (evidence.prefix, text[max(0, start - len(evidence.prefix)) : start]),
        (evidence.suffix, text[end : end + len(evidence.suffix)]),
    )
    return [ratio(recorded, now) for recorded, now in sides if recorded.strip()]


def mean(values: list[float]) -> float:
    """The mean likeness, 0 where there is none."""
    return sum(values) / len(values) if values else 0.0


def most_alike(words: str, text: str, floor: float) -> tuple[Span, float] | None:
    """The passage of a text most like the words, with its likeness; None below the floor."""
    if len(text) < len(words):
        return None
    found = partial_ratio_alignment(words, text, score_cutoff=floor)
    if found is None or found.dest_start >= found.dest_end:
        return None
    return (found.dest_start, found.dest_end), found.score


def whole_words(text: str, start: int, end: int) -> Span:
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
