"""Scoring temporal expressions against a gold set, as TempEval-3 does.

Gold and predictions are records {doc_id, start, end, type, value}. A prediction matches the
gold expression that it overlaps (one to one, exact spans first, then the largest overlap);
its value counts where the two values are equal after ``canonical``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Record = Mapping[str, str | int]
ByDocument = Mapping[str, Sequence[Record]]

_CANONICAL = (
    (r"T00:00(:00)?$", ""),  # midnight is the day
    (r"(T\d\d:\d\d):00$", r"\1"),
    (r"^(\d{4})-X{1,2}(-X{1,2})?$", r"\1"),  # 1944-XX-XX is 1944
    (r"^(\d{4}-\d\d)-X{1,2}$", r"\1"),
    (r"^(\d\d\d)X$", r"\1"),  # 194X is 194
    (r"^(\d\d)XX$", r"\1"),
    (r"^(\d{4})-W(\d)$", r"\1-W0\2"),
)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, in percent."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Mistake:
    """A gold record missed, a prediction without gold, or two of unequal value."""

    document: str
    gold: Record | None
    predicted: Record | None


def canonical(value: str) -> str:
    """A TimeML value without what does not count."""
    value = value.strip().upper()
    for pattern, plain in _CANONICAL:
        value = re.sub(pattern, plain, value)
    return value


def by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records grouped by their document."""
    grouped: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        grouped[str(record["doc_id"])].append(record)
    return grouped


def calendar_only(records: ByDocument) -> dict[str, list[Record]]:
    """Dates and times with a value that a calendar holds: no "now", nothing empty."""
    return {
        document: [record for record in each if _on_calendar(record)]
        for document, each in records.items()
    }


def _on_calendar(record: Record) -> bool:
    value = str(record["value"] or "")
    return record["type"] in ("DATE", "TIME") and value != "" and not value.endswith("_REF")


def value_score(gold: ByDocument, predicted: ByDocument) -> Score:
    """How many values are right, over all documents together."""
    found = wanted = right = 0
    for document in {*gold, *predicted}:
        golden, guesses = gold.get(document, ()), _distinct(predicted.get(document, ()))
        found, wanted = found + len(guesses), wanted + len(golden)
        right += sum(_equal(golden[i], guesses[j]) for i, j in _pairs(golden, guesses))
    return _score(right, found, wanted)


def mistakes(gold: ByDocument, predicted: ByDocument) -> list[Mistake]:
    """Everything that costs a point: misses, spurious predictions, wrong values."""
    wrong = []
    for document in sorted({*gold, *predicted}):
        golden, guesses = gold.get(document, ()), _distinct(predicted.get(document, ()))
        pairs = _pairs(golden, guesses)
        wrong += [
            Mistake(document, golden[i], guesses[j])
            for i, j in pairs
            if not _equal(golden[i], guesses[j])
        ]
        found_gold, found_guesses = {i for i, _ in pairs}, {j for _, j in pairs}
        wrong += [Mistake(document, g, None) for i, g in enumerate(golden) if i not in found_gold]
        wrong += [
            Mistake(document, None, p) for j, p in enumerate(guesses) if j not in found_guesses
        ]
    return wrong


def _equal(gold: Record, guess: Record) -> bool:
    return canonical(str(gold["value"] or "")) == canonical(str(guess["value"] or ""))


def _distinct(records: Sequence[Record]) -> list[Record]:
    return list({(r["start"], r["end"]): r for r in reversed(records)}.values())[::-1]


def _pairs(gold: Sequence[Record], guesses: Sequence[Record]) -> list[tuple[int, int]]:
    """Matches one to one: exact spans first, then by length of overlap."""
    spans = {(g["start"], g["end"]): i for i, g in enumerate(gold)}
    pairs = [
        (i, j)
        for j, p in enumerate(guesses)
        if (i := spans.get((p["start"], p["end"]))) is not None
    ]
    used_gold, used_guesses = {i for i, _ in pairs}, {j for _, j in pairs}
    overlaps = sorted(
        (
            (-_overlap(g, p), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(guesses)
            if i not in used_gold and j not in used_guesses and _overlap(g, p) > 0
        ),
    )
    for _, i, j in overlaps:
        if i not in used_gold and j not in used_guesses:
            used_gold.add(i)
            used_guesses.add(j)
            pairs.append((i, j))
    return pairs


def _overlap(first: Record, second: Record) -> int:
    end = min(int(first["end"]), int(second["end"]))
    return end - max(int(first["start"]), int(second["start"]))


def _score(right: int, found: int, wanted: int) -> Score:
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(*(round(100 * figure, 1) for figure in (precision, recall, f1)))
