"""What a date dates within a clause, and the subject that its title needs.

A date may belong to less than its clause: to what brackets say of a name, to a participle
("Jobs, born in 1955, has built"), to a noun ("the 1991 settlement").
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.clauses import RELATIVE, Clause, antecedent_of, subject_of
from izium_timeline.build.moods import mood
from izium_timeline.build.sentences import Span
from izium_timeline.build.shortening import tidied
from izium_timeline.build.titles import Told, lead_in, stands_before_noun, title_of
from izium_timeline.build.verbs import first_verb, main_verb, participle_at, tense
from izium_timeline.model.event import Wording
from izium_timeline.temporal import Timex, TimexType

_LONGEST_INSERTION = 160  # characters
_FEWEST_BEHIND = 2  # words behind a name for which the date may be left out
_LONGEST_TITLE = 100  # characters that a title may grow to by its neighbours


class Said(NamedTuple):
    """The words that a date dates.

    ``name`` is what they are about, if it stands before them; ``brackets`` says that they stand
    in brackets behind it.
    """

    span: Span
    name: Span | None = None
    brackets: bool = False


def belongs_to_noun(text: str, clause: Span, timex: Timex) -> bool:
    """Whether a date dates no statement but a noun or a name: "the 2014 war", "(1943)"."""
    bracket = _bracket(text, clause, timex.start)
    if bracket is not None and first_verb(text, *bracket) is None:
        return not _is_participle(text, *bracket)
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return False
    before = text[max(clause.start, timex.start - 40) : timex.start]
    if _NAMED_YEAR.search(before):
        return timex.text.isdigit()
    if _THAN.search(before):
        return True
    if _OF_NOUN.search(before):
        return _BY_ACT.search(before) is None
    return stands_before_noun(text, clause, timex.start, timex.end)


_THAN = re.compile(r"\b(?:than|as)\s(?:in|on|at|during|it was in)\s(?:the\s)?\Z")
_OF_NOUN = re.compile(r"(?<!\w)(?!as\b|As\b|because\b|end\b)\S+\s(?:of|dated)\s(?:the\s)?\Z")
_BY_ACT = re.compile(
    r"\b[Bb]y\s(?:an?|the|its|his|her|their)\s(?:[a-z]+\s)?(?:decision|judgment|judgement|order|"
    r"decree|letter|ruling|resolution|law|act|treaty|verdict|sentence)\s(?:of|dated)\s\Z"
)
_NAMED_YEAR = re.compile(
    r"\b(?!(?:In|By|Since|Until|From|During|Early|Late|Mid|Spring|Summer|Autumn|Fall|Winter|Before|"
    r"After|Around|About|Year|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|The|And|Or|To)\b)[A-Z][\w&\u2019'-]+\s\Z"
)


def phrase_of(text: str, clause: Clause, date: Wording) -> Said | None:
    """The part of a clause that a date belongs to; None where it is the clause itself."""
    bracket = _bracket(text, clause.span, date.start)
    if bracket is not None:
        return _in_brackets(text, clause, bracket)
    return _insertion(text, clause, date) or _sent(text, clause, date)


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


_WHO = re.compile(r"(?:which|who)\s")


def _insertion(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "Jobs, born in San Francisco in 1955, has built": the name and the participle.

    "The plant, which opened in 1932, will not reopen" likewise.
    """
    comma = text.rfind(", ", max(clause.start, date.start - _LONGEST_INSERTION), date.start)
    if comma < 0:
        return None
    start = comma + 2
    relative = _WHO.match(text, start, date.start)
    if relative and _is_object(text, relative.end(), date.start):
        return None
    if relative:
        start = relative.end()
    elif not _is_participle(text, start, date.start):
        return None
    closing = text.find(",", date.end, clause.end)
    if closing < 0 and (relative or first_verb(text, clause.start, comma) is None):
        return None
    name = antecedent_of(text, clause.start, comma)
    if name is None or not _has_other_verb(text, clause, comma, closing):
        return None
    end = clause.end if closing < 0 else closing
    return Said(Span(start, end), name)


def _is_object(text: str, start: int, end: int) -> bool:
    """Whether a relative clause has a subject of its own: "which the Congress declared"."""
    opening = _VERB_FIRST.match(text, start, end)
    verb = first_verb(text, start, end)
    return opening is None or verb is None or verb.start() > opening.end()


def _has_other_verb(text: str, clause: Clause, comma: int, closing: int) -> bool:
    """Whether the clause has its verb outside of what commas put in."""
    verb = main_verb(text, clause.start, comma)
    if verb is not None and not _WHO_BEFORE.search(text[max(0, verb.start() - 10) : verb.start()]):
        return True
    return closing >= 0 and first_verb(text, closing, clause.end) is not None


_WHO_BEFORE = re.compile(r"\b(?:who|which|that)\s\Z")


def _is_participle(text: str, start: int, end: int) -> bool:
    """Whether a participle opens a stretch of text, and no finite verb follows."""
    opening = participle_at(text, start, end)
    if opening is None or opening[0] in ("known", "called", "named", "nicknamed", "dubbed"):
        return False
    return first_verb(text, opening.end(), end, strict=True) is None


_SENT = re.compile(r"\s(?P<participle>[a-z]+)\s(?:(?:back\s)?(?:on|in|at|during)\s(?:the\s)?)?\Z")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|and|or|he|she|it|they|we|i|who|which|that|not|"
    r"[a-z]+ly|also|then|got|gets)\s?\Z",
    re.IGNORECASE,
)


def _sent(text: str, clause: Clause, date: Wording) -> Said | None:
    """ "Has not responded to a letter sent on 6 May": the letter and that it was sent."""
    found = _SENT.search(text, max(clause.start, date.start - 40), date.start)
    if found is None or participle_at(text, found.start("participle"), date.start) is None:
        return None
    start = found.start("participle")
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


class Titled(NamedTuple):
    """A title, and the stretch of text that its words come from."""

    title: str
    span: Span


def titled(
    text: str, said: Said, whole: Sequence[Clause], number: int, told: Told, *, speech: bool
) -> Titled:
    """The title of what a date dates, with the subject that it lacks."""
    if said.name is not None:
        return Titled(_about(text, said, said.name, told), _hull(said.name, said.span))
    if speech:
        return Titled(title_of(text, said.span, told), said.span)
    subject = _subject(text, whole, number, told)
    if whole[number].opening and subject is None:
        told = told._replace(droppable=False, whole=True)
    span = _extended(text, said.span, whole, number, told)
    title = title_of(text, span, told, _words(text, subject))
    return Titled(title, span if subject is None else _hull(subject, span))


def _about(text: str, said: Said, name: Span, told: Told) -> str:
    """The title of what is said of a name: the name first."""
    words = _words(text, name)
    if said.brackets:
        inner = title_of(text, said.span, told)
        return f"{words[:1].upper()}{words[1:]} ({inner[:1].lower()}{inner[1:]})" if inner else ""
    title = title_of(text, said.span, told, words)
    if len(title[len(words) :].split()) < _FEWEST_BEHIND:
        title = title_of(text, said.span, told._replace(droppable=False), words)
    return title


def _hull(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))


_CONDITION = re.compile(r"[\s\"\u201c]*(?:If|Unless)\s")
_GOES_ON = frozenset(("and", "when", "because", "as", "or"))
_COMES_FROM = frozenset(("and", "when", "or", "because", "as", "after"))


def _extended(text: str, span: Span, whole: Sequence[Clause], number: int, told: Told) -> Span:
    """The clause with its neighbours that belong to it, have no date, and still fit a title.

    A date that ends a sentence holds for what stands before it too: "Two people were killed
    when a bomb hit a shop on Monday".
    """
    start, end = span
    if whole[number].opening:
        return Span(start, whole[number + 1].end) if told.whole else span
    leads = lead_in(text, span, told.dates) is not None
    for each in reversed(range(number)):
        before, joint = whole[each], whole[each + 1].joint
        fits = end - before.start - told.length <= _LONGEST_TITLE
        if leads or joint not in _COMES_FROM or not fits or _is_apart(text, before, span, told):
            break
        start = before.start
    condition = _CONDITION.match(text, start) is not None
    for following in whole[number + 1 :]:
        fits = following.end - start - told.length <= _LONGEST_TITLE
        if not fits:
            break
        if not (condition and following is whole[number + 1]) and (
            following.joint not in _GOES_ON or _is_apart(text, following, span, told)
        ):
            break
        end = following.end
    return Span(start, end)


def _is_apart(text: str, clause: Clause, span: Span, told: Told) -> bool:
    """Whether a clause has a date of its own, or tells of another time or mood."""
    if clause.opening or any(clause.start <= date < clause.end for date in told.others):
        return True
    if tense(text, *clause.span) != tense(text, *span):
        return True
    return mood(text, *clause.span, clause.end) is not mood(text, *span, span.end)


_VERB_FIRST = re.compile(
    r"\s*(?:(?:[a-z]+ly|also|then|later|now|again|never|not|even|only|just|soon|still)\s+){0,2}"
)


def _subject(text: str, whole: Sequence[Clause], number: int, told: Told) -> Span | None:
    """The subject that a clause lacks, from the clause before or, of a participle, behind it."""
    clause = whole[number]
    if clause.opening:
        found = subject_of(text, whole[number + 1].span) if number + 1 < len(whole) else None
        return None if found is None or _is_pronoun(text, found) else found
    if number == 0:
        return None
    lead = lead_in(text, clause.span, told.dates)
    start = lead.end if lead else clause.start
    before = whole[number - 1]
    if clause.joint in RELATIVE - {"where", "whose"} and _begins_with_verb(text, start, clause):
        return antecedent_of(text, before.start, before.end)
    if clause.joint in _SHARES and _begins_with_verb(text, start, clause):
        return _subject_before(text, whole[:number], told)
    return None


_SHARES = frozenset(("and", "but", "or", "then", "yet", ""))


def _is_pronoun(text: str, span: Span) -> bool:
    return text[span.start : span.end].lower() in ("it", "he", "she", "they", "we", "i", "this")


def _words(text: str, span: Span | None) -> str:
    return "" if span is None else tidied(text[span.start : span.end])


def _begins_with_verb(text: str, start: int, clause: Clause) -> bool:
    opening = _VERB_FIRST.match(text, start, clause.end)
    verb = first_verb(text, start, clause.end)
    return opening is not None and verb is not None and verb.start() <= opening.end()


_WHICH = re.compile(r"\b(?:which|who|whom|whose|where|that)\b")


def _subject_before(text: str, earlier: Sequence[Clause], told: Told) -> Span | None:
    """The subject of the nearest clause before that has one of its own."""
    for clause in reversed(earlier):
        start = clause.start
        if told.said is not None and clause.start <= told.said.start < clause.end:
            start = min(told.said.end, clause.end)
        found = subject_of(text, Span(start, clause.end))
        if found is not None:
            return None if _WHICH.search(text, found.end, clause.end) else found
    return None
