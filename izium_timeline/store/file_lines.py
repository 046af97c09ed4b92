"""What became of each file of a folder, as a line for a person."""

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """What became of a file of the folder."""

    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the folder, what became of it, and why."""

    path: str
    state: FileState
    reason: str = ""
