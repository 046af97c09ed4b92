"""Errors that nobody caught, told where errors are shown."""

import sys
from collections.abc import Callable
from types import TracebackType

from izium_timeline.model.errors import TimelineError


def tell_uncaught(tell: Callable[[str], None]) -> None:
    """Have a person told, each once, of the errors that are meant for a person.

    What raises while Qt paints, or asks for a tip, has no one to catch it: the disk on which the
    events of a folder lie may fail at any moment. Other errors go where they went before.
    """
    others, told = sys.excepthook, set[str]()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, TimelineError):
            others(kind, error, trace)
        elif str(error) not in told:
            told.add(str(error))
            tell(str(error))

    sys.excepthook = hook
