"""Who says so: what is reported, told by hearsay, and by whom."""

import re
from functools import cache
from typing import NamedTuple

from izium_timeline.build.candidates.lexicon import any_word, lexicon, words
from izium_timeline.build.candidates.quotations import is_quoted
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.speaker_names import PRONOUNS, name_in, subject_before

_REACH = 900  # characters back within which "he said" finds the one who spoke before


class Attribution(NamedTuple):
    """Where a sentence says who says so, and who that is ("" where it is left open).

    ``start`` to ``end`` are the words that say it ("X said that", ", according to X");
    ``verb`` is where its verb ends, or the span's end. ``behind`` says whether what is said
    stands behind it alone ("X said that ..."). ``reach`` is where verb and name end, whichever
    comes last.
    """

    start: int
    end: int
    who: str
    verb: int
    behind: bool = False
    reach: int = 0


@cache
def _speech() -> re.Pattern[str]:
    loose, strict = words("speech", "verbs"), words("speech", "cautious")
    return re.compile(
        rf"\b(?:(?P<verb>{any_word(loose)})|(?P<cautious>{any_word(strict)}))\b"
        rf"(?P<to>(?:\s(?:to\s|the\s)?(?:{any_word(words('speech', 'audiences'))})\b"
        r"|(?<=told)\s(?:the\s|a\s|his\s|her\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})?)"
        r"(?P<that>(?:,?\s(?:on|in|at|to|via|during|late|early|today|yesterday|last|this)\b"
        r"[^.,;:\"\u201c]{0,40}?,?|\s[A-Z][a-z]+day(?:\s(?:morning|evening|night))?)?\s(?:that|how)\b)?"
    )


@cache
def _sources() -> re.Pattern[str]:
    return re.compile(
        rf",?\s*\b(?:{any_word(lexicon('speech')['sources'])})\s+(?P<who>[^,.;:()\u2013\u2014\n]{{2,80}})"
        r"(?:,\s(?-i:[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+){1,3}(?=[,.;]|\Z)))?,?",
        re.IGNORECASE,
    )


@cache
def _hearsay() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word(lexicon('speech')['hearsay'])})\b", re.IGNORECASE)


_QUOTE_CLOSED = re.compile(r"[\"\u201d\u2019][,.]?\s*\Z|[,.?!][\"\u201d\u2019]\s*\Z")


def attribution(text: str, sentence: Span) -> Attribution | None:
    """Who a sentence says its words are of; None where it says nothing of the kind."""
    source = _sources().search(text, sentence.start, sentence.end)
    if source:
        return Attribution(source.start(), source.end(), name_in(source["who"]), source.end())
    for verb in _speech().finditer(text, sentence.start, sentence.end):
        if is_quoted(text, sentence.start, verb.start()):
            continue
        found = _inverted(text, sentence, verb) or _direct(text, sentence, verb)
        if found is not None:
            return found
    return None


# A name that is none of the person's stands in quotation marks.
_PSEUDONYM = re.compile(r"\s[\"\u201c](?P<name>[A-Z][\w\u2019'. -]{1,30})[\"\u201d](?=[,.;\s])")


def _inverted(text: str, sentence: Span, verb: re.Match[str]) -> Attribution | None:
    """ "...", said Andriy, a 62-year-old."""
    before = text[sentence.start : verb.start()]
    if before.strip() and not _QUOTE_CLOSED.search(before):
        return None
    after = text[verb.end() : min(sentence.end, verb.end() + 90)]
    pseudonym = _PSEUDONYM.match(after)
    if pseudonym:
        end = verb.end() + pseudonym.end()
        return Attribution(verb.start(), sentence.end, pseudonym["name"], verb.end(), reach=end)
    who = name_in(re.split(r"[,.;:\u2013\u2014\"\u201c(]", after, maxsplit=1)[0])
    if not who or who.split()[0] in ("the", "that") and len(who.split()) < 2:
        return None
    if not (who[0].isupper() or who.split()[0].lower() in ("the", "a", "an", "one", "his", "her")):
        return None
    named = re.split(r"[,.;:\u2013\u2014\"\u201c(]", after, maxsplit=1)[0].find(who[-12:])
    reach = verb.end() + max(0, named) + len(who[-12:])
    return Attribution(verb.start(), sentence.end, who, verb.end(), reach=reach)


_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)\s(?:[a-z]+ly\s|also\s)?\Z")


def _direct(text: str, sentence: Span, verb: re.Match[str]) -> Attribution | None:
    """ "X said that ...", "..., X said"; not "it was announced"."""
    if _PASSIVE.search(text, sentence.start, verb.start()):
        return None
    before = text[sentence.start : verb.start()]
    subject, offset = subject_before(before)
    if not subject:
        return None
    start = sentence.start + offset
    content_before = text[sentence.start : start].strip(' ,"\u201c\u201d\n')
    quoted = _QUOTE_CLOSED.search(text[max(sentence.start, start - 8) : start]) is not None
    tail = bool(content_before) and (quoted or _is_tail(text, sentence, verb))
    if verb["cautious"] and not (verb["that"] or tail or _speaks(text, sentence, verb)):
        return None
    who = "" if subject.lower() in PRONOUNS else subject
    if subject.lower() in ("it", "this", "that", "which"):
        return None
    if tail:
        while start > sentence.start and text[start - 1] in ' ,\n"\u201d':
            start -= 1
        spoken = verb.end("to")
        speaker = who or _earlier(text, start)
        return Attribution(start, sentence.end, speaker, verb.end(), reach=spoken)
    return Attribution(start, verb.end(), who or _earlier(text, start), verb.end("to"), True)


def _is_tail(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether little or nothing follows the verb: what is said stands before it."""
    after = text[verb.end() : sentence.end]
    if verb["that"]:
        return False
    return re.match(
        r"\s*(?:[.,:]|on\s|in\s(?:a|an)\s|at\s|last\s|late\s|$|\Z)", after
    ) is not None and (len(after) < 60 or after.lstrip().startswith((",", ".")))


def _speaks(text: str, sentence: Span, verb: re.Match[str]) -> bool:
    """Whether a quotation opens right behind the verb."""
    return (
        re.match(r"\s*[,:]?\s*[\"\u201c]", text[verb.end() : min(sentence.end, verb.end() + 6)])
        is not None
    )


def _earlier(text: str, place: int) -> str:
    """Who spoke last before a place: the one whom "he said" means, "" where nobody did.

    Where nobody speaks before in the same paragraph, it is the one whom that begins with.
    """
    low = max(0, place - _REACH)
    paragraph = max(low, text.rfind("\n", low, place) + 1)
    return (
        _speaker(text, paragraph, place)
        or _named_first(text, paragraph, place)
        or (_speaker(text, low, paragraph))
    )


_FIRST = re.compile(
    r"(?:[A-Z][A-Z\u2019' .]{2,40}\s[\u2013\u2014-]\s)?"
    r"(?P<name>[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+){0,3})"
    r"(?=,\s|\s(?:(?:also|still|then|now)\s)?(?:[a-z]+(?:s|ed)|who)\b)"
)
_NO_NAMES = frozenset(
    ("The", "This", "That", "These", "Those", "It", "He", "She", "They", "We", "I")
)


def _named_first(text: str, start: int, place: int) -> str:
    """The person whom a paragraph begins with, where one name opens it: "Hasmik wakes at five"."""
    found = _FIRST.match(text, start, place)
    if found is None or found["name"].split()[0] in _NO_NAMES:
        return ""
    return name_in(found["name"])


def _speaker(text: str, low: int, place: int) -> str:
    """Who spoke last in a stretch of text, "" where nobody did."""
    found = ""
    for verb in _speech().finditer(text, low, place):
        if verb["verb"] is None:
            continue
        opening = max(low, text.rfind("\n", low, verb.start()) + 1)
        after = _SPEAKER_BEHIND.match(text, verb.end(), min(place, verb.end() + 60))
        subject, _ = subject_before(text[max(opening, verb.start() - 150) : verb.start()])
        if after and _QUOTE_CLOSED.search(text[opening : verb.start()]):
            found = after[1]
        elif subject and subject.lower() not in PRONOUNS:
            found = subject
    return found


_SPEAKER_BEHIND = re.compile(r"\s([A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+){0,3})")


def is_hearsay(text: str, start: int, end: int) -> bool:
    """Whether a clause says that it is told by others, and not by whom."""
    return _hearsay().search(text, start, end) is not None


_CLOSED = re.compile(r"(?:[\"\u201d],?|[,.?!]\u2019)\s")
_SPEAKER_REACH = 600  # characters behind a sentence within which its quotation is closed


def speaker_about(text: str, block: Span, sentence: Span) -> str:
    """Who speaks a quotation that its own sentence gives to nobody: the paragraph's speaker."""
    end = min(block.end, sentence.end + _SPEAKER_REACH)
    closed = _CLOSED.search(text, sentence.start, end)
    if closed:
        found = attribution(text, Span(sentence.start, min(end, closed.end() + 200)))
        if found and found.who:
            return found.who
    return _earlier(text, sentence.start)
