"""Figures that stand with a statement: "about 46 000 inhabitants", "80 %", "1.2 million people"."""

import re
from collections.abc import Sequence
from functools import cache

from izium_timeline.build.candidates.lexicon import words
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.model.event import Value
from izium_timeline.temporal.lexicon import any_of

_MOST = 4
_AROUND = (
    *("about", "around", "some", "nearly", "almost", "approximately", "roughly", "an estimated"),
    *("over", "more than", "less than", "fewer than", "at least", "up to", "as many as"),
    *("only", "just"),
)
_FIGURE = re.compile(
    rf"(?<!\w)(?P<around>{any_of(_AROUND)}\s+(?:a\stotal\sof\s)?)?"
    r"(?<![.,/:\[-])(?P<money>[$\u20ac\u00a3])?"
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
    r"(?P<scale>\s(?:hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<unit>\s?%|\s(?:percent|per\scent)\b"
    r"|[\s-](?:(?:more|other|local|new|square|missile|cubic|civilian)\s)?[a-z]{3,}\b)?"
    r"(?![\w/:]|[.,]\d)",
    re.IGNORECASE,
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NO_UNITS = frozenset(
    ("and", "or", "the", "of", "in", "on", "at", "to", "for", "from", "with", "was", "were", "are")
    + ("is", "has", "have", "had", "that", "who", "which", "after", "before", "but", "when")
    + ("while", "above", "below", "also", "about", "into", "over", "near", "than", "then", "not")
)


def figures(text: str, clause: Span, apart: Sequence[Span], document: str) -> tuple[Value, ...]:
    """The figures of a clause, those of dates apart: at most a few, in their order."""
    found = []
    for figure in _FIGURE.finditer(text, clause.start, clause.end):
        if _is_name(text, clause, figure) or any(
            figure.start("number") < span.end and span.start < figure.end("number")
            for span in apart
        ):
            continue
        number = float(re.sub(r"[,\u00a0\u202f ]", "", figure["number"]))
        scale = (figure["scale"] or "").strip().lower()
        found.append(Value(document, number * _SCALES.get(scale, 1), _qualifier(figure)))
        if len(found) == _MOST:
            break
    return tuple(found)


_CURRENCIES = ("EUR", "USD", "UAH", "GBP", "CHF", "RUB", "PLN", "Rs", "Rs.", "SEK", "NOK", "DKK")
_PART_OF_TEXT = re.compile(
    r"\b(?:paragraphs?|sections?|articles?|pages?|chapters?|no|rule|item|footnote|number|room|age|aged)"
    r"\.?\s\Z",
    re.IGNORECASE,
)


def _is_name(text: str, clause: Span, figure: re.Match[str]) -> bool:
    """Whether a number belongs to a name: "Flight 447", "iPhone 4"."""
    place = figure.start("number")
    if figure["around"] or figure["money"] or place - clause.start < 2:
        return False
    before = text[max(clause.start, place - 24) : place]
    if _PART_OF_TEXT.search(before):
        return True
    word = before.split()[-1:] or [""]
    named = any(letter.isupper() for letter in word[0]) and word[0] not in _CURRENCIES
    return named and before.endswith(" ")


@cache
def _verbs() -> frozenset[str]:
    return words("verbs", "present", "past", "modal")


def _qualifier(figure: re.Match[str]) -> str:
    unit = " ".join((figure["unit"] or "").strip(" -").split())
    last = unit.split()[-1].lower() if unit else ""
    if last in _NO_UNITS or (last.endswith("ed") and len(last) > 3) or last in _verbs():
        unit = ""
    parts = [" ".join((figure["around"] or "").split()), figure["money"] or "", unit]
    return " ".join(part for part in parts if part)
