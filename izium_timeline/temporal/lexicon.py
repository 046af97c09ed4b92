"""The English words of time and number, and the pieces of pattern that rules are made of.

A piece is text for ``re``; rules join pieces by f-strings. Groups are named after the field
that they fill (``day``, ``month``, ``year``, ``era``, ``amount``, ``unit``...), so that one
reader serves every rule. Every repetition in a piece is bounded: matching stays linear.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from os.path import commonprefix
from types import MappingProxyType

from izium_timeline.temporal.partial import Unit


def words(text: str) -> list[str]:
    """The words of a text: how the tables of this package list words."""
    return text.split()


def any_of(choices: Iterable[str], written: Mapping[str, str] = MappingProxyType({})) -> str:
    """A pattern of any of some words or phrases: the longest that stands in a place.

    Words that begin alike share that beginning, so that ``re`` looks at it once: of 250 verbs a
    text is searched in a quarter of the time that it takes with one after another. ``written``
    has the patterns of signs that may be written in more ways than one, a blank, say.
    """
    longest_first = sorted(set(choices), key=lambda choice: (-len(choice), choice))
    spelled = [[written.get(sign) or re.escape(sign) for sign in each] for each in longest_first]
    return _any_of(spelled)


def _any_of(choices: Sequence[list[str]]) -> str:
    """The same of what follows a common beginning, sign by sign."""
    alike: dict[str, list[list[str]]] = {}
    for choice in filter(None, choices):
        alike.setdefault(choice[0], []).append(choice)
    branches = [_begun_alike(group) for group in alike.values()]
    ends_here = not all(choices)
    if not branches or (len(branches) == 1 and not ends_here):
        return "".join(branches)
    return f"(?:{'|'.join(branches)}){'?' * ends_here}"


def _begun_alike(choices: Sequence[list[str]]) -> str:
    shared = commonprefix(choices)
    return "".join(shared) + _any_of([choice[len(shared) :] for choice in choices])


MONTHS = words(
    "january february march april may june july august september october november december"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
WEEKDAY_NUMBERS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{name[:3]: number for number, name in enumerate(WEEKDAYS)},
    **{"tues": 1, "thur": 3, "thurs": 3},
}

_SMALL = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)

NUMBERS = {
    **{word: number for number, word in enumerate(_SMALL, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{"hundred": 100, "thousand": 1000},
}
ORDINALS = {
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)},
    **{"twentieth": 20, "thirtieth": 30, "thirty-first": 31},
}
UNITS = {
    **{unit.value: unit for unit in Unit if unit is not Unit.HALF and unit is not Unit.SEASON},
    **{"sec": Unit.SECOND, "min": Unit.MINUTE, "hr": Unit.HOUR, "yr": Unit.YEAR},
    **{"night": Unit.DAY, "centurie": Unit.CENTURY},
}

# One or two blanks, or one line break: never the gap between two paragraphs.
GAP = r"(?:[^\S\n]\n|\s[^\S\n]?)"
DASH = r"[-\u2010-\u2015\u2212]"
HYPHEN = rf"(?:{GAP}|[-\u2010\u2011])"
COMMA = rf"(?:{GAP}?,{GAP}?|{GAP})"
APOSTROPHE = r"['\u2018\u2019]"

MONTH = rf"(?P<month>{any_of(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
FULL_MONTH = rf"(?P<month>{any_of(MONTHS)})"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)}|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?)"
FULL_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
SEASON = rf"(?P<season>{any_of(SEASONS)})"
ORDINAL_WORD = any_of(ORDINALS)
DAY = rf"(?P<day>[0-3]?[0-9])(?:{GAP}?(?:st|nd|rd|th)\b)?"
DAY_OR_WORD = rf"(?:{DAY}|(?P<dayword>{ORDINAL_WORD}))"
ERA = r"b\.c\.(?:e\.)?|bce?\b|a\.d\.|c\.e\.|ce\b|ad\b"
YEAR = (
    rf"(?:(?P<year>[0-9]{{1,4}}(?={GAP}?(?:{ERA}))|[12][0-9]{{3}})(?:{GAP}?(?P<era>{ERA})(?!\w))?"
    rf"|{APOSTROPHE}(?P<shortyear>[0-9]{{2}}))"
)
OF_YEAR = (
    rf"of{GAP}(?P<of>the{GAP}same|that(?:{GAP}same)?|the{GAP}following|the{GAP}next|"
    rf"the{GAP}previous|this|last|next|the){GAP}year"
)

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,4})(?:[.][0-9]{1,2})?"
NUMBER_WORD = (
    rf"(?:(?:{any_of(_TENS)})(?:{HYPHEN}(?:{any_of(_SMALL[:9])}))?\b|(?:{any_of(_SMALL)})\b"
    rf"|(?:a{GAP}|one{GAP})?hundred(?:{GAP}and{GAP}(?:{any_of(_TENS + _SMALL)}))?)"
)
VAGUE_NUMBER = rf"few|several|many|numerous|countless|(?:a{GAP})?(?:dozens|hundreds|scores){GAP}of"
LENGTH_UNIT = (
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?|weeks?|"
    r"fortnights?|months?|quarters?|years?|yrs?|decades?|centur(?:y|ies))"
)
NUMBER_HEADS = frozenset((*_SMALL, *_TENS, "hundred", "half", "0"))
VAGUE_HEADS = frozenset(words("few several many numerous countless dozens hundreds scores couple"))
MONTH_HEADS = frozenset(MONTH_NUMBERS)
WEEKDAY_HEADS = frozenset(WEEKDAY_NUMBERS)
ORDINAL_HEADS = frozenset(word.partition("-")[0] for word in ORDINALS)

# What stands between two dates of a range or a list.
JOIN = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|and|or|through|until|till){GAP}|{GAP}?/{GAP}?|{COMMA})"
DIGIT_HEAD = frozenset(("0",))
