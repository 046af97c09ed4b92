"""How long the program takes from the start of its process to its painted window.

``python -m tests.benchmarks.start`` prints one JSON object: ``window_ms`` to the first paint of the
window on the chronology of Izium, ``empty_ms`` to that of an empty QMainWindow with nothing else
imported, their ``ratio``, and ``complete_ms``, by when its last part is painted too. All are
medians. The runs alternate, so that a busy machine slows both kinds alike.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CHILD = Path(__file__).with_name("first_paint.py")
LONGEST_S = 60


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds to the first paint of the window, and to that of all its parts."""

    first: float
    complete: float


def start(kind: str, environment: dict[str, str]) -> Start:
    """Starts a window of that kind, ``izium`` or ``empty``, in a process of its own.

    Raises CalledProcessError or TimeoutExpired where no window was painted, RuntimeError where
    Izium's had no events in its first picture: such a start would be none.
    """
    # -P keeps the benchmarks' own folder, and so their names, out of the import path.
    command = [sys.executable, "-P", str(CHILD), kind]
    began = time.monotonic_ns()
    run = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, timeout=LONGEST_S
    )
    painted, events, complete = map(int, run.stdout.split())
    if kind == "izium" and not events:
        raise RuntimeError("the window was painted without its events")
    return Start((painted - began) / 1e6, (complete - began) / 1e6)


def measure(runs: int, environment: dict[str, str]) -> dict[str, float]:
    """The medians of both kinds over a number of alternating runs, after one that warms up."""
    starts: dict[str, list[Start]] = {"izium": [], "empty": []}
    for _ in range(runs + 1):
        for kind, taken in starts.items():
            taken.append(start(kind, environment))
    window = statistics.median(one.first for one in starts["izium"][1:])
    empty = statistics.median(one.first for one in starts["empty"][1:])
    complete = statistics.median(one.complete for one in starts["izium"][1:])
    return {
        "window_ms": round(window, 1),
        "empty_ms": round(empty, 1),
        "ratio": round(window / empty, 2),
        "complete_ms": round(complete, 1),
        "runs": runs,
    }


def environment_at(home: str) -> dict[str, str]:
    """This environment with an empty home, off screen unless told otherwise.

    Byte code is written, as an installed program has it.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not (name[:4] == "XDG_" and name[-5:] == "_HOME")
    }
    return {"QT_QPA_PLATFORM": "offscreen", **kept, "HOME": home}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=11, help="of each kind")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        print(json.dumps(measure(runs, environment_at(home))))


if __name__ == "__main__":
    main()
