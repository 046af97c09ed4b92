"""The noun phrase that names who speaks, without what leads up to it or trails behind it."""

import re
from functools import cache

from izium_timeline.build.candidates.lexicon import words

PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who", "you", "that", "this"))
_LONGEST_NAME = 60

_HELPERS = re.compile(
    r"(?:\s(?:has|have|had|also|later|then|once|previously|earlier|repeatedly|already|is|was|"
    r"would|will|still|publicly|recently|now|there))+\s*\Z|\s+\Z"
)
_LEADING = re.compile(
    r"\A(?:and|but|however|meanwhile|as|also|still|then|so|because|while|although|when|after|"
    r"(?:on\s)?(?:(?:earlier|later)\s)?(?:this|last)\s(?:week|month|year|spring|summer|autumn|winter)|"
    r"(?:about\s|some\s)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|a\sfew)\s"
    r"(?:hour|day|week|month|year)s?\s(?:ago|later|earlier|before)|"
    r"yesterday\s(?:at|around|about)\s[\d:.]+(?:\s?[ap]\.?m\.?)?|"
    r"(?:on\s)?(?:yester|mon|tues|wednes|thurs|fri|satur|sun)day(?:\s(?:morning|evening|night))?|"
    r"in a statement|surely|indeed|for example|in addition|earlier|later)\b,?\s*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\s(?:who|which|whose|whom|that|when|where|in a|in an|on|at|during|by phone|after|before|"
    r"while|as|in his|in her|in their)\b.*\Z",
    re.DOTALL,
)
_CUT = re.compile(
    r".*(?:[,;:\u2013\u2014\"\u201c\u201d(]|[a-z0-9]{3}[.!?][\"\u201d\u2019]?\s"
    r"|\s(?:and|but|that|because|while|although|when|after|before|as)\s)",
    re.DOTALL,
)


_LEADS_UP = re.compile(
    r"\s*(?:in|on|at|by|after|before|during|since|when|while|asked|speaking|talking|writing|earlier|"
    r"later|meanwhile|however|as|according|for|from|with|despite)\b",
    re.IGNORECASE,
)


def _head(before: str) -> tuple[int, str]:
    """The first part between commas that does not lead up to the rest, and where it starts."""
    start = 0
    parts = before.split(",")
    for part in parts:
        if not _LEADS_UP.match(part):
            return start, part
        start += len(part) + 1
    return 0, parts[0]


_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")


def subject_before(before: str) -> tuple[str, int]:
    """The noun phrase that ends where a verb begins, and its offset; "" where there is none."""
    closed = _BRACKETS.sub("", _HELPERS.sub("", before))
    if closed.endswith(","):
        # An insertion closes here: "Valery, a resident of Izium, told": its head is before it.
        first, head = _head(closed[:-1])
        inner = _CUT.match(head)
        skipped = inner.end() if inner and inner.end() < len(head) else 0
        offset = first + skipped
        phrase = head[skipped:]
    else:
        cut = _CUT.match(closed)
        offset = cut.end() if cut else 0
        phrase = closed[offset:]
    offset += len(phrase) - len(phrase.lstrip())
    name = name_in(phrase)
    return name, offset


_ADVERB = re.compile(r"(?:\s(?:[a-z]+ly|also|later|now|then|too))+\Z")
_LEADS = re.compile(
    r"(?:in|on|at|by|after|before|during|since|until|from|for|with|along|over|under|because|despite|"
    r"according|who|which|that|whose|where|when|if|and|but|or|not|no|i|we|you|it|as|to|of|than)\b",
    re.IGNORECASE,
)


@cache
def _verbs() -> frozenset[str]:
    return words("verbs", "present", "past", "modal")


def name_in(phrase: str) -> str:
    """A noun phrase without what leads up to it and what trails behind it; "" if it is none."""
    phrase = " ".join(phrase.split()).strip(" ,.;:'\"\u2018\u2019\u201c\u201d()[]-\u2013\u2014*")
    phrase = _LEADING.sub("", phrase)
    phrase = _ADVERB.sub("", _RELATIVE.sub("", phrase)).strip(" ,.;:'\"")
    if not phrase or len(phrase) > _LONGEST_NAME or not any(c.isalpha() for c in phrase):
        return ""
    first, last = phrase.split()[0].lower(), phrase.split()[-1]
    if first in _verbs() or last in ("and", "or", "the", "a", "of"):
        return ""
    return "" if _LEADS.match(phrase) and phrase.lower() not in PRONOUNS else phrase
