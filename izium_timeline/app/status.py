"""The status line: how much there is, how much is shown, and how the quotes stand."""

from collections.abc import Sequence
from operator import countOf

from izium_timeline.app.workspace import Shown
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.document import Document
from izium_timeline.model.event import Status, Verdict

_NAMED = 3  # files in a message; the others are counted
_LONGEST = 90  # letters of each
_WORDS = {
    Verdict.MOVED: "moved",
    Verdict.ALTERED: "altered",
    Verdict.AMBIGUOUS: "ambiguous",
    Verdict.LOST: "lost",
    Verdict.MISSING: "without document",
}


def counts_text(chronology: Chronology) -> str:
    """How much a chronology holds: "162 events · 5 documents"."""
    return " · ".join(
        (_count(len(chronology.events), "event"), _count(len(chronology.documents), "document"))
    )


def status_text(total: int, shown: Shown, standing: str) -> str:
    """Counts of events and of those that are shown, and how quotes and documents stand."""
    visible = total if shown.rows is None else len(shown.rows)
    return " · ".join(filter(None, (_count(total, "event"), f"{visible:,} shown", standing)))


def standing_text(chronology: Chronology) -> str:
    """How candidates, quotes and documents stand; every verdict that is not exact is named."""
    verdicts = chronology.verdicts()
    parts = _candidates_text(chronology)
    if verdicts:
        parts.append(f"{_count(verdicts[Verdict.EXACT], 'quote')} exact")
    parts += [
        f"{verdicts[verdict]:,} {word}" for verdict, word in _WORDS.items() if verdicts[verdict]
    ]
    changed = sum(document.changed for document in chronology.documents)
    missing = [document for document in chronology.documents if document.missing]
    gone = sum(bool(document.recorded_sha256) for document in missing)
    counts = ((changed, "changed"), (gone, "missing"), (len(missing) - gone, "not read"))
    parts += [f"{_count(number, 'document')} {word}" for number, word in counts if number]
    return " · ".join(parts)


def _candidates_text(chronology: Chronology) -> list[str]:
    """How many of the events are candidates, where others are not."""
    number = countOf(chronology.statuses(), Status.CANDIDATE)
    mixed = 0 < number < len(chronology.events)
    return [f"{_count(number, 'candidate')} among them"] if mixed else []


def problems_text(chronology: Chronology) -> str:
    """What a person has to know at once: documents that can't be read; empty where all is well."""
    troubled = [document for document in chronology.documents if document.problem]
    quoted = [f"{d.path} {d.problem}" for d in troubled if d.recorded_sha256]
    told = []
    if quoted:
        told.append(
            f"{_named(quoted, '; ')}. Their quotes stay readable but are not verified: "
            "put the files back and reload (F5)."
        )
    if unread := [document for document in troubled if not document.recorded_sha256]:
        told.append(f"{_unread_text(unread)}.")
    return " ".join(told)


def _unread_text(unread: Sequence[Document]) -> str:
    """What became of files without text: "2 files can't be read (a.pdf, b.docx)"."""
    failed = [document.path for document in unread if not document.skipped]
    skipped = [document.path for document in unread if document.skipped]
    left_out = f"{'was' if len(skipped) == 1 else 'were'} skipped"
    parts = ((failed, "can't be read"), (skipped, left_out))
    return ", ".join(
        f"{_count(len(paths), 'file')} {became} ({_named(paths, ', ')})"
        for paths, became in parts
        if paths
    )


def _named(things: Sequence[str], between: str) -> str:
    """The first few of them, and how many more there are."""
    more = f"{between}and {len(things) - _NAMED:,} more" if len(things) > _NAMED else ""
    return between.join(_short(thing) for thing in things[:_NAMED]) + more


def _short(thing: str) -> str:
    return thing if len(thing) <= _LONGEST else f"{thing[: _LONGEST - 1].rstrip()}…"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
