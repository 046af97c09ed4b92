"""What one file may cost before it is given up."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file.

    ``bytes`` bounds the file and whatever is unpacked from it, and is checked before anything
    is read. ``seconds`` and ``memory`` (bytes) bound the process that reads it. The defaults
    leave room for a scanned book; a text of that size is told apart by the time it takes.
    """

    bytes: int = 100 * MEGABYTE
    seconds: float = 60.0
    memory: int = 1000 * MEGABYTE

    def __post_init__(self) -> None:
        if min(self.bytes, self.seconds, self.memory) <= 0:
            raise ValueError("a limit is more than nothing")


def megabytes(size: int) -> str:
    """A number of bytes in words, rounded up to whole megabytes: "12 MB"."""
    return f"{-(-size // MEGABYTE)} MB"
