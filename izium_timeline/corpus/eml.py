"""EML: one message as it was sent; its headers become metadata, its words the text."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from izium_timeline.corpus.encoding import decode
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.corpus.reading import Reading
from izium_timeline.model.errors import DocumentError

# What the standard library raises over headers and parts that no mail program writes.
_DAMAGE = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
_READABLE = ("text/plain", "text/html")
_LONGEST_HEADER = 10_000  # the time to decode one grows with the square of its length
_QUOTED = re.compile(r"(?:>[ \t]?)+")


def read(data: bytes, limits: Limits) -> Reading:
    """The message's text, its plain form where it has one; attachments are left out.

    Raises SkippedError, DocumentError where it is damaged or holds no text.
    """
    try:
        message = BytesParser().parsebytes(data.removeprefix(BOM_UTF8))
        text = _text(message, limits)
        name, address = parseaddr(_raw(message, "From"))  # decoded, a name may hold a comma
        return Reading(
            text,
            title=_header(message, "Subject"),
            author=_decoded_words(name) or address,
            language=_header(message, "Content-Language"),
            publication=own_publication(
                _header(message, "Date"), "the day on which the message was sent, by its header"
            ),
        )
    except _DAMAGE:
        raise DocumentError(
            "is no message, or is damaged; save it anew with a mail program"
        ) from None


def _text(message: Message, limits: Limits) -> str:
    """The words of all parts that are shown with the message."""
    parts = list(_shown(message))
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    texts = [unwrapped(_decoded(part).replace("\r\n", "\n")) for part in plain]
    if not any(text.strip() for text in texts):
        texts = [_from_html(part, limits) for part in parts if part not in plain]
    if not any(text.strip() for text in texts):
        raise DocumentError("is a message without text; save its attachments beside it")
    return "\n".join(texts)


def _shown(message: Message) -> Iterator[Message]:
    """The parts that hold text and are no attachment, in order, whatever their nesting."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart():
            waiting.extend(reversed(part.get_payload()))  # type: ignore[arg-type]
        elif part.get_content_type() in _READABLE and (part is message or not _is_attached(part)):
            yield part


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _decoded(part: Message) -> str:
    return decode(_payload(part), part.get_content_charset() or "")


def _from_html(part: Message, limits: Limits) -> str:
    from izium_timeline.corpus.html import read as read_html

    return read_html(_decoded(part).encode("utf-8", "replace"), limits).text


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def unwrapped(text: str) -> str:
    """A text whose quoted paragraphs bear their mark at their first line alone: a date may go over
    to the next one. A blank line stands where somebody else's words begin.
    """
    lines = list[str]()
    depth, blank = 0, True
    for line in text.split("\n"):
        mark = _QUOTED.match(line)
        words = line[mark.end() :] if mark else line
        if not words.strip():
            lines.append("")
            blank = True
            continue
        own = mark[0].count(">") if mark else 0
        if own != depth and not blank:
            lines.append("")
        lines.append(line if own != depth or blank else words)
        depth, blank = own, False
    return "\n".join(lines)


def _header(message: Message, name: str) -> str:
    return _decoded_words(_raw(message, name))


def _raw(message: Message, name: str) -> str:
    """A header as it was sent, in one line; other bytes than ASCII are read as text is."""
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    value = str(next(values, ""))[:_LONGEST_HEADER]
    if not value.isascii():
        value = decode(value.encode("ascii", "surrogateescape"))
    return " ".join(value.split())


def _decoded_words(value: str) -> str:
    """A header in words; one whose encoding makes no sense stays as it is."""
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except _DAMAGE:
        return value
