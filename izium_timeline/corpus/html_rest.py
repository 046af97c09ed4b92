"""What stands behind a page's main text inside the same part of it.

The part that a page calls its main one, or that holds its heading too, often ends with boxes:
more to read, the author, subscriptions. They follow the element in which most paragraphs stand,
hold little of what is told and are built otherwise.
"""

from collections.abc import Iterator

from izium_timeline.corpus.html_tree import Element, Measure

_BODIES = frozenset(("article", "body", "center", "div", "main", "section", "table", "tbody", "tr"))
_CLOSELY = 0.7  # of the letters told in a part stand in the element that holds its text
_MUCH = 0.1  # of the letters told in the text: so much more is text as well
_LOOSE = frozenset(("p", "pre", "blockquote", "figure", "table", "ul", "ol", "dl"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEW = 0.3  # of the letters of a text stand in links
_A_FEW_WORDS = 400  # letters


def rest_of(main: Element, sizes: dict[Element, Measure]) -> set[Element]:
    """The elements in the main part that follow its text and belong to something else.

    A heading belongs to what it stands above. Paragraphs, lists and tables stay.
    """
    text = _text(main, sizes)
    rest: set[Element] = set()
    element = text
    while element is not main:
        stays = False
        for other in reversed(list(_siblings(element, sizes))):
            if other.tag not in _HEADINGS and other.tag != "hr":
                stays = _is_text(other, element, sizes, sizes[text].told)
            if not stays:
                rest.add(other)
        outer = element.getparent()
        assert outer is not None  # it lies in the main part
        element = outer
    return rest


def goes_on(text: Element, sizes: dict[Element, Measure]) -> bool:
    """Whether paragraphs, lists or tables follow an element that hold words of their own."""
    return any(
        other.tag in _LOOSE and sizes[other].letters and sizes[other].density <= _FEW
        for other in _siblings(text, sizes)
    )


def _text(main: Element, sizes: dict[Element, Measure]) -> Element:
    """The innermost element of the main part that holds most of its paragraphs."""
    text = main
    while True:
        inner = max(
            (child for child in text if child in sizes and child.tag in _BODIES),
            key=lambda child: sizes[child].told,
            default=None,
        )
        if inner is None or sizes[inner].told < max(1, _CLOSELY * sizes[main].told):
            return text
        text = inner


def _siblings(element: Element, sizes: dict[Element, Measure]) -> Iterator[Element]:
    """The elements that follow an element in the one around it."""
    return (other for other in element.itersiblings() if other in sizes)


def _is_text(other: Element, text: Element, sizes: dict[Element, Measure], told: int) -> bool:
    """Whether an element goes on with the text that it follows."""
    size = sizes[other]
    if size.density > _FEW:
        return False
    if other.tag in _LOOSE:
        return True
    if _is_list_of_others(other, size):
        return False
    return size.told > (0 if _alike(other, text) else _MUCH * told)


def _alike(one: Element, other: Element) -> bool:
    """Whether a page builds both alike: it names them so, and neither is the only one."""
    if one.get("id") or other.get("id"):
        return False
    return one.tag == other.tag and one.get("class", "") == other.get("class") != ""


def _is_list_of_others(element: Element, size: Measure) -> bool:
    """Whether an element holds linked titles, and a few words about each."""
    linked = sum(heading.find(".//a") is not None for heading in element.iter(*_HEADINGS))
    return linked > 1 and size.told < _A_FEW_WORDS * linked
