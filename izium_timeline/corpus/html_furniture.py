"""What of a page is furniture: menus, comments, share links, teasers, captions.

It is told by element, by role, by the names that pages give to it, and by how much of it is
linked. What holds most of the text of a page is never furniture.
"""

from collections.abc import Collection
from typing import cast

from lxml import etree

from izium_timeline.corpus.html_names import CAPTION, COMMENTS, FURNITURE, LINKED, PICTURE
from izium_timeline.corpus.html_tree import Element, Measure

# Not the head: libxml2 leaves there what a page without a body begins with, such as an article.
_ELEMENTS = """
audio button canvas datalist dialog embed footer iframe input label map math menu meter
nav noscript object option picture progress script select style svg template textarea title video
"""
_ROLES = """
alert alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar
"""
_ELSE = tuple(_ELEMENTS.split())
_OTHER_ROLES = frozenset(_ROLES.split())
_PERHAPS_HIDDEN = etree.XPath(
    ".//@role/.. | .//@hidden/.. | .//@aria-hidden/.. | .//@style[contains(., 'display')]/.."
    " | .//sup[@class]"
)
_LISTS = frozenset(("ul", "ol", "dl", "table", "div", "section"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOXES = frozenset(("div", "figure", "span", "section"))
_MOSTLY = 0.5  # of the text of a page: what holds so much is no furniture
_CAPTIONED = 0.25  # of the text of a page: where captions hold so much, they are the text
_LIST_OF_LINKS = 0.6  # of the letters of a list stand in links
_BESIDE = 0.25  # of the letters of a box in the text stand in links: it leads elsewhere
_LONGEST_CAPTION = 400  # letters
_PICTURED = CAPTION | PICTURE


def else_of(root: Element) -> set[Element]:
    """The elements of a page that can't hold text of it, or are not shown."""
    unseen = set(root.iter(*_ELSE))
    unseen.update(filter(_is_hidden, cast(list[Element], _PERHAPS_HIDDEN(root))))
    return unseen


def _is_hidden(element: Element) -> bool:
    if element.tag in ("html", "body"):  # a page that a script shows when it is loaded
        return False
    return (
        element.get("role") in _OTHER_ROLES
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or (element.tag == "sup" and "reference" in element.get("class", ""))
        or "display:none" in element.get("style", "").replace(" ", "")
    )


def furniture_of(
    sizes: dict[Element, Measure],
    names: dict[Element, int],
    whole: int,
    kept: Collection[Element],
    inside: Collection[Element],
) -> set[Element]:
    """The elements that are furniture, of a page with ``whole`` letters of paragraphs.

    ``names`` are the bits of what the elements' names say; ``kept`` are none of the furniture,
    whatever they look like; ``inside`` are the elements within what the page names its main part,
    whose own asides and headers belong to it.
    """
    furniture, captions = set[Element](), set[Element]()
    for element, size in sizes.items():
        if element in kept:
            continue
        said = names.get(element, 0)
        if _is_furniture(element, size, said, whole, element in inside):
            furniture.add(element)
        elif (said & _PICTURED or element.tag == "figcaption") and _is_caption(element, size, said):
            captions.add(element)
    told = sum(sizes[element].told for element in captions)
    return furniture if told > _CAPTIONED * whole else furniture | captions


def _is_furniture(element: Element, size: Measure, said: int, whole: int, inside: bool) -> bool:
    """Whether an element is furniture by its name, or by what of it is linked."""
    if element.tag in _LISTS and size.links >= 3 and size.density > _LIST_OF_LINKS:
        return not size.told
    if element.tag in ("aside", "header") and not inside:
        return True
    if size.told > _MOSTLY * whole:
        return False
    if element.tag == "aside":
        return size.density > _BESIDE
    if element.tag == "a":
        return _is_card(element)
    if said & LINKED and (size.links or size.linked):
        return True
    return element.tag == "form" or bool(said & (FURNITURE | COMMENTS))


def _is_card(link: Element) -> bool:
    """Whether a link holds paragraphs: the title of something else, and what it is about."""
    return link.get("href") is not None and next(link.iter("p"), None) is not None


def _is_caption(element: Element, size: Measure, said: int) -> bool:
    """Whether an element is the line about a picture."""
    if size.letters > _LONGEST_CAPTION or next(element.iter(*_HEADINGS), None) is not None:
        return False
    if element.tag == "figcaption" or said & CAPTION:
        return True
    return element.tag in _BOXES and next(element.iter("img"), None) is not None
