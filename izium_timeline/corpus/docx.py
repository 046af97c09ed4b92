"""DOCX: the paragraphs, tables and notes of a word processor's document.

Office Open XML, ECMA-376 part 1, WordprocessingML. Its XML is read as it is unpacked, and what
it would unpack to is known before.

Not through python-docx: what its paragraphs give (1.2.0) lacks words that were inserted with
changes tracked, stand in a content control, a field, a smart tag, a text box or a footnote, and has
those that are hidden; and it refuses a document that names a picture which is not there.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO

from izium_timeline.corpus.docx_text import body_of, fields_of
from izium_timeline.corpus.limits import Limits, megabytes
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.corpus.reading import Reading, SkippedError
from izium_timeline.model.errors import DocumentError
from izium_timeline.model.event import Basis

_COMPOUND = b"\xd0\xcf\x11\xe0"  # OLE: a document with a password, or of Word before 2007
_MAIN = re.compile(rb"""Target\s*=\s*["']/?([^"']*document[^"'/]*\.xml)["']""")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing that is not known
    RuntimeError,  # an entry with a password
    ValueError,
    OSError,
)
# The day that a much used library writes into every document it makes.
_TEMPLATE_DATE = "2013-12-23T23:15:00Z"


def read(data: bytes, limits: Limits) -> Reading:
    """The text of a DOCX, footnotes and endnotes behind it, and its core properties.

    Raises SkippedError where it is encrypted or would unpack to more than the limit, DocumentError
    where it is damaged.
    """
    if data.startswith(_COMPOUND):
        raise SkippedError("is encrypted, or of an older format; save it as .docx, unprotected")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(_Parts(archive, limits.bytes))
    except _DAMAGE:
        raise DocumentError(
            "is no DOCX, or is damaged; save it anew with a word processor"
        ) from None


class _Parts:
    """The parts of the archive; all that is unpacked counts against one limit."""

    def __init__(self, archive: zipfile.ZipFile, most: int) -> None:
        self._archive = archive
        self._most = self._left = most

    def __getitem__(self, name: str) -> bytes:
        """A part's bytes, empty where there is none of that name."""
        try:
            part = self._archive.getinfo(name)
        except KeyError:
            return b""
        self._left -= part.file_size
        if self._left < 0:
            raise SkippedError(
                f"would unpack to more than the limit of {megabytes(self._most)}; trust no such"
                " file, or raise file_megabytes in settings.json"
            )
        return self._archive.read(part)


def _read(parts: _Parts) -> Reading:
    main = _MAIN.search(parts["_rels/.rels"])
    name = main[1].decode("utf-8", "replace") if main else "word/document.xml"
    folder = name.rpartition("/")[0]
    texts = [body_of(parts[name])]
    texts += [body_of(parts[f"{folder}/{notes}.xml"]) for notes in ("footnotes", "endnotes")]
    core = fields_of(parts["docProps/core.xml"], ("title", "creator", "language", "created"))
    created = core["created"] if core["created"] != _TEMPLATE_DATE else ""
    return Reading(
        "\n\n".join(filter(None, texts)),
        title=core["title"],
        author=core["creator"],
        language=core["language"],
        created=own_publication(
            created,
            "when the file was made, by its own account; nothing tells when it was published",
            Basis.INFERRED,
        ),
    )
