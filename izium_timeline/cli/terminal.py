"""Standard output and standard error: lines out, failures in one line."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from shutil import get_terminal_size
from time import monotonic
from typing import TextIO, TypeVar

from izium_timeline.model.errors import ExportError
from izium_timeline.model.line import fitted, one_line
from izium_timeline.model.steps import Steps

T = TypeVar("T")

PROGRAM = "izium-timeline"
_TELL = 0.1  # seconds between two states of a line


def output() -> TextIO:
    """Standard output; raises ExportError where it is closed."""
    if sys.stdout is None:
        raise ExportError("standard output is closed", remedy="write to a file instead")
    return sys.stdout


def put(lines: Iterable[str]) -> None:
    """Write lines as UTF-8 in any locale, on a terminal in the encoding that it has."""
    out = output()
    if isinstance(out, TextIOWrapper):
        encoding = out.encoding if out.isatty() else "utf-8"
        out.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    for line in lines:
        out.write(f"{line}\n")


def say(text: str) -> None:
    """Say one line on standard error; where that is closed too, nothing can be said."""
    with suppress(OSError, ValueError):
        if sys.stderr:
            sys.stderr.write(f"{PROGRAM}: {one_line(text)}\n")
            sys.stderr.flush()


class Progress:
    """One line on standard error that is written over again and again, on a terminal alone."""

    def __init__(self) -> None:
        self._shown = bool(sys.stderr and sys.stderr.isatty())

    def tell(self, text: str) -> None:
        """Show how far it is."""
        if self._shown:
            columns = get_terminal_size().columns - 1
            with suppress(OSError, ValueError):
                sys.stderr.write(f"\r{fitted(one_line(text), columns)}")
                sys.stderr.flush()

    def clear(self) -> None:
        """Leave no trace of it."""
        self.tell("")
        if self._shown:
            with suppress(OSError, ValueError):
                sys.stderr.write("\r")
                sys.stderr.flush()


def told(steps: Steps[T]) -> T:
    """The result of long work, of which a terminal is told now and then how far it is."""
    progress, due = Progress(), 0.0
    try:
        while True:
            step = next(steps)
            if monotonic() > due:
                progress.tell(str(step))
                due = monotonic() + _TELL
    except StopIteration as done:
        result: T = done.value
        return result
    finally:
        progress.clear()


def release() -> None:
    """Let the written lines out; raises OSError where nobody can take them."""
    if sys.stdout:
        sys.stdout.flush()


def drop() -> None:
    """Drop what nobody can take: else the interpreter tries again at its end, and complains."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
