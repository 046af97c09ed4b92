"""Small files of the formats that are read, made as the tests need them."""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

# ISO 32000-1, 7.6.3: what pads a password, here an empty one for the owner.
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(
    pages: Sequence[Sequence[str]],
    information: Mapping[str, str] | None = None,
    password: str | None = None,
) -> bytes:
    """A PDF whose pages hold these lines in Helvetica; with a password, encrypted (RC4, 40 bit)."""
    streams = [_content(lines) for lines in pages]
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    info = "".join(f"/{name} ({value})" for name, value in (information or {}).items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    key = owner = b""
    if password is not None:
        owner = _rc4(hashlib.md5(_padded("owner")).digest()[:5], _padded(password))
        seed = _padded(password) + owner + b"\xfc\xff\xff\xff" + b"0" * 16
        key = hashlib.md5(seed).digest()[:5]
    for number, stream in enumerate(streams):
        content = 5 + 2 * number
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            + f"/Contents {content} 0 R>>".encode()
        )
        if key:
            stream = _rc4(_object_key(key, content), stream)
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream))
    trailer = b"/Root 1 0 R"
    if key:
        user = _rc4(key, _PADDING)
        objects.append(
            b"<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>"
            % (owner.hex().encode(), user.hex().encode())
        )
        trailer += b"/Encrypt %d 0 R/ID[<%b><%b>]" % (len(objects), b"30" * 16, b"30" * 16)
    else:
        objects.append(f"<<{info}>>".encode("cp1252"))
        trailer += f"/Info {len(objects)} 0 R".encode()
    return _file(objects, trailer)


def _content(lines: Sequence[str]) -> bytes:
    shown = b"".join(
        b"(%b) Tj 0 -14 Td " % line.translate({40: "\\(", 41: "\\)", 92: "\\\\"}).encode("cp1252")
        for line in lines
    )
    return b"BT /F 11 Tf 60 780 Td " + shown + b"ET"


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            trailer,
            len(data),
        )
    )


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, swap = list(range(256)), 0
    for index in range(256):
        swap = (swap + state[index] + key[index % len(key)]) % 256
        state[index], state[swap] = state[swap], state[index]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)


def docx(body: str, core: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A DOCX of this WordprocessingML between the tags of its body, and of these properties."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files = {
        "_rels/.rels": relations.encode(),
        "word/document.xml": word(f"<w:body>{body}</w:body>"),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        ).encode(),
        **(parts or {}),
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def word(inner: str) -> bytes:
    """A part of a DOCX around this WordprocessingML."""
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<w:document xmlns:w="{_W}" xmlns:mc="{compatible}">{inner}</w:document>'.encode()


def paragraph(text: str) -> str:
    """A paragraph of WordprocessingML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
