"""What a date dates within a clause.

A date may belong to less than its clause: to what brackets say of a name, to a participle
("Jobs, born in 1955, has built"), to a noun ("the 1991 settlement").
"""

import re

from izium_timeline.build.candidates.clauses import Clause, antecedent_of, subject_of
from izium_timeline.build.candidates.relatives import is_object, of_object, restrictive
from izium_timeline.build.candidates.said import Said
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.titles import stands_before_noun
from izium_timeline.build.candidates.verbs import first_verb, participle_at
from izium_timeline.model.event import Wording
from izium_timeline.temporal import Timex, TimexType
from izium_timeline.temporal.harvest import NOUNS

_LONGEST_INSERTION = 160  # characters


def belongs_to_noun(text: str, clause: Span, timex: Timex) -> bool:
    """Whether a date dates no statement but a noun or a name: "the 2014 war", "(1943)"."""
    bracket = _bracket(text, clause, timex.start)
    if bracket is not None and _CHANGED.match(text, *bracket):
        return True
    if bracket is not None and first_verb(text, *bracket) is None:
        return not _is_participle(text, *bracket)
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return False
    before = text[max(clause.start, timex.start - 40) : timex.start]
    if _NAMED_YEAR.search(before):
        return timex.text.isdigit() and len(timex.text) == 4
    if (
        _is_meant_for(text, clause, timex)
        or _THAN.search(before)
        or _in_subject(text, clause, timex)
    ):
        return True
    of = _OF_NOUN.search(before)
    if of:
        return not (_BY_ACT.search(before) or _is_event(text, clause, of["noun"], timex.start))
    return stands_before_noun(text, clause, timex.start, timex.end)


_FOR = re.compile(r"\bfor\s(?:the\s)?\Z")
_PLANNED_FOR = re.compile(
    r"\b(?:schedul|plann|slat|book|arrang|postpon|adjourn|call|tim|bill|announc|propos|agre|expect|"
    r"reserv|fix|order|convok|summon)(?:ed|ing)\b|\b(?:due|set|plans?|date|hopes?|wish(?:es)?|forecast|outlook)\b"
)


def _is_meant_for(text: str, clause: Span, timex: Timex) -> bool:
    """Whether "for" gives a date to a thing: "the $74 million requested for 2022"."""
    if timex.type is not TimexType.DATE or not any(map(str.isdigit, timex.text)):
        return False
    if _FOR.search(text, max(clause.start, timex.start - 8), timex.start) is None:
        return False
    return _PLANNED_FOR.search(text, max(clause.start, timex.start - 60), timex.start) is None


_CHANGED = re.compile(r"\s*(?:last\s)?(?:updated|accessed|retrieved|modified|posted|published)\b")


_BESIDE_EVENT = re.compile(
    r"\b(?:after|before|since|following|until|despite|because of|due to)\s"
    r"(?:the|an?|its|his|her|their)\s(?:[\w-]+\s){1,4}\Z",
    re.IGNORECASE,
)


def _is_event(text: str, clause: Span, noun: str, place: int) -> bool:
    """Whether a clause tells of the event whose date stands with it: "the vote of 8 May was"."""
    if _BESIDE_EVENT.search(text, clause.start, place):
        return False
    return noun.lower() in NOUNS and first_verb(text, clause.start, place) is None


def _in_subject(text: str, clause: Span, timex: Timex) -> bool:
    """Whether a date stands with the subject of a statement of the present: "the collapse on 26
    March is not expected to".
    """
    before = text[clause.start : timex.start]
    if "," in before or not _AFTER_NOUN.match(before):
        return False
    verb = first_verb(text, clause.start, clause.end)
    return verb is not None and verb.start() >= timex.end and verb[0] in _PRESENT


_PRESENT = ("is", "are", "will", "remains", "remain", "isn't", "aren't", "won't")
_AFTER_NOUN = re.compile(
    r"\s*(?:The|the|A|a|An|an|His|Her|Their|Its)\s(?:[\w\u2019'-]+\s){2,12}?(?:on|in)\s(?:the\s)?\Z"
)
_THAN = re.compile(
    r"\b(?:from|compared\s(?:with|to)|against|versus)\s[$\u20ac\u00a3]?\d[\d.,]*%?(?:\s\w+){0,2}?\s(?:in|on|at)\s\Z"
    r"|\bcompared\s(?:with|to)\s[^,;.]{0,40}\Z"
    r"|\b(?:than|as)\s(?:in|on|at|during|it was in)\s(?:the\s)?\Z"
    r"|\b(?:than|as|times)\s(?:what\s)?(?:it|they|he|she|that)\s(?:was|were|had\sbeen|cost|did)\s"
    r"(?:back\s)?(?:in|on|at|during)\s(?:the\s)?\Z"
)
_OF_NOUN = re.compile(
    r"(?<!\w)(?!as\b|As\b|because\b|end\b)(?P<noun>\S+)\s(?:of|dated)\s(?:the\s)?\Z"
)
_BY_ACT = re.compile(
    r"(?:\b[Bb]y|\A(?:In|With|Through|Under|At))\s(?:an?|the|its|his|her|their)\s(?:[a-z]+\s)?"
    r"(?:decision|judgment|judgement|order|decree|letter|ruling|resolution|law|act|treaty|verdict|"
    r"sentence|statement|report|note|memorandum|circular|telegram|petition|e-?mail|post|meeting|session|hearing|sitting|conference|summit)\s"
    r"(?:of|dated)\s\Z"
)
_NAMED_YEAR = re.compile(
    r"\b(?!(?:In|By|Between|Throughout|Since|Until|From|During|Early|Late|Mid|Spring|Summer|Autumn|Fall|Winter|Before|"
    r"After|Around|About|Year|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|The|And|Or|To)\b)[A-Z][\w&\u2019'-]+\s\Z"
)


def phrase_of(text: str, clause: Clause, date: Wording) -> Said | None:
    """The part of a clause that a date belongs to; None where it is the clause itself."""
    bracket = _bracket(text, clause.span, date.start)
    if bracket is not None:
        return _in_brackets(text, clause, bracket)
    return (
        _insertion(text, clause, date)
        or of_object(text, clause, date)
        or restrictive(text, clause, date)
        or _sent(text, clause, date)
    )


def _bracket(text: str, clause: Span, place: int) -> Span | None:
    """The inside of round brackets about a place within a clause."""
    opened = text.rfind("(", clause.start, place)
    if opened < 0 or text.find(")", opened, place) >= 0:
        return None
    closed = text.find(")", place, clause.end)
    return Span(opened + 1, clause.end if closed < 0 else closed)


_NOUN_FIRST = re.compile(
    r"[A-Z\u00c0-\u00de\u0400-\u042f]|(?:the|an?|his|her|its|their|our|this|that)\s"
)


def _in_brackets(text: str, clause: Clause, bracket: Span) -> Said:
    """ "Khatyn (a village that was destroyed in 1943)": the name and what brackets say of it."""
    name = antecedent_of(text, clause.start, bracket.start - 1)
    if name is None or not _NOUN_FIRST.match(text, name.start):
        return Said(bracket)
    return Said(Span(bracket.start, min(clause.end, bracket.end + 1)), name, brackets=True)


# "Your letter of the 2nd instant, which reached me": the letter did.
_LETTER_OF = re.compile(r"\s(?:of|dated)\s(?:the\s)?\d[^,]{0,24}\Z")
_YEAR_ENDS = re.compile(r"(?:\b\d{4}|['\u2019]\d\d)\Z")
_WHO = re.compile(r"(?:which|who)\s")


_PART_OF = re.compile(
    r"\s*(?:the|an?|his|her|its|their|our)\s[\w-]+\sof\s(?:the\s|an?\s)?", re.IGNORECASE
)


def _named(text: str, clause: Clause, comma: int) -> Span | None:
    """What an insertion behind a comma is about: "the account of the siege", not the siege."""
    dated = _LETTER_OF.search(text, clause.start, comma)
    if dated is not None:
        return antecedent_of(text, clause.start, dated.start())
    name = antecedent_of(text, clause.start, comma)
    subject = subject_of(text, clause.span)
    if name is None or subject is None or subject.end != comma:
        return name
    return subject if _PART_OF.fullmatch(text, subject.start, name.start) else name


def _insertion(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "Jobs, born in San Francisco in 1955, has built": the name and the participle.

    "The plant, which opened in 1932, will not reopen" likewise.
    """
    comma = text.rfind(", ", max(clause.start, date.start - _LONGEST_INSERTION), date.start)
    if comma < 0:
        return None
    start = comma + 2
    relative = _WHO.match(text, start, date.start)
    if relative and is_object(text, relative.end(), date.start):
        return None
    if relative:
        start = relative.end()
    elif not _is_participle(text, start, date.start):
        return None
    closing = text.find(",", date.end, clause.end)
    if closing < 0 and first_verb(text, clause.start, comma) is None:
        return None
    name = _named(text, clause, comma)
    if name is None or not _has_other_verb(text, clause, comma, closing):
        return None
    if _YEAR_ENDS.search(text, clause.start, comma):
        return None  # what commas put in ends there: "the dam, built in 1956, collapsed"
    end = clause.end if closing < 0 else closing
    return Said(_own_part(text, Span(start, end), date), name)


_DATED = re.compile(r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|day\b")
_AND = re.compile(r"\sand\s(?=(?P<word>[a-z]+)\b)")


def _own_part(text: str, phrase: Span, date: Wording) -> Span:
    """Of "opened in 1962 and rebuilt in 2006" the part with the date."""
    start, end = phrase
    for joint in _AND.finditer(text, *phrase):
        if participle_at(text, joint.end(), phrase.end) is None:
            continue
        if joint.end() <= date.start:
            start = joint.end()
        elif joint.start() >= date.end and _DATED.search(text, joint.end(), phrase.end):
            end = min(end, joint.start())
    return Span(start, end)


def _has_other_verb(text: str, clause: Clause, comma: int, closing: int) -> bool:
    """Whether the clause has its verb outside of what commas put in."""
    verb = first_verb(text, clause.start, comma, strict=True)
    if verb is not None and not _WHO_BEFORE.search(text[max(0, verb.start() - 10) : verb.start()]):
        return True
    return closing >= 0 and first_verb(text, closing, clause.end) is not None


_WHO_BEFORE = re.compile(r"\b(?:who|which|that)\s\Z")


_NO_DEEDS = ("known", "compared", "called", "named", "nicknamed", "dubbed")


def _is_participle(text: str, start: int, end: int) -> bool:
    """Whether a participle opens a stretch of text, and no finite verb follows."""
    opening = participle_at(text, start, end)
    if opening is None or opening[0] in (
        "known",
        "compared",
        "called",
        "named",
        "nicknamed",
        "dubbed",
    ):
        return False
    return first_verb(text, opening.end(), end, strict=True) is None


_SENT = re.compile(r"\s(?P<participle>[a-z]+)\s(?:(?:back\s)?(?:on|in|at|during)\s(?:the\s)?)?\Z")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|stay(?:s|ed)?|remain(?:s|ed)?|became|become|"
    r"kept|keeps?)\s(?:(?!an?\b|the\b|his\b|her\b|its\b|their\b|no\b)[a-z]+\s){0,2}\Z"
    r"|\b(?:and|or|he|she|it|they|we|i|who|which|that|not|"
    r"[a-z]+ly|also|then|got|gets)\s?\Z",
    re.IGNORECASE,
)


def _sent(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "Has not responded to a letter sent on 6 May": the letter and that it was sent."""
    found = _SENT.search(text, max(clause.start, date.start - 40), date.start)
    if found is None or participle_at(text, found.start("participle"), date.start) is None:
        return None
    start = found.start("participle")
    if text[start - 2 : start] == ", ":
        return None
    verb = first_verb(text, clause.start, start - 1)
    if verb is None or _AUXILIARY.search(text[max(clause.start, start - 12) : start]):
        return None
    if first_verb(text, start, date.end, strict=True) is not None and not _reduced(
        text, clause, start
    ):
        return None
    name = antecedent_of(text, clause.start, start)
    if name is None or name.start <= clause.start:
        return None
    return Said(Span(start, date.end), name)


def _reduced(text: str, clause: Clause, start: int) -> bool:
    """Whether the noun before a participle is an object: a preposition or verb leads to it."""
    name = antecedent_of(text, clause.start, start)
    return name is not None and name.start > clause.start
