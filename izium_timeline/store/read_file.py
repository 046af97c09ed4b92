"""What another process does with a file: it reads it, and packs what it found for the cache.

Packing there spares this process, which paints a window meanwhile, some milliseconds a document.
"""

from dataclasses import replace
from typing import NamedTuple

from izium_timeline.build.job import Job, Result, run
from izium_timeline.store.batch import batch_of
from izium_timeline.store.packing import pack


class Packed(NamedTuple):
    """A result without its events, the batch of these, and the text, each packed."""

    result: bytes
    events: bytes
    text: bytes


def read_file(job: Job) -> Packed:
    """Read a job's file, and pack what was found."""
    return packed(run(job))


def packed(result: Result) -> Packed:
    """A result, packed."""
    bare = replace(result, packed=b"", harvest=replace(result.harvest, events=()))
    batch = batch_of(result.harvest.events, result.document)
    return Packed(pack(bare), batch.packed(), result.packed)
