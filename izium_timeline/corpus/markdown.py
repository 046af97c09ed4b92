"""Markdown: front matter becomes metadata, marks are taken away, line ends stay as they are."""

import re
from collections.abc import Iterator
from typing import Any

from izium_timeline.corpus.encoding import decode
from izium_timeline.corpus.front_matter import split_front_matter
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.markdown_inline import plain
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.corpus.reading import Reading

_LINE = re.compile(r"(?P<body>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"[ \t]{0,3}(?P<mark>`{3,}|~{3,})")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]\^][^\]]*\]:[ \t]*\S.*")
# Marks at a line's beginning: quotations and list items in any nesting, then a heading or a note.
_LEADING = re.compile(
    r"(?:[ \t]*(?:>|[-*+](?=[ \t])))*[ \t]*"
    r"(?:\[[ xX]\][ \t]+|#{1,6}(?:[ \t]+|$)|\[\^[^\]]*\]:[ \t]*)?"
)
_TITLE = re.compile(
    r"^[ ]{0,3}(?:#[ \t]+(?P<title>[^\r\n]*)|(?P<underlined>[^\s#][^\r\n]*)\r?\n[ ]{0,3}=+[ \t]*$)",
    re.MULTILINE,
)
_CLOSING_HASHES = re.compile(r"(?<=[ \t])#+[ \t]*\Z")
_CELL_ENDS = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")

# Which fields say what, best first.
_FIELDS = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "publication", "site", "source"),
    "url": ("url", "canonical", "canonical_url", "source_url", "link"),
    "language": ("language", "lang"),
}
_DATES = ("published", "publishdate", "pubdate", "date", "publication_date", "date_published")


def read(data: bytes, limits: Limits) -> Reading:
    """The text without marks, and the front matter; raises SkippedError, DocumentError."""
    source = decode(data)
    fields, start = split_front_matter(source)
    own: dict[str, Any] = {
        name: next((fields[key] for key in keys if fields.get(key)), "")
        for name, keys in _FIELDS.items()
    }
    dates = (own_publication(fields.get(key, ""), f"{key} in its front matter") for key in _DATES)
    publication = next((date for date in dates if date), None)
    own["title"] = plain(own["title"]) or _title(source, start)
    return Reading("".join(_blocks(source[start:])), publication=publication, **own)


def _title(source: str, start: int) -> str:
    """The first heading of the first level, empty where there is none."""
    heading = _TITLE.search(source, start)
    title = (heading["title"] or heading["underlined"] or "") if heading else ""
    return plain(_CLOSING_HASHES.sub("", title)).strip()


def _blocks(source: str) -> Iterator[str]:
    """The text, paragraph by paragraph: emphasis and links may run over line ends."""
    paragraph = list[str]()
    fence = ""
    for line in _LINE.finditer(source):
        body, end = line["body"], line["end"]
        mark = _FENCE.match(body)
        if fence or mark:
            yield plain("".join(paragraph))
            paragraph.clear()
            closes = bool(mark and mark["mark"].startswith(fence))
            yield end if mark and closes else body + end
            fence = _fence_after(fence, mark, closes)
        elif not body.strip():
            yield plain("".join(paragraph)) + body + end
            paragraph.clear()
        else:
            paragraph.append(_without_marks(body) + end)
    yield plain("".join(paragraph))


def _fence_after(fence: str, mark: re.Match[str] | None, closes: bool) -> str:
    if fence:
        return "" if closes else fence
    return mark["mark"] if mark else ""


def _without_marks(line: str) -> str:
    """A line without the marks of its block."""
    if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
        return ""
    if "|" in line and _TABLE_RULE.fullmatch(line):
        return ""
    heading = "#" in line[:8]
    line = line[_LEADING.match(line).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    if heading:
        line = _CLOSING_HASHES.sub("", line).rstrip(" \t")
    if line.startswith("|"):
        return _CELL_ENDS.sub("\t", line.strip(" \t|"))
    return line
