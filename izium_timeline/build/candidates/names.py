"""Places and actors of a statement, where capitals and the words about them tell."""

import re
from functools import cache

from izium_timeline.build.candidates.lexicon import any_word, words

_MOST = 4
_CAPITAL = r"[A-Z\u00c0-\u00de\u0400-\u042f][\w\u2019'-]*[\w]"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:de|of|the|la|el|al|von|van|upon)\s)?{_CAPITAL}){{0,4}}"


@cache
def _place() -> re.Pattern[str]:
    kinds = any_word(words("names", "place_kinds"))
    before = any_word(words("names", "place_before"))
    return re.compile(
        rf"\b(?P<before>{before})\s(?:the\s(?:(?:city|town|village|port|region|province|district|area|outskirts|centre|center)\sof\s)?)?"
        rf"(?:(?:northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|occupied)\s)?"
        rf"(?P<name>{_NAME})(?P<own>[\u2019']s)?(?P<kind>\s(?:{kinds})\b)?"
    )


@cache
def _not_places() -> frozenset[str]:
    return words("names", "not_places") | words("names", "titles")


_LOOSE = frozenset(("of", "from", "to", "for", "on", "into"))


def places(clause: str) -> tuple[str, ...]:
    """The places that prepositions lead to: "in Kharkiv", "near the Donets river"."""
    found: list[str] = []
    for match in _place().finditer(clause):
        name = re.sub(r"[\u2019']s\Z|\sNo\Z", "", match["name"])
        first = name.split()[0]
        if first in _not_places() or (
            name.isupper() and len(name) < 4 and match["before"] in _LOOSE
        ):
            continue
        if match["before"].lower() in _LOOSE and not match["kind"] and not _known(name, clause):
            continue
        if match["own"] and not match["kind"]:
            continue
        if _adjective(clause, match) or first in _DEEDS:
            continue
        whole = name + (match["kind"] or "")
        if whole not in found:
            found.append(whole)
    return tuple(found[:_MOST])


_DEEDS = frozenset(("Operation", "Battle", "Treaty", "Siege", "Operations", "Act", "Resolution"))
_FUNCTION = re.compile(
    r"\s(?:and|but|or|as|at|by|for|from|in|into|near|of|on|over|that|the|to|under|when|where|which|"
    r"while|with|after|before|an?|his|her|its|their|he|she|it|they|we|is|are|was|were|has|have|had|"
    r"will|would|who|because|since|until|during|against|also|this|last|next)\b"
)


def _adjective(clause: str, match: re.Match[str]) -> bool:
    """Whether the name belongs to a noun behind it: "the Norwegian campaign"."""
    after = clause[match.end() : match.end() + 12]
    if match["kind"] or not after[:1].isspace() or not after[1:2].islower():
        return False
    if "the " not in match[0][: match.start("name") - match.start()].lower():
        return False
    return _FUNCTION.match(after) is None


def _known(name: str, clause: str) -> bool:
    """Whether another preposition that only places follow leads to the name as well."""
    return (
        re.search(rf"\b(?:in|near|at|outside)\s(?:the\s)?{re.escape(name)}\b", clause) is not None
    )


_ARMS = (
    "armed|ground|air|naval|special|military|border|riot|peacekeeping|security|reconnaissance|"
    "occupying|government|coalition|police|health|emergency"
)


@cache
def _group() -> re.Pattern[str]:
    kinds = any_word(words("names", "actor_kinds"))
    return re.compile(
        rf"\b(?:(?:the|The|local|Local)\s)?(?P<name>(?:{_CAPITAL}\s){{1,3}}(?:(?:{_ARMS})\s)?(?:{kinds}))\b(?!\s[A-Z])"
        rf"|\b(?P<plain>(?:local|regional|military|city|government|rebel|enemy|allied|state|federal)\s(?:{kinds}))\b"
    )


@cache
def _person() -> re.Pattern[str]:
    titles = any_word(words("names", "titles"))
    return re.compile(
        rf"\b(?:{titles})\.?\s(?:(?:{titles})\.?\s)*(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})"
    )


def actors(clause: str, speaker: str, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Who acts: groups ("Russian troops"), persons with a title, and who speaks."""
    found = [speaker] if speaker else []
    for pattern in (_group(), _person()):
        for match in pattern.finditer(clause):
            name = match["name"] or match.groupdict().get("plain")
            name = _OPENER.sub("", name or "")
            if any(word in _MONTHS for word in name.split()):
                continue
            plain = match.groupdict().get("plain")
            if not (plain or name[:1].isupper() or name in _OFFICES):
                continue
            if name and name not in found and name not in taken and not _holds(found, name):
                found.append(name)
    return tuple(found[:_MOST])


_OPENER = re.compile(
    r"\A(?:(?:The|When|While|After|Before|If|In|On|At|By|As|Since|And|But|Some|Many|Most|All|Both|"
    r"Several|Dozens|Hundreds|For|From|Although|Though|Because|Once|Until|Our|His|Her|Their)\s)+"
)
_MONTHS = frozenset(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September")
    + ("October", "November", "December")
)


_OFFICES = frozenset(
    ("mayor", "governor", "president", "minister", "police", "army", "government", "council")
    + ("court", "ministry", "parliament", "commander", "navy", "military", "authorities")
)


def _holds(found: list[str], name: str) -> bool:
    return any(name in other for other in found)
