"""What is made ready of a chronology file before it is shown."""

from math import inf
from pathlib import Path
from typing import NamedTuple

from izium_timeline.layout.told import Told, told_steps
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.steps import MOMENT, Step, Steps, advanced
from izium_timeline.store.open import open_steps


class Opened(NamedTuple):
    """A chronology, and the facts of its events."""

    chronology: Chronology
    told: Told


def opened_steps(target: Path | None) -> Steps[Opened]:
    """Open Izium (None) or a chronology file, in steps; raises TimelineError."""
    chronology = yield from open_steps(target)
    events = len(chronology.events)
    chronology.verdicts()  # what is kept there, the first look would wait for
    yield Step(events, events, "events checked", 0.9, 0.9)
    chronology.resting_on("")
    told = yield from told_steps(chronology)
    return Opened(chronology, told)


def opened_at_once(target: Path | None) -> Opened | None:
    """Open Izium (None) or a chronology file; None where a file takes longer than a moment.

    Raises TimelineError.
    """
    steps = opened_steps(target)
    try:
        advanced(steps, inf if target is None else MOMENT)
    except StopIteration as done:
        opened: Opened = done.value
        return opened
    steps.close()
    return None
