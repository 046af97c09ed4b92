"""What the names say that a page gives to its elements: menu, comments, teaser, caption.

They are the class and the id of an element, in English mostly, whatever the language of the text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, cast

from lxml import etree

from izium_timeline.corpus.html_tree import Element

# What a name may say, as bits.
FURNITURE: Final = 1
COMMENTS: Final = 2
LINKED: Final = 4
CAPTION: Final = 8
PICTURE: Final = 16

# Words in a class or id, between hyphens, underscores and small and capital letters; a minus at
# the end of a word stands for whatever goes on.
_FURNITURE = """
about-author about-the-author ad ads advert- author-bio author-box author-card author-description
author-details author-info breadcrumb breadcrumbs catlinks consent cookie cookies crumb crumbs cta
donate donation editsection footer gdpr login masthead menu modal most-popular most-read
most-viewed nav navbar navbox navigation newsletter newsletters noprint offscreen outbrain pager
pagination partage partager paywall popup publicidad publicite recirc screen-reader- share shares
sharing sharebar sharedaddy sidebar side-bar signup sign-up skip-link skip-to social subscribe
taboola tag-cloud tag-list tags teilen toc toolbar user-bio werbung
"""
# What readers say; a page may hold more of it than of its own text.
_COMMENTS = """
comment comments commentlist comentario- commentaire- disqus divforum kommentar- reactions replies
reply respond
"""
# Words that also stand at openings and whole articles: what has no link is none of the furniture.
_LINKED = """
a-lire aside banner lire-aussi popular promo promos promoted promotion read-also read-more read-next
recommend- related- relacionad- sponsor- teaser teasers trending verwandt- voir-aussi
"""
_CAPTIONS = "caption captions credit credits image-source"
# Words at boxes that hold a picture, and with it nothing but a line about it.
_PICTURES = "bild foto image img photo pic picture thumb thumbnail"
_MAIN_PARTS = etree.XPath(
    ".//@role[. = 'main' or . = 'article']/.. | .//@itemprop[. = 'articleBody']/.."
)
_LONGEST_NAMES = 1000
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _group(name: str, words: str) -> str:
    forms = (word[:-1] + "[a-z]*" if word.endswith("-") else word for word in words.split())
    return f"(?P<{name}>{'|'.join(forms)})"


_BITS = {
    "furniture": FURNITURE,
    "comments": COMMENTS,
    "linked": LINKED,
    "caption": CAPTION,
    "picture": PICTURE,
}
_GROUPS = map(_group, _BITS, (_FURNITURE, _COMMENTS, _LINKED, _CAPTIONS, _PICTURES))
# Any of the words, by itself in a name of small letters.
_WORD = re.compile(rf"(?<![a-z])(?:{'|'.join(_GROUPS)})(?![a-z])")


def main_parts(root: Element) -> list[Element]:
    """The elements that a page names its main parts, in no order."""
    return [*root.iter("article", "main"), *cast(list[Element], _MAIN_PARTS(root))]


def named(elements: Iterable[Element]) -> dict[Element, int]:
    """The elements whose names say something, with the bits of what they say."""
    found = {}
    for element in elements:
        name, own = element.get("class"), element.get("id")
        if name or own:
            said = _said(f"{name or ''} {own or ''}"[:_LONGEST_NAMES])
            if said:
                found[element] = said
    return found


@lru_cache(maxsize=4096)  # a page has few names, each many times
def _said(names: str) -> int:
    if not names.islower():
        names = _HUMP.sub("-", names).lower()
    said = 0
    for word in _WORD.finditer(names.replace("_", "-")):
        said |= _BITS[word.lastgroup or ""]
    if "widget" in names and any(name.startswith("widget") for name in names.split()):
        said |= FURNITURE
    return said
