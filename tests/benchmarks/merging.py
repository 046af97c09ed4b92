"""How long it takes to join candidates that tell of one event.

    python -m tests.benchmarks.merging --candidates N [--days D]

Candidates of so many words and dates over D days (3650) are made up; every fifth repeats an
earlier one, half of these with a word left out. They are joined as those of a folder are, from the
fingerprints made where its documents were read. One JSON object is printed: ``seconds`` in all,
``ratio`` by which ``seconds`` grow from a tenth of the candidates on (10 is linear),
``longest_ms``, the longest step in which a window would wait, ``joined``, the events that were
joined.
"""

import argparse
import gc
import json
import random
import string
import time
from dataclasses import replace
from itertools import count, groupby
from math import nan

from izium_timeline.model.days import civil, day_number, iso_day
from izium_timeline.model.document import Document
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import Anchor, Basis, Event, Evidence, Extent, Verdict
from izium_timeline.store.events.batch import batch_of
from izium_timeline.store.events.event_table import EventTable

_FIRST = day_number(2014, 1)
_PLACES = ("Izium", "Kupiansk", "Balakliia", "Lyman", "Kharkiv", "Kramatorsk", "Sloviansk")
_VOCABULARY = 6000
_A_DOCUMENT = 20  # candidates


def made_up(number: int, days: int) -> list[Event]:
    """So many candidates; equal numbers give equal ones."""
    dice = random.Random(number)
    words = ["".join(dice.choices(string.ascii_lowercase, k=7)) for _ in range(_VOCABULARY)]
    events: list[Event] = []
    for place in range(number):
        if events and dice.random() < 0.2:
            events.append(_again(dice.choice(events[-2000:]), place, dice))
            continue
        chosen = [dice.choice(words) for _ in range(dice.randint(5, 11))]
        title = " ".join((*chosen[:2], dice.choice(_PLACES), *chosen[2:]))
        day = _FIRST + dice.randrange(days)
        month = "{}-{:02}".format(*civil(day))
        events.append(_event(title, iso_day(day) if dice.random() < 0.6 else month, place))
    return events


def _event(title: str, day: str, place: int) -> Event:
    date, start = parse_edtf(day), 100 * (place % _A_DOCUMENT)
    end = start + len(title)
    anchor = Anchor(Verdict.EXACT, start, end)
    piece = Evidence(f"{place // _A_DOCUMENT}.txt", title, start, end, anchor=anchor)
    days = date.bounds()
    return Event(
        f"c{place}", title, date, days, Extent.WINDOW, Basis.STATED, "why", evidence=(piece,)
    )


def _again(event: Event, place: int, dice: random.Random) -> Event:
    words = event.title.split()
    if dice.random() < 0.5:
        words.pop(dice.randrange(len(words)))
    repeated = _event(" ".join(words), "2014", place)
    return replace(repeated, edtf=event.edtf, bounds=event.bounds)


def timed(events: list[Event]) -> tuple[float, float, int]:
    """Seconds in all, seconds of the longest step, and how many events were joined."""
    table, batches = EventTable(), []
    for path, told in groupby(events, lambda event: event.evidence[0].document):
        batches.append(table.put(path, batch_of(tuple(told), Document(path))))
    gc.collect()
    began, longest = time.perf_counter(), 0.0
    work = table.joined(table.shown(batches), lambda _: nan, {})
    step = began
    for _ in count():
        try:
            next(work)
        except StopIteration as done:
            return time.perf_counter() - began, longest, len(done.value.joined())
        longest = max(longest, time.perf_counter() - step)
        step = time.perf_counter()
    raise AssertionError


def run(candidates: int, days: int) -> dict[str, float]:
    """Measure; returns what is printed."""
    tenth, _, _ = timed(made_up(max(1, candidates // 10), max(1, days // 10)))
    events = made_up(candidates, days)
    seconds, longest, joined = timed(events)
    return {
        "candidates": candidates,
        "joined": joined,
        "seconds": round(seconds, 2),
        "ratio": round(seconds / tenth, 1),
        "longest_ms": round(1000 * longest),
    }


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--candidates", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=3650)
    asked = parser.parse_args()
    print(json.dumps(run(asked.candidates, asked.days)))


if __name__ == "__main__":
    main()
