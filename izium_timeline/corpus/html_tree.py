"""A page as a tree, and its elements with how much text stands in them.

All walks are loops: how deep a page is nested costs no stack.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from izium_timeline.corpus.reading import SkippedError

Element = etree._Element

_BLOCK_ELEMENTS = """
address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
# A run of text of at least so many letters is told by somebody; shorter ones are labels.
_PARAGRAPH = 60
_MOST_TAGS = 1_000_000
# A tag that long loses its attributes where they are many: libxml2 compares each with each.
_LONG_TAG = re.compile(r"<(?P<name>[A-Za-z][^\s<>/]*)(?P<rest>[^<>]{50000,})>")
_MOST_WORDS = 5000


@dataclass(slots=True)
class Measure:
    """Letters in an element: all, those of links, and those of paragraphs; and its links."""

    letters: int = 0
    linked: int = 0
    told: int = 0
    links: int = 0

    @property
    def density(self) -> float:
        """The share of letters that links have, 0 to 1."""
        return self.linked / self.letters if self.letters else 0.0


def parse(page: str) -> Element | None:
    """The root of a page's tree, None for an empty page.

    Raises SkippedError for a page nested more deeply than libxml2 goes, which is 2,048, and for
    one of more than a million tags: a tree takes many times the room of its page.
    """
    if page.count("<") > _MOST_TAGS:
        raise SkippedError(f"holds more than {_MOST_TAGS:,} tags; save it as text")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        page = _LONG_TAG.sub(_shortened, page.replace("\0", ""))
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise SkippedError("is nested too deeply; save it as text")
    return root


def _shortened(tag: re.Match[str]) -> str:
    return f"<{tag['name']}>" if len(tag["rest"].split()) > _MOST_WORDS else tag[0]


def is_block(element: Element) -> bool:
    """Whether an element stands in lines of its own."""
    return element.tag in _BLOCKS


def walk(root: Element, unseen: Collection[Element] = ()) -> Iterator[tuple[bool, Element]]:
    """Each element as it begins (True) and ends (False); of the unseen ones the end alone."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        starts = event == "start"
        if starts and element in unseen:
            walker.skip_subtree()
            continue
        yield starts, element


def measured(root: Element, unseen: Collection[Element] = ()) -> dict[Element, Measure]:
    """What each element of a tree holds, the unseen ones and what lies in them left out."""
    found: dict[Element, Measure] = {}
    way = [Measure()]
    links = 0
    run = _Run(way)
    for starts, element in walk(root, unseen):
        if element not in unseen:
            if is_block(element):
                run.end()
            if starts:
                found[element] = Measure()
                way.append(found[element])
                links += element.tag == "a"
                run.add(element.text, links)
            else:
                inner = way.pop()
                links -= element.tag == "a"
                _add(way[-1], inner, element.tag == "a")
        if not starts and element is not root:
            run.add(element.tail, links)
    return found


def take_away(parts: Collection[Element], sizes: dict[Element, Measure]) -> None:
    """Take elements, none of which lies in another, out of what was measured."""
    gone: dict[Element, Measure] = {}
    for element in reversed(list(sizes) if parts else ()):  # what lies in an element comes first
        less = sizes[element] if element in parts else gone.pop(element, None)
        outer = element.getparent()
        if less is None:
            continue
        if outer is not None:
            _add(gone.setdefault(outer, Measure()), less)
        if element not in parts:
            _add(sizes[element], less, sign=-1)
    for part in parts:
        for inner in part.iter():
            sizes.pop(inner, None)


class _Run:
    """Text between two ends of blocks: where it is long enough, it counts as told."""

    def __init__(self, way: list[Measure]) -> None:
        self._way = way
        self._letters = 0

    def add(self, text: str | None, links: int) -> None:
        """Count text where the walk is now; ``links`` is how many links it stands in."""
        length = len(text.strip()) if text else 0
        if length:
            self._way[-1].letters += length
            self._way[-1].linked += length if links else 0
            self._letters += 0 if links else length

    def end(self) -> None:
        """A block begins or ends."""
        if self._letters >= _PARAGRAPH:
            self._way[-1].told += self._letters
        self._letters = 0


def _add(outer: Measure, inner: Measure, is_link: bool = False, sign: int = 1) -> None:
    outer.letters += sign * inner.letters
    outer.linked += sign * inner.linked
    outer.told += sign * inner.told
    outer.links += sign * (inner.links + is_link)
