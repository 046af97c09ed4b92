"""What became of documents while they were open, in words."""

from collections import Counter
from typing import Final

from izium_timeline.export.verdicts import counted
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Verdict

_TOLD: Final = 3  # documents; the others are counted


def changed_documents(before: Chronology, after: Chronology) -> list[str]:
    """The paths of the documents whose text, or whose absence, is another now."""
    old = {document.path: _state(document) for document in before.documents}
    return [d.path for d in after.documents if _state(d) != old.get(d.path)]


def changes_text(before: Chronology, after: Chronology) -> str:
    """What happened to the documents that have changed, and how their quotes stand now."""
    paths = changed_documents(before, after)
    lines = [_told(before, after, path) for path in paths[:_TOLD]]
    if len(paths) > _TOLD:
        lines.append(f"{len(paths) - _TOLD} more documents have changed.")
    return " ".join(lines)


def _told(before: Chronology, after: Chronology, path: str) -> str:
    old, new = before.document(path), after.document(path)
    verdicts = _verdicts(after, path)
    count = verdicts.total()
    quotes = f"its {count} quotes" if count != 1 else "its quote"
    if new is None or new.missing:
        what = new.problem if new else ""
        return (
            f"{path} {what or 'is not there'}: {quotes} can't be checked; the words recorded from "
            "it stay readable. Put the file back, and it is read again."
        )
    what = "was changed while it was open"
    if old is None or old.missing:
        what = "is there again"
    elif new.recorded_sha256 and not new.changed:
        what = "is again what it was"
    elif not (new.text or "").strip():
        what = "was emptied while it was open"
    return (
        f"{path} {what}: {quotes} stand now as {counted(verdicts)}."
        if count
        else (f"{path} {what}.")
    )


def _state(document: Document) -> tuple[str, str, bool]:
    return document.sha256, document.problem, document.missing


def _verdicts(chronology: Chronology, path: str) -> Counter[Verdict]:
    return Counter(
        piece.verdict
        for row in chronology.resting_on(path)
        for piece in chronology.events[row].evidence
        if piece.document == path
    )
