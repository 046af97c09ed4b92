"""Bytes become text: Unicode where they are Unicode, else the encoding that they look like."""

import codecs
import re
from collections.abc import Iterator

from izium_timeline.corpus.cyrillic import cyrillic_encoding
from izium_timeline.corpus.reading import SkippedError
from izium_timeline.model.errors import DocumentError

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What no text holds: controls other than tab, line feed, form feed, carriage return, escape.
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_MOST_CONTROLS = 0.01
_HIGH = bytes(range(128, 256))
_FEW_HIGH = 0.02
_HANDFUL = 4
_MOST_OF_A_HANDFUL = 0.05
_SAMPLE = 65_536
_LONG_LINE = 4096
_OTHER = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, declared: str = "") -> str:
    """The text of bytes, without its byte order mark, its line ends as they are.

    ``declared`` is the encoding that the file names itself, believed where the bytes are no
    Unicode and fit it. Raises SkippedError for bytes that are no text, DocumentError where
    their encoding can't be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    encoding = _unmarked_utf16(data)
    if encoding:
        return _decode_as(data, encoding)
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise SkippedError("holds binary data, not text; save it as text")
    attempts = (_as_seven_bit, _as_unicode, _as_declared, _as_western, _as_it_looks)
    for attempt in attempts:
        text = attempt(data, declared)
        if text is not None:
            return text
    raise DocumentError("is in an encoding that can't be told; save it as UTF-8")


def _decode_as(data: bytes, encoding: str) -> str:
    text = _decoded(data, encoding)
    if text is None:
        raise DocumentError(
            f"is no {encoding.upper()} text, although it begins as one; save it as UTF-8"
        )
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in that encoding, None where the bytes don't fit or there is no such encoding."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str:
    """The UTF-16 that bytes without a mark look like: one of each two is nearly always zero."""
    if len(data) < 2 or len(data) % 2:
        return ""
    zeros = data[0:4096:2].count(0), data[1:4096:2].count(0)
    units = len(data[0:4096:2])
    if zeros[0] * 20 < units < zeros[1] * 2:
        return "utf-16-le"
    return "utf-16-be" if zeros[1] * 20 < units < zeros[0] * 2 else ""


def _as_seven_bit(data: bytes, declared: str) -> str | None:
    """The text in an encoding that writes other letters in ASCII's bytes: undeclared, it would
    be taken for ASCII.
    """
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    return _decoded(data, declared) if name.startswith(("iso2022", "hz", "utf-7")) else None


def _as_unicode(data: bytes, _: str) -> str | None:
    """The text in UTF-8; a few bytes that are none (a file cut off, say) become U+FFFD."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if not wrong or _decoded(data, "utf-8") is not None:
        return text
    other = len(text) - len(text.encode("ascii", "ignore"))
    return text if 2 * wrong <= other - wrong else None


def _as_declared(data: bytes, declared: str) -> str | None:
    return _decoded(data, declared)


def _as_western(data: bytes, _: str) -> str | None:
    """The text in Windows' western encoding, if it is nearly all ASCII or, where it is short,
    holds but a handful of other bytes.

    English with a few quotation marks and a name or two gives a detector too little to go by;
    what it then calls Central European differs in the very letters of those names.
    """
    high = len(data) - len(data.translate(None, _HIGH))
    handful = min(_HANDFUL, _MOST_OF_A_HANDFUL * len(data))
    return _decoded(data, "cp1252") if high <= max(_FEW_HIGH * len(data), handful) else None


def _as_it_looks(data: bytes, _: str) -> str | None:
    """The text in the encoding that its lines with other bytes than ASCII look like."""
    from charset_normalizer import from_bytes

    lines = b"".join(_other_lines(data))
    text = _decoded(data, cyrillic_encoding(lines))
    if text is not None:
        return text
    best = from_bytes(lines).best()
    return _decoded(data, best.encoding) if best else None


def _other_lines(data: bytes) -> Iterator[bytes]:
    """Lines with other bytes than ASCII, each cut where it is very long, up to a sample."""
    place = taken = 0
    while taken < _SAMPLE and (found := _OTHER.search(data, place)):
        start = max(place, data.rfind(b"\n", max(0, found.start() - _LONG_LINE), found.start()) + 1)
        start = max(start, found.start() - _LONG_LINE)
        place = data.find(b"\n", found.end(), found.end() + _LONG_LINE) + 1
        place = place or min(len(data), found.end() + _LONG_LINE)
        taken += place - start
        yield data[start:place]
