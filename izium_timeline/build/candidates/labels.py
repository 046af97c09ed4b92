"""What stands before a colon at the head of a paragraph: who speaks, or what it is about."""

import re

_LABEL = re.compile(r"(?P<label>[A-Z][\w\u2019'. ()-]{0,60}?):\s+(?=[A-Z\"\u201c\d])")
_NEAR = 8000  # characters to either side in which who speaks speaks again
_ANONYMOUS = frozenset(("Q", "A", "Question", "Answer"))


def label_end(text: str, start: int, end: int) -> int:
    """Where a paragraph goes on behind its label; its start where it has none."""
    label = _LABEL.match(text, start, end)
    return label.end() if label else start


def speaker(text: str, start: int, end: int) -> str | None:
    """Who speaks a paragraph of a transcript: "The witness: Last Thursday I visited the camp".

    A label that comes back nearby is a speaker's; "" for one without a name ("A:"), None where
    nobody is said to speak.
    """
    found = _LABEL.match(text, start, end)
    if found is None:
        return None
    label = found["label"]
    if label in _ANONYMOUS:
        return ""
    low, high = max(0, start - _NEAR), end + _NEAR
    named = f"\n{label}:"
    if text.find(named, low, start - 1) < 0 and text.find(named, end, high) < 0:
        return None
    return label.partition(" (")[0]
