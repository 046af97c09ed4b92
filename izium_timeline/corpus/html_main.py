"""Which part of a page is its main text.

First what a page marks as something else is left out: by element, by role, and by the names that
pages give to menus, comments, share links and teasers, unless most of the text stands there. Then
the main part is what the page says it is, else the element that holds most of the paragraphs
closely, as in Arc90's Readability: paragraphs count for the element around them, and half for the
one around that. Where in doubt more is kept: a passage that is left out can't be found again, and
furniture is recognised later.
"""

import re
from collections.abc import Collection, Iterable
from itertools import takewhile

from izium_timeline.corpus.html_tree import Element, Measure, measured, walk

# Not the head: libxml2 leaves there what a page without a body begins with, such as an article.
_ELEMENTS = """
audio button canvas datalist dialog embed footer iframe input label map math menu meter
nav noscript object option picture progress script select style svg template textarea title video
"""
_ROLES = """
alert alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar
"""
# Words in a class or id, between hyphens, underscores and small and capital letters; a minus at
# the end of a word stands for whatever goes on.
_FURNITURE = """
ad ads advert- breadcrumb breadcrumbs catlinks comment comments commentlist consent cookie cookies
disqus donate donation editsection footer gdpr login masthead menu modal most-popular most-read
most-viewed nav navbar navbox navigation newsletter newsletters noprint offscreen outbrain pager
pagination popup recirc reply replies respond screen-reader- share shares sharing sharebar
sharedaddy sidebar side-bar signup sign-up skip-link skip-to social subscribe taboola tag-cloud
tag-list tags toc toolbar
"""
# Words that also stand at openings and whole articles: what has no link is none of the furniture.
_LINKED = """
banner popular promo promos promoted promotion read-also read-more read-next recommend- related-
sponsor- teaser teasers trending
"""
_ELSE = frozenset(_ELEMENTS.split())
_OTHER_ROLES = frozenset(_ROLES.split())
_LISTS = frozenset(("ul", "ol", "dl", "table", "div", "section"))
_PARTS = frozenset(("p", "pre", "blockquote", "li", "td", "div", "section"))
_MOSTLY = 0.5  # of the text of a page: what holds so much is no furniture
_HARDLY = 0.3
_ENOUGH = 500  # letters of paragraphs, which make a text whatever else there is
_LIST_OF_LINKS = 0.6  # of the letters of a list stand in links


def _pattern(words: str) -> re.Pattern[str]:
    """Any of the words, by itself in a name of small letters."""
    forms = (word[:-1] + "[a-z]*" if word.endswith("-") else word for word in words.split())
    return re.compile(rf"(?<![a-z])(?:{'|'.join(forms)})(?![a-z])")


_IS_FURNITURE = _pattern(_FURNITURE)
_IS_LINKED = _pattern(_LINKED)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def main_element(root: Element) -> tuple[Element, set[Element]]:
    """The element that holds a page's main text, and the elements that are no part of it."""
    unseen = {element for starts, element in walk(root) if starts and _is_else(element)}
    sizes = measured(root, unseen)
    whole = sizes.get(root, Measure()).told
    kept, inside = _around_headings(sizes), _inside_main(sizes)
    furniture = {
        element
        for element, size in sizes.items()
        if element not in kept and _is_furniture(element, size, whole, inside)
    }
    left = measured(root, unseen | furniture)
    if not _is_emptied(left.get(root, Measure()).told, whole):
        unseen, sizes = unseen | furniture, left
    return _with_heading(_chosen(root, sizes), sizes, kept), unseen


def _is_emptied(left: int, whole: int) -> bool:
    """Whether so little text is left that what was taken for furniture must be the text: the
    posts of a forum are comments, too.
    """
    return left < _ENOUGH and left < _HARDLY * whole


def _around_headings(elements: Iterable[Element]) -> set[Element]:
    """What holds the page's own heading or what it names its main part; that is no furniture."""
    kept: set[Element] = set()
    for element in elements:
        if _is_named_main(element) or (element.tag == "h1" and element.find(".//a") is None):
            kept.add(element)
            kept.update(takewhile(lambda outer: outer not in kept, element.iterancestors()))
    return kept


def _is_else(element: Element) -> bool:
    if element.tag in ("html", "body"):  # a page that a script shows when it is loaded
        return False
    return (
        element.tag in _ELSE
        or element.get("role") in _OTHER_ROLES
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or (element.tag == "sup" and "reference" in element.get("class", ""))
        or "display:none" in element.get("style", "").replace(" ", "")
    )


def _is_furniture(element: Element, size: Measure, whole: int, inside: Collection[Element]) -> bool:
    """Whether an element is furniture by its name, or a list of links.

    ``inside`` are the elements within what the page names its main part, whose own asides and
    headers belong to it.
    """
    if element.tag in _LISTS and size.links >= 3 and size.density > _LIST_OF_LINKS:
        return not size.told
    if element.tag in ("aside", "header") and element not in inside:
        return True
    if size.told > _MOSTLY * whole:
        return False
    return element.tag == "form" or _is_named_furniture(element, bool(size.links))


def _inside_main(elements: Iterable[Element]) -> set[Element]:
    """Those of the elements, which come in the order of the page, that lie in a named main part."""
    inside: set[Element] = set()
    for element in elements:
        outer = element.getparent()
        if outer is not None and (outer in inside or _is_named_main(outer)):
            inside.add(element)
    return inside


def _is_named_furniture(element: Element, linked: bool) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if names == " ":
        return False
    names = _HUMP.sub("-", names).lower().replace("_", "-")
    return bool(_IS_FURNITURE.search(names) or (linked and _IS_LINKED.search(names))) or any(
        name.startswith("widget") for name in names.split()
    )


def _chosen(root: Element, sizes: dict[Element, Measure]) -> Element:
    """What the page names its main part, where most of the text stands there; else the best."""
    whole = max(1, sizes.get(root, Measure()).told)
    named = [element for element in sizes if _is_named_main(element)]
    best = max(named, key=lambda element: sizes[element].told, default=None)
    if best is not None and sizes[best].told >= _MOSTLY * whole:
        return best
    scores: dict[Element, float] = {}
    for element in sizes:
        told = sizes[element].told
        if told and element.tag in _PARTS:
            own = told - sum(sizes[child].told for child in element if child in sizes)
            for outer, share in zip(element.iterancestors(), (1.0, 0.5), strict=False):
                scores[outer] = scores.get(outer, 0.0) + own * share
            scores[element] = scores.get(element, 0.0) + (own if element.tag != "p" else 0.0)
    closest = max(
        scores, key=lambda element: scores[element] * (1 - sizes[element].density), default=root
    )
    return _wide_enough(closest, root, sizes)


def _wide_enough(main: Element, root: Element, sizes: dict[Element, Measure]) -> Element:
    """The element, or the next one about it that holds most of what is not linked.

    In a page of many short messages none of them is the text.
    """
    most = sizes[root].letters - sizes[root].linked
    while main is not root and sizes[main].letters - sizes[main].linked < _MOSTLY * most:
        outer = main.getparent()
        main = root if outer is None else outer
    return main


def _is_named_main(element: Element) -> bool:
    return (
        element.tag in ("article", "main")
        or element.get("role") in ("main", "article")
        or element.get("itemprop") == "articleBody"
    )


def _with_heading(main: Element, sizes: dict[Element, Measure], kept: set[Element]) -> Element:
    """The main part, or an element about it that adds little but the heading above it."""
    if main in kept and next(main.iter("h1"), None) is not None:
        return main
    most = sizes[main].letters * 1.5 + 400
    for outer in main.iterancestors():
        if sizes[outer].letters > most:
            break
        if next(outer.iter("h1"), None) is not None:
            return outer
    return main
