"""What is said on standard error beside what was asked for."""

from typing import TYPE_CHECKING

from izium_timeline.cli.terminal import PROGRAM, say

if TYPE_CHECKING:
    from collections import Counter

    from izium_timeline.model.chronology import Chronology
    from izium_timeline.model.event import Verdict


def tell_documents(chronology: "Chronology") -> None:
    """Say which documents can't be read, or are no longer those that were quoted."""
    from izium_timeline.export.verdicts import document_lines

    for line in document_lines(chronology):
        say(line)


def candidates_hint(chronology: "Chronology") -> str:
    """What to write where no reviewed event is exported because there are candidates alone."""
    from izium_timeline.model.event import Status

    only = all(status is Status.CANDIDATE for status in chronology.statuses())
    return "; --status all writes candidates" if only and chronology.events else ""


def tell_export(chronology: "Chronology", verdicts: "Counter[Verdict]") -> None:
    """Say how many of the exported quotes are in doubt, and how many files nothing is read of."""
    from izium_timeline.export.verdicts import document_lines, warning

    if doubts := warning(verdicts):
        told = "".join(f"; {line.partition(';')[0]}" for line in document_lines(chronology))
        say(f"{doubts}{told}; {PROGRAM} check lists them")
    unread = sum(bool(doc.problem and not doc.recorded_sha256) for doc in chronology.documents)
    if unread:
        files = "1 file is" if unread == 1 else f"{unread:,} files are"
        say(f"{files} not read; {PROGRAM} check says which, and why")
