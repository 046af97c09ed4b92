"""Whether a sentence tells of what was or of what will be, from the verbs about a date."""

import re

from izium_timeline.temporal.lazy import LazyPattern

_FUTURE = LazyPattern(
    r"\b(?:will|shall|'ll|won't|going to|(?:is|are|was|were)\s"
    r"to(?!\s(?:have|be\s(?:found|seen))\b)|"
    r"(?-i:may|might|will|shall)\s(?!have\b)[a-z]+(?:\s[a-z]{3,}ed)?|"
    r"set to|due|scheduled|slated|expect(?:s|ed)?|"
    r"planned|plans?|planning|"
    r"(?:is|are) (?:asked|invited|requested|urged|required|advised) to|"
    r"supposed to|meant to|forecast to|"
    r"to be (?:held|released|delivered|launched|completed|opened)|upcoming|"
    r"intends?|hopes?|aims? to|would|should|forthcoming|starts|begins|arrives|opens|ends|"
    r"takes (?:place|effect)|is being|postponed|rescheduled|expires?|resumes|reopens|adjourned|"
    r"delayed|deadline)\b",
    re.IGNORECASE,
)
_PAST = LazyPattern(
    r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!should )(?<!be )(?<!expected )"
    r"\b(?:was|were|had|did|said|told|announced|began|begun|came|went|took|made|held|met|left|"
    r"died|killed|won|lost|gave|got|saw|sent|fell|rose|became|found|led|struck|hit|broke|has|have|"
    r"taken|given|written|seen|known|driven|broken|chosen|shown|drawn|spoken|built|bought|brought|"
    r"[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
# A full stop ends a sentence, but not behind an initial or in "9 p.m. on".
_STOP = LazyPattern(r"(?<!\.m)(?<![\s.][A-Za-z])\.\s|[!?;]\s|\n")


def may_be_over(text: str, start: int, end: int) -> bool:
    """Whether what will be is told from some time past: "promised that it would open"."""
    return _WOULD.search(_sentence_before(text, start)) is not None


_WOULD = LazyPattern(r"\b(?:would|should|(?:was|were)\s(?:due|to|set|scheduled|expected))\b")


def direction(text: str, start: int, end: int) -> int:
    """-1 for past, 1 for future, 0 where no verb tells; the verb nearest to the span counts.

    A verb of the same clause behind the expression ("On Monday the court ruled") counts as
    one before it does; at most 120 characters to either side are read.
    """
    before = _sentence_before(text, start)
    after = _sentence_after(text, end)
    best: tuple[int, int] | None = None
    for pattern, sign in ((_FUTURE, 1), (_PAST, -1)):
        last = next(reversed(list(pattern.finditer(before))), None)
        first = pattern.search(after)
        for distance in (
            len(before) - last.end() if last else None,
            first.start() + 8 if first else None,
        ):
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, sign)
    return 0 if best is None else best[1]


def speech_start(text: str, start: int) -> int:
    """Where the quotation about a place was opened, -1 where it lies in none."""
    if not in_speech(text, start):
        return -1
    return max(text.rfind(mark, max(0, start - 600), start) for mark in ('"', "\u201c"))


def in_speech(text: str, start: int) -> bool:
    """Whether a place lies within quotation marks that its paragraph opened before it."""
    before = text[max(0, start - 600) : start].rpartition("\n")[2]
    return before.count('"') % 2 == 1 or before.rfind("\u201c") > before.rfind("\u201d")


def _sentence_before(text: str, start: int) -> str:
    window = text[max(0, start - 120) : start]
    breaks = list(_STOP.finditer(window))
    return window[breaks[-1].end() :] if breaks else window


# What follows a quotation says who says it, and not of what time it tells.
_STOP_BEHIND = LazyPattern(
    r"(?<!\.m)(?<![\s.][A-Za-z])\.\s|[!?;]\s|\n|[,.!?][\"\u201d]|[\"\u201d],"
)


def _sentence_after(text: str, end: int) -> str:
    window = text[end : end + 120]
    stop = _STOP_BEHIND.search(window)
    return window[: stop.start()] if stop else window
