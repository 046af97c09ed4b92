"""What worker processes are asked to do in tests: a job is the name of a misdeed, and a number."""

import os
import signal
import sys
import time
from pathlib import Path

Job = tuple[str, int]


def double(job: Job) -> int:
    return 2 * job[1]


def act(job: Job) -> object:
    name, number = job
    return _ACTS[name](number)


def _bytes(number: int) -> int:
    return len(bytearray(number))


def _hold(number: int) -> int:
    held = b"x" * number
    time.sleep(60)
    return len(held)


def _say(number: int) -> int:
    print("a library that talks")
    sys.stdout.flush()
    os.write(1, b"and another")
    return number


def _fail(number: int) -> int:
    raise ValueError(f"no sense\nin {number}")


def _spin(number: int) -> int:
    while True:
        number += 1


def _note(number: int) -> int:
    """Leave the process's number behind, then be busy for long."""
    Path(os.environ["NOTE"]).write_text(f"{os.getpid()}", encoding="ascii")
    time.sleep(number)
    return number


_ACTS = {
    "give": lambda number: number,
    "leave": lambda number: os._exit(number),
    "die": lambda number: os.kill(os.getpid(), signal.SIGKILL),
    "fail": _fail,
    "spin": _spin,
    "fill": _bytes,
    "hold": _hold,
    "say": _say,
    "note": _note,
}
