"""How right and how fast the temporal tagger is, on sets of annotated texts.

    python -m tests.benchmarks.dates FOLDER [--izium DIR] [--mistakes N]

For each NAME.docs.jsonl ({doc_id, dct, text}) and NAME.gold.jsonl ({doc_id, start, end, type,
value}) in the folder one JSON object is printed: the value score of all expressions and of
those with a calendar date, each with precision and recall, and the speed on one core once the
rules are compiled; ``compile_ms`` is what that takes in the very first call. ``--izium`` reads
an annotated corpus (events.json with the documents, timexes.json with the expressions) in the
same way: the calendar of events is the reviewed chronology's, and expressions that are not
about the city are left out on both sides.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from izium_timeline.build.calendar import calendar_of
from izium_timeline.model.resource import resource
from izium_timeline.store.open import open_chronology
from izium_timeline.temporal import EventCalendar, tag
from izium_timeline.temporal.match import RULES
from tests.benchmarks.score import (
    Record,
    by_document,
    calendar_only,
    mistakes,
    value_score,
)


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """Texts with their publication dates, the gold, and what is left out on both sides."""

    name: str
    documents: tuple[Mapping[str, str], ...]
    gold: tuple[Record, ...]
    ignored: tuple[Record, ...] = ()
    calendar: EventCalendar = EventCalendar()


def run(arguments: Sequence[str]) -> None:
    """Print one line for each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--izium", type=Path)
    parser.add_argument("--mistakes", type=int, default=0)
    given = parser.parse_args(arguments)
    compile_ms = round(_warm_up())
    for each in _sets(given.folder, given.izium):
        predicted, seconds = _predict(each)
        report = _report(each, predicted, seconds)
        print(json.dumps({**report, "compile_ms": compile_ms}), flush=True)
        if given.mistakes:
            _list_mistakes(each, predicted, given.mistakes)


def _warm_up() -> float:
    """Milliseconds for a first text with an example of every rule."""
    text = ". ".join(rule.example for rule in RULES)
    before = time.process_time()
    tag(text, "2022-09-13")
    return 1000 * (time.process_time() - before)


def _sets(folder: Path | None, izium: Path | None) -> Iterator[AnnotatedSet]:
    for path in sorted(folder.glob("*.docs.jsonl")) if folder else ():
        name = path.name.removesuffix(".docs.jsonl")
        gold = path.with_name(f"{name}.gold.jsonl")
        if gold.exists():
            yield AnnotatedSet(name, tuple(_lines(path)), tuple(_lines(gold)))
    if izium is not None:
        yield _izium(izium)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _izium(folder: Path) -> AnnotatedSet:
    """The annotated articles, in the form of the other sets."""
    described = json.loads((folder / "events.json").read_text("utf-8"))["documents"]
    timexes = json.loads((folder / "timexes.json").read_text("utf-8"))["timexes"]
    home = resource("documents")
    documents = tuple(
        {
            "doc_id": document["file"],
            "dct": document["estimated_publication"],
            "text": (home / document["file"]).read_bytes().decode("utf-8"),
        }
        for document in described
    )
    records = [{**timex, "doc_id": timex["document"]} for timex in timexes]
    return AnnotatedSet(
        "izium",
        documents,
        tuple(record for record in records if record["about_izium"]),
        tuple(record for record in records if not record["about_izium"]),
        calendar_of(open_chronology()),
    )


def _predict(each: AnnotatedSet) -> tuple[list[Record], float]:
    predicted: list[Record] = []
    seconds = 0.0
    for document in each.documents:
        before = time.process_time()
        timexes = tag(document["text"], document["dct"], calendar=each.calendar)
        seconds += time.process_time() - before
        predicted += [
            {
                "doc_id": document["doc_id"],
                "start": timex.start,
                "end": timex.end,
                "type": timex.type,
                "value": timex.value,
                "text": timex.text,
                "reason": timex.reason,
            }
            for timex in timexes
        ]
    return [record for record in predicted if not _overlaps(record, each.ignored)], seconds


def _overlaps(record: Record, others: Iterable[Record]) -> bool:
    return any(
        record["doc_id"] == other["doc_id"]
        and int(record["start"]) < int(other["end"])
        and int(other["start"]) < int(record["end"])
        for other in others
    )


def _report(each: AnnotatedSet, predicted: Sequence[Record], seconds: float) -> dict[str, object]:
    gold, guesses = by_document(each.gold), by_document(predicted)
    value = value_score(gold, guesses)
    on_calendar = value_score(calendar_only(gold), calendar_only(guesses))
    size = sum(len(document["text"].encode()) for document in each.documents)
    return {
        "set": each.name,
        "documents": len(each.documents),
        "expressions": len(each.gold),
        **{f"value_{name}": figure for name, figure in asdict(value).items()},
        **{f"calendar_{name}": figure for name, figure in asdict(on_calendar).items()},
        "kb_per_s": round(size / 1000 / seconds) if seconds else None,
    }


def _list_mistakes(each: AnnotatedSet, predicted: Sequence[Record], most: int) -> None:
    texts = {document["doc_id"]: document["text"] for document in each.documents}
    for mistake in mistakes(by_document(each.gold), by_document(predicted))[:most]:
        record = mistake.gold or mistake.predicted or {}
        text, start, end = texts[mistake.document], int(record["start"]), int(record["end"])
        context = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 40]}"
        print(
            "  ",
            mistake.document[:12],
            "|",
            " ".join(context.split()),
            "| gold",
            mistake.gold and mistake.gold["value"],
            "| found",
            mistake.predicted and (mistake.predicted["value"], mistake.predicted["reason"]),
        )


if __name__ == "__main__":
    run(sys.argv[1:])
