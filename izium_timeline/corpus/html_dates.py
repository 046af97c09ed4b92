"""The times that a page marks, and the day in its address: which of them date it."""

import re
from collections.abc import Collection, Iterable
from itertools import islice
from typing import cast

from lxml import etree

from izium_timeline.corpus.html_tree import Element

# Elements that a page marks as the time of its publication, in schema.org's words or in those of
# the microformats hAtom, hNews and h-entry.
_PUBLISHED = etree.XPath(
    ".//*[@itemprop='datePublished'] | .//abbr[contains(@class, 'published')]"
    " | .//time[contains(@class, 'published') or @pubdate]"
)
_PUBLISHED_WORDS = frozenset(("published", "dt-published"))
_MOST = 1000  # times that are looked at: what marks more is no article
_LABEL = 80  # letters that stand around a time that dates the page; in a sentence there are more
_DAY_IN_ADDRESS = re.compile(r"/(?P<day>(?:19|20)\d\d/\d\d?/\d\d?)/")


def published_time(root: Element, unseen: Collection[Element]) -> str:
    """A time of the one day that a page, or else what is seen of it, marks as the one of its
    publication; empty for several days.
    """
    found = cast(list[Element], _PUBLISHED(root))[:_MOST]
    marked = {element: _time_of(element) for element in found}
    seen = (time for element, time in marked.items() if _is_seen(element, unseen))
    return _only_day(marked.values()) or _only_day(seen)


def only_time(part: Element, unseen: Collection[Element] = frozenset()) -> str:
    """A time of the day that all marked times name which stand in no sentence; empty for several
    days.
    """
    around: dict[Element, list[str]] = {}
    for element in islice(part.iter("time"), _MOST):
        if _is_seen(element, unseen):
            outer = element.getparent()
            time = element.get("datetime", "")
            around.setdefault(element if outer is None else outer, []).append(time)
    time = _only_day(time for outer, own in around.items() if _is_label(outer) for time in own)
    return time if len(time) >= 10 else ""


def day_of_address(url: str) -> str:
    """The day that an address names in the way of news and blogs, empty for none."""
    day = _DAY_IN_ADDRESS.search(url)
    return day["day"] if day else ""


def _time_of(element: Element) -> str:
    named = _PUBLISHED_WORDS.intersection(element.get("class", "").split())
    if not named and element.get("itemprop") is None and element.get("pubdate") is None:
        return ""
    return next(filter(None, map(element.get, ("datetime", "content", "title"))), "")


def _is_seen(element: Element, unseen: Collection[Element]) -> bool:
    return element not in unseen and not any(outer in unseen for outer in element.iterancestors())


def _only_day(times: Iterable[str]) -> str:
    """The first of the times where all are of one day, else nothing."""
    told = [time.strip() for time in times if time.strip()]
    return told[0] if len({time[:10] for time in told}) == 1 else ""


def _is_label(element: Element) -> bool:
    letters = 0
    for text in element.itertext():
        letters += len(text)
        if letters > _LABEL:
            return False
    return True
