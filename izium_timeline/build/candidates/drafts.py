"""A sentence becomes drafts of candidates: one for each of its clauses that a wording dates."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.blocks import is_credit
from izium_timeline.build.candidates.clause_dates import (
    Dated,
    Page,
    Sentence,
    dated_clauses,
    parted,
)
from izium_timeline.build.candidates.clauses import clauses
from izium_timeline.build.candidates.date_bounds import lies_ahead, told_by
from izium_timeline.build.candidates.leads import lead_in
from izium_timeline.build.candidates.passages import Passage
from izium_timeline.build.candidates.said import Said
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.several_dates import joined
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.statements import Claim, claim_of, is_told, quote_of
from izium_timeline.build.candidates.titles import Told, names_nothing
from izium_timeline.build.candidates.titling import titled
from izium_timeline.build.candidates.verbs import first_verb, tense
from izium_timeline.build.candidates.voices import attribution
from izium_timeline.model.event import Voice, Wording
from izium_timeline.temporal import Timex


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


class _Place(NamedTuple):
    """Where a dated clause stands: which others have a date, which phrases in it have their own,
    all its dates, whether it is the only one, whether its date is of speech alone.
    """

    others: Sequence[Dated]
    apart: Sequence[Span]
    dates: Sequence[Dating]
    alone: bool
    speech: bool


def drafts_of(page: Page, passage: Passage) -> Iterator[Draft]:
    """The candidates of a passage: one for each clause, or phrase in it, that has a date."""
    text, span, found = page.text, passage.sentence, passage.found
    if is_credit(text, *span) or not is_told(text, span, passage.found):
        return
    dates = tuple(Span(one.start, one.end) for one in found if isinstance(one, Timex))
    whole = tuple(clauses(text, span, dates))
    sentence = Sentence(passage, span, whole, attribution(text, span), dates)
    dated = [part for each in dated_clauses(page, sentence) for part in parted(text, each)]
    claims = [_claim(page, sentence, each) for each in dated]
    dated = [_of_content(each, claim) for each, claim in zip(dated, claims, strict=True)]
    of_speech = [
        claim.dates_speech(each.datings) for claim, each in zip(claims, dated, strict=True)
    ]
    told = [claim.said for claim, speech in zip(claims, of_speech, strict=True) if not speech]
    for each, claim, speech in zip(dated, claims, of_speech, strict=True):
        if speech and claim.said in told:
            continue
        place = _Place(
            [one for one in dated if one.number != each.number],
            _gaps(text, [one for one in dated if one.number == each.number]),
            [date for one in dated if _shares(one, each) for date in one.datings],
            alone=len(dated) == 1,
            speech=speech,
        )
        draft = _draft(page, sentence, each, claim, place)
        if draft is not None:
            yield draft


def _of_content(dated: Dated, claim: Claim) -> Dated:
    """Without the date on which something was said, where what was said has its own."""
    content = tuple(each for each in dated.datings if not claim.dates_speech((each,)))
    return dated._replace(datings=content) if content else dated


def _shares(one: Dated, other: Dated) -> bool:
    return one.number == other.number and one.said == other.said


def _gaps(text: str, dated: Sequence[Dated]) -> list[Span]:
    """The phrases of a clause with a date of their own, those about one name together."""
    spans: dict[Span | None, Span] = {}
    for one in dated:
        if one.said is not None:
            span, before = one.said.span, spans.get(one.said.name, one.said.span)
            hull = Span(min(span.start, before.start), max(span.end, before.end))
            spans[one.said.name] = hull
    return [_gap(text, span) for span in spans.values()]


def _gap(text: str, span: Span) -> Span:
    """A phrase with the commas and the pronoun about it."""
    comma = text.rfind(",", max(0, span.start - 8), span.start)
    if comma < 0:
        return Span(span.start, span.start)
    return Span(comma, span.end + (text[span.end : span.end + 1] == ","))


def _claim(page: Page, sentence: Sentence, dated: Dated) -> Claim:
    """The voice of what a date dates; an insertion is the writer's own, who else may speak."""
    return claim_of(
        page.text,
        sentence.passage.block,
        sentence.span,
        dated.said.span if dated.said else dated.clause.span,
        None if dated.said else sentence.said,
        dated.datings[0].wording.start,
    )


def _draft(
    page: Page,
    sentence: Sentence,
    dated: Dated,
    claim: Claim,
    place: _Place,
) -> Draft | None:
    text, speech = page.text, place.speech
    dating = joined(text, dated.datings)
    if claim.voice in (Voice.ASSERTED, Voice.CLAIMED):
        clause = dated.clause.span
        over = tense(text, *clause) < 0 or first_verb(text, *clause) is None
        dating = told_by(dating, page.published, over=over)
        if lies_ahead(dating, page.published) and not speech:
            past = tense(text, *clause) < 0 and not claim.behind
            if _LATER.search(dating.wording.text) or (past and not _ARRANGED.search(text, *clause)):
                return None  # what was can't be ahead: the date is not the one that is meant
            claim = claim._replace(voice=Voice.PLANNED)
    said = dated.said or Said(sentence.span if speech else dated.clause.span)
    told = Told(
        _wordings(dating, place.dates),
        droppable=_droppable(text, said.span, dating),
        said=None if speech else _said(text, said.span, claim),
        others=[one.clause.start for one in place.others],
        elsewhere=[date.wording for one in place.others for date in one.datings],
        apart=() if dated.said else place.apart,
    )
    told = told._replace(who=_who(text, said.span, claim))
    title, words = titled(
        text, said, sentence.whole, dated.number, told, claim.spoken if speech else None
    )
    if names_nothing(title, [wording.text for wording in told.dates]):
        return None
    quote = _quote(text, sentence, words, dating, alone=place.alone and dated.said is None)
    return Draft(title, quote, said.span, dating, claim, sentence.dates)


def _quote(text: str, sentence: Sentence, words: Span, dating: Dating, *, alone: bool) -> Span:
    """What to quote: all that the title and the date rest on."""
    quote = quote_of(text, sentence.span, words, alone=alone)
    start, end = quote.start, max(quote.end, dating.wording.end)
    if dating.wording.start < start:
        told = (clause.start for clause in sentence.whole if clause.start <= dating.wording.start)
        start = max(told, default=dating.wording.start)
    return Span(start, end)


# What was done about something to come: "proposed a service on 11 November".
_ARRANGED = re.compile(
    r"\b(?:propos|plann|schedul|arrang|book|announc|order|postpon|adjourn|invit|agree|promis|"
    r"approv|resolv|summon|call|appoint)ed\b|\b(?:put off|set|fixed)\s|\b(?:was|were)\sto\s"
)
_LATER = re.compile(r"\blater\Z", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b[a-z]+\s(?P<name>[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+){0,2})\s"
    r"(?:since|when|after|before|until|because)\s\Z"
)
_IT = re.compile(r"[\s\"\u201c]*it\s[a-z]+\s")


def _who(text: str, span: Span, claim: Claim) -> str:
    """Who "it" is: "entered Rome since it was taken", "the ministry said it had"."""
    if _IT.match(text, *span):
        beside = _BESIDE.search(text, max(0, span.start - 60), span.start)
        if beside:
            return beside["name"]
    said = claim.said
    if said is None or not claim.behind or not span.start <= said.start < said.end < span.end:
        return ""
    return claim.by if _IT.match(text, said.end, span.end) else ""


def _said(text: str, span: Span, claim: Claim) -> Span | None:
    """The words that say who says so, from the clause's start where they lead up to the rest."""
    said = claim.said
    if said is not None and not claim.behind and said.start < span.start:
        return None
    if said is None or not claim.behind or not span.start < said.start < span.end:
        return said
    return said if first_verb(text, span.start, said.start) else Span(span.start, said.end)


def _wordings(dating: Dating, datings: Sequence[Dating]) -> list[Wording]:
    """The date's wording, and those of the dates beside it that it does not hold."""
    own = dating.wording
    rest = [
        each.wording
        for each in datings
        if each.wording.start >= own.end or each.wording.end <= own.start
    ]
    return sorted([own, *rest], key=lambda wording: wording.start)


def _droppable(text: str, span: Span, dating: Dating) -> bool:
    """Whether the title can do without the date: not where it is a length or a rhythm."""
    if dating.plain or dating.holds:
        return True
    return lead_in(text, span, [dating.wording]) is not None
