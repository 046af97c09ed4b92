"""Values as bytes: they come back as they were, or not at all."""

import io
import os
import pickle
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.model.chronology import Chronology
from izium_timeline.model.event import Voice
from izium_timeline.store.open import open_chronology
from izium_timeline.store.packing import DamagedError, is_whole, pack, unpack

IZIUM = open_chronology(None)


def test_values_come_back_as_they_were() -> None:
    assert unpack(pack(IZIUM.events)) == IZIUM.events
    publications = tuple(document.publication for document in IZIUM.documents)
    assert unpack(pack(publications)) == publications


class _Noting(pickle.Unpickler):
    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.modules: set[str] = set()

    def persistent_load(self, number: int) -> Any:
        return str(number)

    def find_class(self, module: str, name: str) -> Any:
        self.modules.add(module)
        return super().find_class(module, name)


def test_values_name_nothing_but_classes_of_the_program() -> None:
    noting = _Noting(pack(IZIUM.documents[0].publication)[4:])
    with pytest.raises(TypeError):
        noting.load()  # numbers stand for the classes and words of events
    assert {module.partition(".")[0] for module in noting.modules} == {"izium_timeline"}


def test_a_word_comes_back_as_a_word_and_a_string_as_a_string() -> None:
    assert unpack(pack(("claimed", Voice.CLAIMED))) == ("claimed", Voice.CLAIMED)
    text, word = unpack(pack(("claimed", Voice.CLAIMED)))
    assert (type(text), word) == (str, Voice.CLAIMED)
    assert type(word) is Voice


@given(at=st.integers(0), bit=st.integers(0, 7))
def test_any_changed_bit_is_told(at: int, bit: int) -> None:
    data = bytearray(pack(IZIUM.events[0]))
    data[at % len(data)] ^= 1 << bit
    assert not is_whole(bytes(data))
    with pytest.raises(DamagedError):
        unpack(bytes(data))


class _Call:
    def __reduce__(self) -> tuple[object, tuple[()]]:
        return os.getcwd, ()


@pytest.mark.parametrize("value", [_Call(), os.getcwd, Chronology.document])
def test_nothing_but_values_is_made(value: object) -> None:
    data = pickle.dumps(value)
    with pytest.raises(DamagedError):
        unpack(zlib.crc32(data).to_bytes(4, "big") + data)


@pytest.mark.parametrize("data", [b"", b"abc", bytes(8)])
def test_bytes_that_are_no_value_are_told(data: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(data)
