"""A sentence becomes drafts of candidates: one for each of its clauses that a wording dates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.blocks import is_credit
from izium_timeline.build.clauses import Clause, clauses
from izium_timeline.build.dating import (
    Dating,
    dating_of,
    joined,
    lies_ahead,
    since,
    told_by,
    undated_since,
)
from izium_timeline.build.passages import Passage
from izium_timeline.build.phrases import Said, belongs_to_noun, phrase_of, titled
from izium_timeline.build.sentences import Span
from izium_timeline.build.statements import Claim, claim_of, is_told, quote_of
from izium_timeline.build.titles import Told, lead_in, names_nothing
from izium_timeline.build.undated import Undated
from izium_timeline.build.verbs import first_verb, is_perfect, tense
from izium_timeline.build.voices import Attribution, attribution
from izium_timeline.model.document import Publication
from izium_timeline.model.event import Voice, Wording
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
    """A clause with its number in the sentence and the dates in it; ``said`` is the part of it
    that they belong to, None where it is all of it.
    """

    number: int
    clause: Clause
    datings: tuple[Dating, ...]
    said: Said | None = None


class _Place(NamedTuple):
    """Where a dated clause stands: where others begin that have a date, which phrases in it have
    their own, whether it is the only one, whether its date is that of speech alone.
    """

    others: Sequence[int]
    apart: Sequence[Span]
    alone: bool
    speech: bool


class _Sentence(NamedTuple):
    """A sentence with what was found in it."""

    passage: Passage
    span: Span
    whole: tuple[Clause, ...]
    said: Attribution | None
    dates: tuple[Span, ...]


def drafts_of(page: Page, passage: Passage) -> Iterator[Draft]:
    """The candidates of a passage: one for each clause, or phrase in it, that has a date."""
    text, span, found = page.text, passage.sentence, passage.found
    if is_credit(text, *span) or not is_told(text, span, passage.found):
        return
    dates = tuple(Span(one.start, one.end) for one in found if isinstance(one, Timex))
    whole = tuple(clauses(text, span, dates))
    sentence = _Sentence(passage, span, whole, attribution(text, span), dates)
    dated = [part for each in _dated(page, sentence) for part in _parted(text, each)]
    claims = [_claim(page, sentence, each) for each in dated]
    dated = [_of_content(each, claim) for each, claim in zip(dated, claims, strict=True)]
    of_speech = [
        claim.dates_speech(each.datings) for claim, each in zip(claims, dated, strict=True)
    ]
    for each, claim, speech in zip(dated, claims, of_speech, strict=True):
        if speech and not all(of_speech):
            continue
        place = _Place(
            [one.clause.start for one in dated if one.number != each.number],
            [_gap(text, one.said.span) for one in dated if one.said and one.number == each.number],
            alone=len(dated) == 1,
            speech=speech,
        )
        draft = _draft(page, sentence, each, claim, place)
        if draft is not None:
            yield draft


def _of_content(dated: _Dated, claim: Claim) -> _Dated:
    """Without the date on which something was said, where what was said has its own."""
    content = tuple(each for each in dated.datings if not claim.dates_speech((each,)))
    return dated._replace(datings=content) if content else dated


def _gap(text: str, span: Span) -> Span:
    """A phrase with the commas and the pronoun about it."""
    comma = text.rfind(",", max(0, span.start - 8), span.start)
    if comma < 0:
        return Span(span.start, span.start)
    return Span(comma, span.end + (text[span.end : span.end + 1] == ","))


def _parted(text: str, dated: _Dated) -> Iterator[_Dated]:
    """A dated clause, and apart from it the phrases in it that have dates of their own."""
    groups: dict[Said | None, list[Dating]] = {}
    for dating in dated.datings:
        groups.setdefault(phrase_of(text, dated.clause, dating.wording), []).append(dating)
    for said, datings in groups.items():
        yield _Dated(dated.number, dated.clause, tuple(datings), said)


def _claim(page: Page, sentence: _Sentence, dated: _Dated) -> Claim:
    """The voice of what a date dates; an insertion is the writer's own, who else may speak."""
    return claim_of(
        page.text,
        sentence.passage.block,
        sentence.span,
        dated.said.span if dated.said else dated.clause.span,
        None if dated.said else sentence.said,
        dated.datings[0].wording.start,
    )


def _dated(page: Page, sentence: _Sentence) -> list[_Dated]:
    """The clauses that have a date, or hold since that of their neighbour.

    A date that stands alone before a sentence is that of its first clause.
    """
    found, lent = sentence.passage.found, sentence.passage.lent
    if lent is not None:
        dating = dating_of(page.text, lent, sentence.whole[0].span, page.published)
        return [_Dated(0, sentence.whole[0], (dating,))] if dating else []
    own = [_datings(page, clause, sentence.said, found) for clause in sentence.whole]
    spread = [
        datings or _since_neighbour(page, sentence.whole, own, number)
        for number, datings in enumerate(own)
    ]
    return [
        _Dated(number, clause, tuple(datings))
        for number, (clause, datings) in enumerate(zip(sentence.whole, spread, strict=True))
        if datings
    ]


_SINCE = re.compile(r"\bsince(?:\s+then)?\s*[,.]?\s*\Z|\b(?:has|have)\s(?:ever\s)?since\b")


def _since_neighbour(
    page: Page, whole: Sequence[Clause], datings: Sequence[list[Dating]], number: int
) -> list[Dating]:
    """ "X has died since Y came in March", "Y came in March, and X has been ill since"."""
    clause = whole[number]
    if not any(datings) or not is_perfect(page.text, *clause.span):
        return []
    after = number + 1
    if after < len(whole) and whole[after].joint == "since" and datings[after]:
        return [since(joined(page.text, datings[after]), page.published)]
    if not _SINCE.search(page.text, clause.start, clause.end):
        return []
    before = next((datings[each] for each in reversed(range(number)) if datings[each]), None)
    return [since(joined(page.text, before), page.published)] if before else []


def _datings(
    page: Page, clause: Clause, said: Attribution | None, found: Iterable[Timex | Undated]
) -> list[Dating]:
    """The dates of a clause; what dates a noun in it, or the anchor of a length, is left out."""
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
        elif each.start < anchored or belongs_to_noun(page.text, clause.span, each):
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


def _draft(
    page: Page,
    sentence: _Sentence,
    dated: _Dated,
    claim: Claim,
    place: _Place,
) -> Draft | None:
    text, speech = page.text, place.speech
    dating = joined(text, dated.datings)
    if claim.voice in (Voice.ASSERTED, Voice.CLAIMED):
        over = tense(text, *dated.clause.span) < 0
        dating = told_by(dating, page.published, over=over)
        if lies_ahead(dating, page.published) and not speech:
            claim = claim._replace(voice=Voice.PLANNED)
    said = dated.said or Said(sentence.span if speech else dated.clause.span)
    told = Told(
        _wordings(dating, dated.datings),
        droppable=_droppable(text, said.span, dating),
        said=None if speech else _said(text, said.span, claim),
        others=place.others,
        apart=() if dated.said else place.apart,
    )
    title, words = titled(text, said, sentence.whole, dated.number, told, speech=speech)
    if names_nothing(title, [wording.text for wording in told.dates]):
        return None
    quote = _quote(text, sentence, words, dating, alone=place.alone and dated.said is None)
    return Draft(title, quote, said.span, dating, claim, sentence.dates)


def _quote(text: str, sentence: _Sentence, words: Span, dating: Dating, *, alone: bool) -> Span:
    """What to quote: all that the title and the date rest on."""
    quote = quote_of(text, sentence.span, words, alone=alone)
    start, end = min(quote.start, dating.wording.start), max(quote.end, dating.wording.end)
    return Span(start, end)


def _said(text: str, span: Span, claim: Claim) -> Span | None:
    """The words that say who says so, from the clause's start where they lead up to the rest."""
    said = claim.said
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
