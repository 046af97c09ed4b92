"""A sentence becomes drafts of candidates: one for each of its clauses that a wording dates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.blocks import is_credit
from izium_timeline.build.clauses import RELATIVE, Clause, antecedent_of, clauses, subject_of
from izium_timeline.build.dating import (
    Dating,
    dating_of,
    joined,
    since,
    told_by,
    undated_since,
)
from izium_timeline.build.sentences import Span
from izium_timeline.build.statements import Claim, claim_of, is_told, quote_of
from izium_timeline.build.titles import Told, lead_in, names_nothing, title_of
from izium_timeline.build.undated import Undated
from izium_timeline.build.verbs import first_verb, is_perfect
from izium_timeline.build.voices import Attribution, attribution
from izium_timeline.model.document import Publication
from izium_timeline.model.event import Voice
from izium_timeline.temporal import Timex

_ANCHOR_REACH = 70  # characters behind "three weeks after" within which its anchor is dated


class Page(NamedTuple):
    """What every step needs to know of a document."""

    path: str
    text: str
    published: Publication | None


class Draft(NamedTuple):
    """A candidate before it has an id.

    ``clause`` is what it says, ``quote`` what it cites; ``apart`` are its dates, which are no
    figures.
    """

    title: str
    quote: Span
    clause: Span
    dating: Dating
    claim: Claim
    apart: tuple[Span, ...]


class _Dated(NamedTuple):
    """A clause with its number in the sentence and the dates in it."""

    number: int
    clause: Clause
    datings: tuple[Dating, ...]


def drafts_of(
    page: Page, block: Span, sentence: Span, found: Sequence[Timex | Undated]
) -> Iterator[Draft]:
    """The candidates of a sentence, of which ``found`` are the temporal expressions."""
    text = page.text
    if is_credit(text, *sentence) or not is_told(text, sentence):
        return
    whole = clauses(text, sentence)
    said = attribution(text, sentence)
    dated = _dated(page, whole, said, found)
    if not dated:
        return
    claims = [claim_of(text, block, sentence, each.clause.span, said) for each in dated]
    of_speech = [
        claim.dates_speech(each.datings) for claim, each in zip(claims, dated, strict=True)
    ]
    apart = tuple(Span(one.start, one.end) for one in found)
    for each, claim, speech in zip(dated, claims, of_speech, strict=True):
        if speech and not all(of_speech):
            continue
        draft = _draft(
            page, sentence, whole, each, claim, apart, alone=len(dated) == 1, speech=speech
        )
        if draft is not None:
            yield draft


def _dated(
    page: Page, whole: Sequence[Clause], said: Attribution | None, found: Sequence[Timex | Undated]
) -> list[_Dated]:
    """The clauses that have a date, or hold since that of their neighbour."""
    all_datings = [_datings(page, clause, said, found) for clause in whole]
    spread = list(all_datings)
    for number, clause in enumerate(whole):
        if spread[number]:
            continue
        if is_perfect(page.text, *clause.span):
            spread[number] = _since_neighbour(page, whole, all_datings, number)
    return [
        _Dated(number, clause, tuple(datings))
        for number, (clause, datings) in enumerate(zip(whole, spread, strict=True))
        if datings
    ]


_SINCE = re.compile(r"\bsince(?:\s+then)?\s*[,.]?\s*\Z|\b(?:has|have)\s(?:ever\s)?since\b")


def _since_neighbour(
    page: Page, whole: Sequence[Clause], datings: Sequence[list[Dating]], number: int
) -> list[Dating]:
    """ "X has died since Y came in March", "Y came in March, and X has been ill since"."""
    after = number + 1
    if after < len(whole) and whole[after].joint == "since" and datings[after]:
        return [since(joined(page.text, datings[after]), page.published)]
    clause = whole[number]
    if not _SINCE.search(page.text, clause.start, clause.end):
        return []
    before = next((datings[each] for each in reversed(range(number)) if datings[each]), None)
    return [since(joined(page.text, before), page.published)] if before else []


def _datings(
    page: Page, clause: Clause, said: Attribution | None, found: Iterable[Timex | Undated]
) -> list[Dating]:
    """The dates of a clause, an anchor behind its length left out."""
    content = clause.span
    if said is not None and clause.start <= said.start < said.end < clause.end - 20:
        content = Span(said.end, clause.end)
    datings: list[Dating] = []
    anchored = -1
    for each in found:
        if not clause.start <= each.start < clause.end:
            continue
        if isinstance(each, Undated):
            dating = _undated(page, each, content)
        elif each.start < anchored or _aside(page.text, clause, each):
            continue
        else:
            dating = dating_of(page.text, each, content, page.published)
            anchored = each.end + _ANCHOR_REACH if _is_tied(each) else anchored
        if dating is not None:
            datings.append(dating)
    return datings


def _undated(page: Page, each: Undated, content: Span) -> Dating | None:
    return undated_since(page.text, each.wording, content, page.published) if each.since else None


def _is_tied(timex: Timex) -> bool:
    return timex.relation is not None and timex.value.startswith("P")


def _aside(text: str, clause: Clause, timex: Timex) -> bool:
    """Whether a date stands in brackets without a verb: it dates a name, nothing told."""
    bracket = _bracket(text, clause, timex.start)
    return bracket is not None and first_verb(text, *bracket) is None


def _bracket(text: str, clause: Clause, place: int) -> Span | None:
    """The inside of round brackets about a place within a clause."""
    opened = text.rfind("(", clause.start, place)
    if opened < 0 or text.find(")", opened, place) >= 0:
        return None
    closed = text.find(")", place, clause.end)
    return Span(opened + 1, clause.end if closed < 0 else closed)


def _draft(
    page: Page,
    sentence: Span,
    whole: Sequence[Clause],
    dated: _Dated,
    claim: Claim,
    found: tuple[Span, ...],
    *,
    alone: bool,
    speech: bool,
) -> Draft | None:
    text, clause = page.text, dated.clause
    dating = joined(text, dated.datings)
    if claim.voice in (Voice.ASSERTED, Voice.CLAIMED):
        dating = told_by(dating, page.published)
    span = sentence if speech else clause.span
    bracket = _bracket(text, clause, dating.wording.start)
    if bracket is not None:
        return _bracketed(page, clause, bracket, dating, claim, found)
    told = Told(
        [each.wording for each in dated.datings],
        droppable=_droppable(text, span, dating),
        said=None if speech else claim.said,
    )
    title = title_of(text, span, told, "" if speech else _subject(text, whole, dated, told))
    if names_nothing(title):
        return None
    quote = quote_of(text, sentence, span, alone=alone)
    return Draft(title, quote, span, dating, claim, found)


def _droppable(text: str, span: Span, dating: Dating) -> bool:
    """Whether the title can do without the date: not where it is a length or a rhythm."""
    if dating.plain or dating.holds:
        return True
    return lead_in(text, span, [dating.wording]) is not None


def _bracketed(
    page: Page, clause: Clause, bracket: Span, dating: Dating, claim: Claim, found: tuple[Span, ...]
) -> Draft | None:
    """ "Khatyn (a village that was destroyed in 1943)": the name and what brackets say of it."""
    text = page.text
    name = antecedent_of(text, clause.start, bracket.start - 1)
    opening = text[name.start : name.end] if name else ""
    title = title_of(text, bracket, Told([dating.wording], droppable=True))
    if opening:
        title = f"{opening} ({title[:1].lower() + title[1:]})"
    start = name.start if name else bracket.start
    quote = Span(start, min(clause.end, bracket.end + 1) if name else bracket.end)
    return None if names_nothing(title) else Draft(title, quote, bracket, dating, claim, found)


_PRONOUN = re.compile(r"(?:it|they)\s", re.IGNORECASE)
_VERB_FIRST = re.compile(r"\s*(?:(?:[a-z]+ly|also|then|later|now|again|never|not|even)\s+){0,2}")


def _subject(text: str, whole: Sequence[Clause], dated: _Dated, told: Told) -> str:
    """The subject that a clause lacks, from the clause before or, of a participle, behind it."""
    number, clause = dated.number, dated.clause
    if clause.opening:
        subject = subject_of(text, whole[number + 1].span) if number + 1 < len(whole) else None
        return "" if subject is None else text[subject.start : subject.end]
    if number == 0:
        return ""
    before = whole[number - 1]
    start = clause.start
    lead = lead_in(text, clause.span, told.dates)
    start = lead.end if lead else start
    if clause.joint in RELATIVE - {"where", "whose"}:
        found = antecedent_of(text, before.start, before.end)
    elif clause.joint in ("and", "but", "or", "then", "yet") and _begins_with_verb(
        text, start, clause
    ):
        found = _subject_before(text, whole[:number], told)
    else:
        return ""
    return "" if found is None else text[found.start : found.end]


def _begins_with_verb(text: str, start: int, clause: Clause) -> bool:
    opening = _VERB_FIRST.match(text, start, clause.end)
    verb = first_verb(text, start, clause.end)
    return opening is not None and verb is not None and verb.start() <= opening.end()


def _subject_before(text: str, earlier: Sequence[Clause], told: Told) -> Span | None:
    """The subject of the nearest clause before that has one of its own."""
    for clause in reversed(earlier):
        start = clause.start
        if told.said is not None and clause.start <= told.said.start < clause.end:
            start = min(told.said.end, clause.end)
        comma = text.find(", ", start, clause.end)
        if comma > 0 and first_verb(text, start, comma) is None:
            rest = subject_of(text, Span(comma + 2, clause.end))
            if rest is not None:
                return rest
        found = subject_of(text, Span(start, clause.end))
        if found is not None:
            return found
    return None
