"""What another process does with a file: it reads it, and packs what it found for the cache.

Packing there spares this process, which paints a window meanwhile, some milliseconds a document.
"""

import pickle
from dataclasses import replace
from typing import NamedTuple

from izium_timeline.build.job import Job, Result, run
from izium_timeline.store.events.batch import batch_of
from izium_timeline.store.packing import DamagedError, pack
from izium_timeline.store.program import program_state


class Packed(NamedTuple):
    """A result without its events, the batch of these, and the text, each packed.

    ``program`` is the state of the program that packed them.
    """

    result: bytes
    events: bytes
    text: bytes
    program: str


def read_file(job: Job) -> Packed:
    """Read a job's file, and pack what was found."""
    return packed(run(job))


def packed(result: Result) -> Packed:
    """A result, packed."""
    bare = replace(result, packed=b"", harvest=replace(result.harvest, events=()))
    batch = batch_of(result.harvest.events, result.document)
    return Packed(pack(bare), batch.packed(), result.packed, program_state())


def answer_of(data: bytes) -> Packed:
    """What another process sent; raises DamagedError where it is of another program."""
    try:
        answer: Packed = pickle.loads(data)
        same = answer.program == program_state()
    except Exception as error:  # whatever the values of another program raise
        raise DamagedError from error
    if not same:
        raise DamagedError
    return answer
