"""The errors that reach a person: what happened, to which file, and what to do."""

from pathlib import PurePath


class TimelineError(Exception):
    """A failure that a person can understand and mend; its text is one line.

    ``path`` names the file at fault, ``remedy`` what the person can do about it.
    """

    def __init__(self, what: str, *, path: PurePath | str | None = None, remedy: str = "") -> None:
        self.what = what
        self.path = None if path is None else str(path)
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        named = self.what if self.path is None else f"{self.path}: {self.what}"
        line = f"{named}; {self.remedy}" if self.remedy else named
        return " ".join(line.split())


class DocumentError(TimelineError):
    """A document or a folder of documents can't be read."""


class ChronologyFileError(TimelineError):
    """A chronology file is malformed, of a newer version, or can't be written."""


class LostEventError(TimelineError):
    """An event that lies on a disk can't be read from there any more."""


class ExportError(TimelineError):
    """An export is unknown, or can't be written."""


class QueryError(TimelineError):
    """A query makes no sense."""


class UsageError(TimelineError):
    """A command was called in a way that it does not know."""
