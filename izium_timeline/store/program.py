"""Which program this is: what one of its states made, another one makes anew."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from izium_timeline import __version__
from izium_timeline.model.resource import resource

_ROOMS: Final = ("model", "corpus", "temporal", "build", "store")


@cache
def program_state() -> str:
    """A hash of the program's version and of the state of its files, which someone may edit."""
    package = Path(__file__).parent.parent
    files = [
        *(path for room in _ROOMS for path in sorted((package / room).rglob("*.py"))),
        *sorted(resource("resources").rglob("*")),
    ]
    state = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr((__version__, state)).encode()).hexdigest()
