"""Which part of a page is its main text.

First what a page marks as something else is left out: by element, by role, and by the names that
pages give to menus, comments, share links and teasers, unless most of the text stands there. Then
the main part is what the page says it is, else the element that holds most of the paragraphs
closely, as in Arc90's Readability: paragraphs count for the element around them, and half for the
one around that. Where in doubt more is kept: a passage that is left out can't be found again, and
furniture is recognised later.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from izium_timeline.corpus.html_furniture import else_of, furniture_of
from izium_timeline.corpus.html_names import COMMENTS, main_parts, named
from izium_timeline.corpus.html_rest import goes_on, rest_of
from izium_timeline.corpus.html_tree import Element, Measure, measured, take_away

_PARTS = frozenset(("p", "pre", "blockquote", "li", "td", "div", "section"))
_MOSTLY = 0.5  # of the text of a page
_HARDLY = 0.3
_FEW = 0.1
_FIRST = 3  # headings, one of which is an article's own
_ENOUGH = 500  # letters of paragraphs, which make a text whatever else there is


def main_element(root: Element) -> tuple[Element, set[Element]]:
    """The element that holds a page's main text, and the elements that are no part of it."""
    unseen = else_of(root)
    sizes = measured(root, unseen)
    names = named(sizes)
    comments = _comments(sizes, names, sizes.get(root, Measure()).told)
    take_away(comments, sizes)
    unseen |= comments
    whole = sizes.get(root, Measure()).told
    mains = [element for element in main_parts(root) if element in sizes]
    kept = _around_headings(mains, sizes, names)
    inside = _inside(mains)
    furniture = furniture_of(sizes, names, whole, kept, inside)
    left = measured(root, unseen | furniture)
    if not _is_emptied(left.get(root, Measure()).told, whole):
        unseen, sizes = unseen | furniture, left
    main = _titled(root, sizes)
    if main is None:
        mains = [element for element in mains if element in sizes]
        main = _with_heading(_chosen(root, mains, sizes), sizes, kept)
    return main, unseen | rest_of(main, sizes)


def _comments(sizes: dict[Element, Measure], names: dict[Element, int], whole: int) -> set[Element]:
    """What readers say, on a page that has enough to say itself."""
    found = [element for element, said in names.items() if said & COMMENTS]
    outer = set(found) - _inside(found)
    said = sum(sizes[element].told for element in outer)
    return outer if whole - said >= _ENOUGH else set()


def _inside(elements: Iterable[Element]) -> set[Element]:
    """What lies in the elements, which best come in the order of the page."""
    inside: set[Element] = set()
    for element in elements:
        if element not in inside:
            inside.update(element.iterdescendants())
    return inside


def _is_emptied(left: int, whole: int) -> bool:
    """Whether so little text is left that what was taken for furniture must be the text: the
    posts of a forum are comments, too.
    """
    return left < _ENOUGH and left < _HARDLY * whole


def _around_headings(
    mains: Iterable[Element], sizes: dict[Element, Measure], names: dict[Element, int]
) -> set[Element]:
    """What holds the page's own heading or what it names its main part; that is no furniture.

    The page's own heading leads nowhere: it neither holds a link nor stands in one.
    """
    mains = [element for element in mains if not names.get(element, 0) & COMMENTS]
    least = _FEW * max((sizes[element].told for element in mains), default=0)
    large = [element for element in mains if sizes[element].told >= least]
    linked = _inside(element for element in sizes if element.tag == "a")
    titles = [
        element
        for element in sizes
        if element.tag == "h1" and element not in linked and element.find(".//a") is None
    ]
    kept: set[Element] = set()
    for element in large + titles:
        kept.add(element)
        kept.update(takewhile(lambda outer: outer not in kept, element.iterancestors()))
    return kept


def _chosen(root: Element, mains: Sequence[Element], sizes: dict[Element, Measure]) -> Element:
    """What the page names its main part, where most of the text stands there; else the best."""
    whole = max(1, sizes.get(root, Measure()).told)
    best = max(mains, key=lambda element: sizes[element].told, default=None)
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


def _titled(root: Element, sizes: dict[Element, Measure]) -> Element | None:
    """Of several articles the one that the page is named for: others follow it as one scrolls."""
    articles = [
        element
        for element, size in sizes.items()
        if element.tag == "article" and size.told >= _ENOUGH
    ]
    if len(articles) < 2:
        return None
    name = root.find(".//meta[@property='og:title']")
    title = _words(root.findtext(".//title") if name is None else name.get("content"))
    for article in articles:
        for heading in islice(article.iter("h1", "h2"), _FIRST):
            words = _words("".join(map(str, heading.itertext())))
            if len(words) > 1 and words == title[: len(words)]:
                return article
    return None


def _words(text: str | None) -> list[str]:
    return (text or "").lower().split()


def _wide_enough(main: Element, root: Element, sizes: dict[Element, Measure]) -> Element:
    """The element, or one about it that holds most of what is not linked, and what of the text
    stands beside it.

    In a page of many short messages none of them is the text; and the rest of a text may lie in
    a box behind its first paragraphs.
    """
    most = sizes[root].letters - sizes[root].linked
    while main is not root:
        outer = main.getparent()
        outer = root if outer is None else outer
        enough = sizes[main].letters - sizes[main].linked >= _MOSTLY * most
        little = sizes[outer].letters <= _room(sizes[main])
        if enough and not (
            _adds_text(sizes[outer], sizes[main]) or (little and goes_on(main, sizes))
        ):
            break
        main = outer
    return main


def _room(main: Measure) -> float:
    """How many letters an element about the main part may hold, to be little more than it."""
    return main.letters * (1 + _MOSTLY) + _ENOUGH


def _adds_text(outer: Measure, inner: Measure) -> bool:
    """Whether what an element has beside an inner one are paragraphs, hardly linked."""
    letters, linked = outer.letters - inner.letters, outer.linked - inner.linked
    return linked <= _FEW * letters and outer.told - inner.told > _MOSTLY * letters


def _with_heading(main: Element, sizes: dict[Element, Measure], kept: set[Element]) -> Element:
    """The main part, or an element about it in which the heading stands, and little else, above
    the text.
    """
    if main in kept and next(main.iter("h1"), None) is not None:
        return main
    before, inner = sizes[main].letters, main
    for outer in main.iterancestors():
        above = [other for other in inner.itersiblings(preceding=True) if other in sizes]
        before += sum(sizes[other].letters for other in above)
        if before > _room(sizes[main]):
            break
        if any(other in kept and next(other.iter("h1"), None) is not None for other in above):
            return outer
        inner = outer
    return main
