"""Whatever the bytes, a reader gives a text or says in one line why not; never anything else."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from izium_timeline.corpus.formats import FORMATS, reader_of
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.reading import Reading
from izium_timeline.model.errors import DocumentError
from tests.corpus import made

CASES = Path(__file__).parent.parent / "cases/corpus"
ENDINGS = {module: ending for ending, module in FORMATS.items()}
LIMITS = Limits(bytes=1_000_000)
# What means something to one reader or another.
PIECES = [
    *(b"\0", b"\xff", b"\xfe\xff", b"<", b">", b"</", b"<!--", b"&#xD800;", b"\r", b"---\n"),
    *(b"**", b"[](", b"`", b"|", b"obj", b"<<", b">>", b"/Length -1", b"=?utf-8?b?", b"?="),
    *(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", b"charset=utf-7", b"+AGE-"),
    *(b"Content-Transfer-Encoding: base64\n", b"Date: 99 Foo 99999\n", b"\x80" * 9, b"9" * 30),
    *(b'<script type="application/ld+json">', b"<pre>", b"<br>", b'class="share"', b"\x1b$B"),
]


@cache
def valid(module: str) -> tuple[bytes, ...]:
    """Files of a format: the golden ones, none of them large."""
    files = (path for path in sorted(CASES.glob("*/*")) if path.name != "expected.json")
    return tuple(
        path.read_bytes() for path in files if FORMATS.get(path.suffix.lower()) == module
    ) + ((made.pdf([["Words of 3 May 2022"]] * 3),) if module == "pdf" else ())


def mutated(data: bytes, seed: int, times: int) -> bytes:
    """The bytes with some of them cut, doubled, changed, or replaced with something telling."""
    chance = random.Random(seed)
    for _ in range(times):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 64, 512)))
        put = chance.choice((b"", data[start:end] * 2, chance.randbytes(3), chance.choice(PIECES)))
        data = data[:start] + put + data[end:]
    return data


def check(module: str, data: bytes) -> None:
    """Read twice: both times the same text with pages in order, or the same complaint."""
    outcomes: list[Reading | str] = []
    for _ in range(2):
        try:
            outcomes.append(reader_of(f"a{ENDINGS[module]}")(data, LIMITS))
        except DocumentError as error:
            outcomes.append(error.what)
    assert outcomes[0] == outcomes[1]
    if isinstance(outcomes[0], Reading):
        reading = outcomes[0]
        assert list(reading.pages) == sorted(reading.pages)
        assert all(0 <= page <= len(reading.text) for page in reading.pages)
    else:
        assert outcomes[0]
        assert "\n" not in outcomes[0]


@pytest.mark.parametrize("module", sorted(ENDINGS))
@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 12), choice=st.integers(0, 100))
def test_a_damaged_file_is_read_or_told(module: str, seed: int, times: int, choice: int) -> None:
    files = valid(module)
    check(module, mutated(files[choice % len(files)], seed, times))


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 6))
def test_damage_inside_the_archive_is_read_or_told(seed: int, times: int) -> None:
    """A change to the bytes of a DOCX mostly breaks a checksum: this one comes before packing."""
    part = made.word(f"<w:body>{made.paragraph('Words')}<w:p><w:br/></w:p></w:body>")
    names = ("word/document.xml", "word/footnotes.xml", "docProps/core.xml", "_rels/.rels")
    parts = {name: mutated(part, seed + place, times) for place, name in enumerate(names)}
    check("docx", made.docx("", parts=parts))


@pytest.mark.parametrize("module", sorted(ENDINGS))
@settings(max_examples=40)
@given(pieces=st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(PIECES)), max_size=30))
def test_any_bytes_are_read_or_told(module: str, pieces: list[bytes]) -> None:
    check(module, b"".join(pieces))
