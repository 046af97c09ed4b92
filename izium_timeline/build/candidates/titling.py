"""The title of what a date dates, with the subject and the neighbours that it needs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.clauses import RELATIVE, Clause, antecedent_of, subject_of
from izium_timeline.build.candidates.leads import lead_in
from izium_timeline.build.candidates.moods import mood
from izium_timeline.build.candidates.relatives import VERB_FIRST
from izium_timeline.build.candidates.said import Said
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.shared_passive import with_auxiliary
from izium_timeline.build.candidates.shortening import shorter, tidied
from izium_timeline.build.candidates.titles import Told, title_of
from izium_timeline.build.candidates.verbs import first_verb, tense

_FEWEST_BEHIND = 2  # words behind a name for which the date may be left out


_LONGEST_TITLE = 100  # characters that a title may grow to by its neighbours


class Titled(NamedTuple):
    """A title, and the stretch of text that its words come from."""

    title: str
    span: Span


def titled(
    text: str, said: Said, whole: Sequence[Clause], number: int, told: Told, speech: Span | None
) -> Titled:
    """The title of what a date dates, with the subject that it lacks.

    ``speech`` are the words that say who says so, where it is these that the date dates.
    """
    if said.name is not None:
        return Titled(_about(text, said, said.name, told), _hull(said.name, said.span))
    if speech is not None:
        return Titled(_spoken(text, said.span, speech, told), said.span)
    subject = _subject(text, whole, number, told)
    if whole[number].opening:
        told = told._replace(droppable=False, whole=subject is None)
    span = _extended(text, said.span, whole, number, told)
    within = subject is not None and span.start <= subject.start < span.end
    title = title_of(text, span, told, "" if within else _words(text, subject))
    return Titled(title, span if subject is None else _hull(subject, span))


def _spoken(text: str, span: Span, speech: Span, told: Told) -> str:
    """The title of something said: who said it first, also where the text names that last."""
    if speech.start <= span.start + 20 or speech.start == speech.end:
        return title_of(text, span, told)
    content = title_of(text, Span(span.start, speech.start), told._replace(droppable=False))
    said = title_of(text, speech, told)
    if not said or not content:
        return title_of(text, span, told)
    return shorter(f"{said} {_within(content)}")


_SMALL_FIRST = re.compile(
    r"(?:The|A|An|More|Less|Some|Many|Most|All|At|In|On|No|Two|Three|Four|Five|Six|Seven|Eight|Nine|"
    r"Ten|Dozens|Hundreds|Thousands|About|Around|Nearly|Almost|Over|He|She|It|They|We|His|Her|Their|"
    r"Its|This|That|There|These|Those|Several|Another|Both|One|Local|Residents|People|Water)\b"
)


def _within(title: str) -> str:
    """A title as it stands within a sentence: its first word small, unless it may be a name."""
    return f"{title[0].lower()}{title[1:]}" if _SMALL_FIRST.match(title) else title


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
        last = _before_relative(text, following)
        if last - start - told.length > _LONGEST_TITLE:
            break
        if not (condition and following is whole[number + 1]) and (
            following.joint not in _GOES_ON or _is_apart(text, following, span, told)
        ):
            break
        end = last
    return Span(start, end)


_PUT_BEHIND = re.compile(r",\s(?:which|who|whom|whose|where)\s")


def _before_relative(text: str, clause: Clause) -> int:
    """Where a clause ends, what a relative clause adds behind it left out."""
    relative = _PUT_BEHIND.search(text, clause.start, clause.end)
    return relative.start() if relative else clause.end


def _is_apart(text: str, clause: Clause, span: Span, told: Told) -> bool:
    """Whether a clause has a date of its own, or tells of another time or mood."""
    if clause.opening or any(clause.start <= date < clause.end for date in told.others):
        return True
    if tense(text, *clause.span) != tense(text, *span):
        return True
    return mood(text, *clause.span, clause.end) is not mood(text, *span, span.end)


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
    if clause.joint in ("and", "but", "or") and _WHO.match(text, clause.start):
        relative = _last_relative(text, before)
        return None if relative < 0 else antecedent_of(text, before.start, relative)
    if clause.joint in RELATIVE - {"where", "whose"} and _begins_with_verb(text, start, clause):
        return antecedent_of(text, before.start, before.end)
    if clause.joint in _SHARES and _begins_with_verb(text, start, clause):
        found = _subject_before(text, whole[:number], told)
        behind = Span(start, clause.end)
        return found and with_auxiliary(text, found, behind, told.dates)
    return None


_WHO = re.compile(r"(?:who|which)\s")
_RELATIVE_AHEAD = re.compile(r",?\s(?:who|which)\s")


def _last_relative(text: str, clause: Clause) -> int:
    """Where the last relative clause in a clause begins, -1 without one."""
    places = [each.start() for each in _RELATIVE_AHEAD.finditer(text, *clause.span)]
    return places[-1] if places else -1


_SHARES = frozenset(("and", "but", "or", "then", "yet", ""))


def _is_pronoun(text: str, span: Span) -> bool:
    return text[span.start : span.end].lower() in ("it", "he", "she", "they", "we", "i", "this")


def _words(text: str, span: Span | None) -> str:
    return "" if span is None else tidied(text[span.start : span.end])


def _begins_with_verb(text: str, start: int, clause: Clause) -> bool:
    opening = VERB_FIRST.match(text, start, clause.end)
    verb = first_verb(text, start, clause.end)
    return opening is not None and verb is not None and verb.start() <= opening.end()


_WHICH = re.compile(r"\b(?:which|who|whom|whose|where|that)\b")


_FIRSTLY = re.compile(r"(?:first|then|later|next|finally|also|once)", re.IGNORECASE)


def _subject_before(text: str, earlier: Sequence[Clause], told: Told) -> Span | None:
    """The subject of the nearest clause before that has one of its own, without its date."""
    for clause in reversed(earlier):
        dates = [date for date in told.elsewhere if clause.start <= date.start < clause.end]
        lead = lead_in(text, clause.span, dates)
        start = lead.end if lead else clause.start
        if told.said is not None and clause.start <= told.said.start < clause.end:
            start = max(start, min(told.said.end, clause.end))
        found = subject_of(text, Span(start, clause.end))
        if found is not None and _FIRSTLY.fullmatch(text, *found):
            continue
        if found is not None:
            return None if _WHICH.search(text, found.end, clause.end) else found
    return None
