"""What a page says of itself: OpenGraph, JSON-LD, meta tags, in this order."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from izium_timeline.corpus.html_dates import day_of_address, only_time, published_time
from izium_timeline.corpus.html_tree import Element
from izium_timeline.corpus.json_ld import article_fields
from izium_timeline.corpus.own_date import own_publication
from izium_timeline.model.document import Publication
from izium_timeline.model.event import Basis

# Which names say what, best first. "ld:" stands before a field of JSON-LD, "html:" before what
# other elements say.
_FIELDS = {
    "title": """
        og:title ld:headline dc.title dcterms.title citation_title twitter:title ld:name
        html:title
    """,
    "author": """
        author ld:author article:author dc.creator dcterms.creator citation_author byl
        parsely-author sailthru.author twitter:creator
    """,
    "publisher": """
        og:site_name ld:publisher publisher dc.publisher dcterms.publisher citation_publisher
        article:publisher application-name
    """,
    "url": "html:canonical og:url ld:url twitter:url",
    "language": "html:lang og:locale content-language dc.language ld:inlanguage",
}
_DATES = """
    article:published_time og:published_time ld:datepublished datepublished article.published
    article:published published_time published-date publish-date publish_date publishdate
    publication_date pubdate dc.date.issued dcterms.issued citation_publication_date citation_date
    parsely-pub-date sailthru.date dc.date dcterms.date date html:datepublished ld:datecreated
    dcterms.created dc.date.created bepress_citation_date
"""
_WHERE = {
    "ld:datepublished": "the time of publication in its JSON-LD",
    "ld:datecreated": "the time in its JSON-LD at which it was made",
    "html:datepublished": "the time that it marks as that of its publication",
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DUBLIN_CORE = re.compile(r"\A(dc(?:terms)?)[:_]")
_ADDRESS = re.compile(r"https?://\S+\Z")


def metadata_of(
    root: Element, main: Element, unseen: Collection[Element] = frozenset()
) -> dict[str, Any]:
    """The fields of a Reading that a page fills, by their names.

    ``main`` is the part with the main text, without the ``unseen`` elements: times elsewhere may
    be those of other pages.
    """
    told = dict(reversed(list(_told(root))))  # the first to say something counts
    own: dict[str, Any] = {}
    for field, names in _FIELDS.items():
        values = (told.get(name, "") for name in names.split())
        own[field] = next((value for value in values if _fits(field, value)), "")
    own["author"] = own["author"] or _linked_author(root)
    own["language"] = own["language"].replace("_", "-")
    told["html:datepublished"] = published_time(root, unseen)
    own["publication"] = _publication(told)
    own["created"] = own_publication(
        only_time(main, unseen) or only_time(root),
        "the only time that the page marks beside its text",
        Basis.INFERRED,
    ) or own_publication(
        day_of_address(own["url"]), "the day in the address of the page", Basis.INFERRED
    )
    return own


def _fits(field: str, value: str) -> bool:
    """Whether a value can be that field's: neither an address nor an account is a name."""
    if not value or value.startswith("@"):
        return False
    return (field == "url") == bool(_ADDRESS.match(value))


def _linked_author(root: Element) -> str:
    links = (link for link in root.iter("a") if "author" in link.get("rel", "").lower().split())
    return next(filter(None, map(_words, links)), "")


def _publication(told: dict[str, str]) -> Publication | None:
    for name in _DATES.split():
        found = own_publication(told.get(name, ""), _WHERE.get(name, f"{name} in its metadata"))
        if found:
            return found
    return None


def _told(root: Element) -> Iterator[tuple[str, str]]:
    """Names in small letters and values, each as often as the page says it."""
    yield "html:lang", root.get("lang") or root.get(_XML_LANG) or ""
    for element in root.iter("meta", "link", "title", "h1", "script"):
        yield from _READERS[element.tag](element)


def _meta(element: Element) -> Iterator[tuple[str, str]]:
    value = " ".join(element.get("content", "").split())
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        for name in element.get(attribute, "").lower().split():
            if value:
                yield _DUBLIN_CORE.sub(r"\1.", name), value


def _link(element: Element) -> Iterator[tuple[str, str]]:
    if element.get("rel", "").lower() == "canonical" and element.get("href"):
        yield "html:canonical", element.get("href", "").strip()


def _title(element: Element) -> Iterator[tuple[str, str]]:
    words = _words(element)
    if words:
        yield "html:title", words


def _words(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _script(element: Element) -> Iterator[tuple[str, str]]:
    if element.get("type", "").lower() == "application/ld+json":
        yield from article_fields(element.text or "")


_READERS = {
    "meta": _meta,
    "link": _link,
    "title": _title,
    "h1": _title,
    "script": _script,
}
