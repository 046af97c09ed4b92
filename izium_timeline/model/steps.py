"""Long work in steps: after each bit it says how far it is, and there it can be left off."""

from collections.abc import Generator
from time import monotonic
from typing import Final, NamedTuple, TypeVar

T = TypeVar("T")

MOMENT: Final = 0.1
"""Seconds that a person is let wait for something before anything is said of it."""


class Step(NamedTuple):
    """How far work is: ``done`` of ``total``, in ``what`` that counts.

    This is one part of the whole work, which ``first`` and ``last``, shares of it, bound. Where it
    ``waits``, others work, and nobody knows how far they are.
    """

    done: int
    total: int
    what: str
    first: float = 0.0
    last: float = 1.0
    waits: bool = False

    @property
    def share(self) -> float:
        """How much of the whole work is done, 0 to 1."""
        part = min(1.0, self.done / self.total) if self.total else 1.0
        return self.first + (self.last - self.first) * part

    def __str__(self) -> str:
        if self.waits:
            return f"{self.total:,} {self.what}"
        return f"{min(self.done, self.total):,} of {self.total:,} {self.what}"


Steps = Generator[Step, None, T]
"""Work that pauses after each bit of it, and returns its result at the end.

Closed before, it leaves nothing half done behind.
"""

Slices = Generator[None, None, T]
"""The same, of work of which nobody is told how far it is."""


def advanced(steps: Steps[T], seconds: float) -> Step:
    """How far work is that goes on for so long, or until it has to wait.

    Raises StopIteration with its result at its end.
    """
    until = monotonic() + seconds
    step = next(steps)
    while not step.waits and monotonic() < until:
        step = next(steps)
    return step


def finished(steps: Steps[T] | Slices[T]) -> T:
    """The result of work that is done at one go."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: T = done.value
            return result
