"""The candidates of one document as bytes, ready to be kept: made where the document is read.

Whoever collects them copies blocks of bytes, and makes no object of any candidate.
"""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.merging.fingerprint import fingerprint_of
from izium_timeline.build.setting import setting_of
from izium_timeline.model.document import Document
from izium_timeline.model.event import Event
from izium_timeline.model.report import known_from
from izium_timeline.store.events.facts import Codes, Names, fact_of
from izium_timeline.store.events.record import record_of
from izium_timeline.store.packing import pack, unpack


class Batch(NamedTuple):
    """The candidates of one document, in order, as columns of bytes.

    ``facts`` holds rows as in ``store.events.facts``, whose codes count in ``categories`` and
    ``places`` and whose records stand one behind the other in ``records``. ``said``, ``sizes`` (how
    many there are) and ``words`` are those of the fingerprints, ``wording`` and ``framed`` of the
    settings; a number has eight bytes, of a word four, of a size two.
    """

    facts: bytes
    records: bytes
    categories: tuple[str, ...]
    places: tuple[str, ...]
    said: bytes
    sizes: bytes
    words: bytes
    wording: bytes
    framed: bytes

    def packed(self) -> bytes:
        """The batch as bytes, with a checksum."""
        return pack(tuple(self))


def unpacked_batch(data: bytes) -> Batch:
    """A batch that was packed; raises DamagedError."""
    return Batch(*unpack(data))


def batch_of(events: Sequence[Event], document: Document) -> Batch:
    """The candidates of a document."""
    names = Names(Codes(), Codes((document.path,)), Codes())
    documents = {document.path: document}
    facts, records = bytearray(), bytearray()
    said, sizes, words = array("Q"), array("H"), array("I")
    wording, framed = array("Q"), array("Q")
    for event in events:
        record = record_of(event)
        facts += fact_of(event, known_from(event, documents), names, record, len(records))
        records += record
        print_ = fingerprint_of(event)
        said.append(print_.said)
        sizes.append(len(print_.words))
        words.extend(print_.words)
        setting = setting_of(event)
        wording.append(setting.words)
        framed.append(setting.framed)
    return Batch(
        bytes(facts),
        bytes(records),
        names.categories.names,
        names.places.names,
        said.tobytes(),
        sizes.tobytes(),
        words.tobytes(),
        wording.tobytes(),
        framed.tobytes(),
    )
