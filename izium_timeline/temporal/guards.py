"""What looks like a date and is none: the words on either side decide.

Each guard takes the text and the span in question and looks at most a few dozen characters
to either side.
"""

import re

from izium_timeline.temporal.lazy import LazyPattern

_CUES = (
    r"in|by|since|until|till|of|early|late|mid|last|next|this|that|during|from|to|through|"
    r"throughout|for|before|after|between|and|or|around|about|on|following|previous|each|every|"
    r"every other|per|til|as of|beginning|starting|ending|effective|a|an|circa|ca\.|c\.|coming"
)
_CUE_BEFORE = LazyPattern(
    rf"(?:\b(?:{_CUES})[-\s(\"'\u2018\u201c]{{1,3}}|mid-|[-\u2013\u2014/(]\s?)\Z", re.I
)
_MONTH_AFTER = LazyPattern(
    r"\s?(?:[-\u2010-\u2015/]|\s(?:to|and|or|through|until)\s)\s?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_STRONG_BEFORE = LazyPattern(
    r"\b(?:in|by|since|until|till|of|early|late|mid|last|next|during|from)[-\s]{1,2}\Z",
    re.IGNORECASE,
)
_NAMED_BEFORE = LazyPattern(r"[A-Z][a-z]{1,15}\.?\s\Z")
_NAME_AFTER = LazyPattern(r"\s[A-Z][a-z]{2,}")
_PREPOSITION = LazyPattern(
    r"\b(?:in|by|since|until|till|during|early|late|mid|from|after|before|year|years|"
    r"circa|ca\.|c\.|spring|summer|autumn|fall|winter)[\s(-]{1,2}\Z",
    re.IGNORECASE,
)
_NOT_BEFORE = LazyPattern(
    r"(?:[$\u00a3\u20ac#\u2116@\u00a5]\s?|[:=/\\_.+*]|\b(?:no|nos|room|flight|page|pages|p|pp"
    r"|vol|number|numbers|"
    r"route|highway|unit|section|article|resolution|form|model|chapter|paragraph|line|channel|"
    r"building|apartment|apt|suite|box|code|zip|some|nearly|than|only|least|most|another|"
    r"approximately|us|usd|eur|gbp|boeing|airbus|psalm|version|windows|type|class|bus|tram|"
    r"almost|over|roughly|additional|extra|all|kill(?:ed|ing)|wound(?:ed|ing)|losing|with|were|are|"
    r"numbered|totaling|totalling|height|altitude)\.?\s)\Z",
    re.I,
)
_MEASURED = LazyPattern(
    r"\s?%|\s?[\u00b0\u20ac$]|[.,][0-9]|\s(?:or so|km|kilometers?|kilometres?|miles?|metres?"
    r"|meters?|m|"
    r"cm|mm|feet|ft|yards|acres|hectares|square|cubic|tons?|tonnes?|kg|kilograms?|pounds|litres|"
    r"liters|gallons|barrels|dollars|euros|roubles|rubles|hryvnias?|yen|yuan|francs|marks|percent|"
    r"per cent|points|votes|seats|copies|pages|words|songs|items|pieces|cases|times|degrees|"
    r"calories|volts|watts|mw|gw|kw|hp|rpm|mhz|ghz|mb|gb|kb|million|billion|thousand|hundred|"
    r"years|months|weeks|days|hours|hrs|minutes)\b",
    re.IGNORECASE,
)
_COUNTED = LazyPattern(
    r"\s(?:(?:more|other|new|young|armed|russian|british|french|german|american|ukrainian|allied|"
    r"enemy|japanese|civilian|killed|wounded|local|different)\s)?"
    r"(?:people|persons?|men|women|children|soldiers|troops|officers|prisoners|refugees|"
    r"civilians|casualties|dead|deaths|wounded|killed|injured|residents|inhabitants|households|"
    r"families|workers|employees|students|members|fighters|police|policemen|volunteers|horses|"
    r"sailors|marines|tanks|guns|aircraft|planes|ships|vehicles|missiles|rockets|shells|bombs|"
    r"houses|homes|buildings|apartments|villages|schools|hospitals|strikes|attacks|sorties|"
    r"bodies|graves|victims|survivors|hostages|cannons?|infantry|cavalry|hoplites|archers|"
    r"triremes)\b",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = LazyPattern(
    r"\b(?:rose|fell|grew|gr[eo]wn|increased?|decreased?|dropped|jumped|declined|climbed"
    r"|risen|fallen|"
    r"cut|reduced|raised)\s(?:(?:from|to|by)\s)?(?:from\s\S{1,10}\sto\s)?\Z",
    re.IGNORECASE,
)
_MODAL_AFTER = LazyPattern(
    r"\s(?:have|be|not|well|also|I|God|he|she|it|they|we|you|his|her|this|the|still|yet|never|"
    r"said|says|told|told|added|or may|was (?:born|elected)|'s\s[a-z])\b"
)
_MARCH_VERB = LazyPattern(
    r"\s(?:on|to|into|through|towards?|against|for|from|across|back|over|past|under|with|"
    r"of\s(?!(?:the|that|this|last|next|[12]\d{3})\b)|by|out|up|down|north|south|east|west|there|"
    r"home|along|alongside|in\b)"
)


def cued(text: str, start: int) -> bool:
    """Whether a word that dates like ("in", "since", "early", "last") stands before."""
    return bool(_CUE_BEFORE.search(text, max(0, start - 14), start))


def bare_month(text: str, start: int, end: int) -> bool:
    """Whether a lone month word is the month: not "may", not "march on", not a name."""
    word = text[start:end].rstrip(".")
    lower = word.lower()
    if word[0].isupper() and _MONTH_AFTER.match(text, end):
        return True
    if lower == "may":
        return word != "may" and (
            _STRONG_BEFORE.search(text, max(0, start - 14), start) is not None
            or (cued(text, start) and not _MODAL_AFTER.match(text, end))
        )
    if lower == "march":
        if _STRONG_BEFORE.search(text, max(0, start - 14), start):
            return word[0] == "M"
        return word[0] == "M" and cued(text, start) and not _MARCH_VERB.match(text, end)
    if len(word) <= 4 and lower not in ("june", "july"):
        return word[0].isupper() and cued(text, start) and not _NAME_AFTER.match(text, end)
    if not word[0].isupper():
        return cued(text, start)
    named = lower in ("april", "june", "august") and (
        _NAME_AFTER.match(text, end) or _NAMED_BEFORE.search(text, max(0, start - 18), start)
    )
    return not named or cued(text, start) or text[max(0, start - 4) : start].lower() == "the "


def month_word(text: str, start: int) -> bool:
    """Whether a month word beside a number is written like one: "may 10 men" is not."""
    return text[start].isupper() or text[start : start + 3].lower() not in ("may", "mar")


def bare_year(text: str, start: int, end: int) -> bool:
    """Whether four bare digits are a year: not a count, a price, a room or a flight."""
    year = int(text[start:end])
    if not 1000 <= year <= 2099 or _NOT_BEFORE.search(text, max(0, start - 14), start):
        return False
    if text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalpha():
        return text[end + 1 : end + 2].islower() and year >= 1500
    if _MEASURED.match(text, end) or _AMOUNT_BEFORE.search(text, max(0, start - 28), start):
        return False
    if year >= 1500 and not _COUNTED.match(text, end):
        return True
    return _PREPOSITION.search(text, max(0, start - 14), start) is not None


def counted(text: str, end: int) -> bool:
    """Whether what follows a number is a thing counted or measured."""
    return bool(_MEASURED.match(text, end) or _COUNTED.match(text, end))
