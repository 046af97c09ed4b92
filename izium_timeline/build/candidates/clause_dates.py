"""Which clauses of a sentence have a date, and which."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.clauses import Clause
from izium_timeline.build.candidates.date_bounds import since
from izium_timeline.build.candidates.dating import dating_of, undated_since
from izium_timeline.build.candidates.passages import Passage
from izium_timeline.build.candidates.phrases import belongs_to_noun, phrase_of
from izium_timeline.build.candidates.said import Said
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.several_dates import joined
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.undated import Undated
from izium_timeline.build.candidates.verbs import is_perfect
from izium_timeline.build.candidates.voices import Attribution
from izium_timeline.model.document import Publication
from izium_timeline.temporal import Timex

_ANCHOR_REACH = 70  # characters behind "three weeks after" within which its anchor is dated


class Page(NamedTuple):
    """What every step needs to know of a document."""

    path: str
    text: str
    published: Publication | None


class Dated(NamedTuple):
    """A clause with its number in the sentence and the dates in it; ``said`` is the part of it
    that they belong to, None where it is all of it.
    """

    number: int
    clause: Clause
    datings: tuple[Dating, ...]
    said: Said | None = None


class Sentence(NamedTuple):
    """A sentence with what was found in it."""

    passage: Passage
    span: Span
    whole: tuple[Clause, ...]
    said: Attribution | None
    dates: tuple[Span, ...]


def parted(text: str, dated: Dated) -> Iterator[Dated]:
    """A dated clause, and apart from it the phrases in it that have dates of their own."""
    groups: dict[int, tuple[Said | None, list[Dating]]] = {}
    for dating in dated.datings:
        inside = dated.clause.start <= dating.wording.start < dated.clause.end
        said = phrase_of(text, dated.clause, dating.wording) if inside else None
        place = -1 if said is None else said.span.start
        groups[place] = (said, [*groups.get(place, (None, []))[1], dating])
    for said, datings in groups.values():
        for times in _again(text, datings):
            yield Dated(dated.number, dated.clause, times, said)


_AND_IN = re.compile(r",?\sand\s(?:then\s|later\s)?(?:in|on|at)\s(?:the\s|early\s|late\s)?")


def _is_again(text: str, start: int, end: int) -> bool:
    """Whether what stands between two dates parts them: "in 2019 and in 2021"."""
    if ";" in text[start:end]:
        return True
    return bool(_AGAIN.search(text, start, end) or _AND_IN.fullmatch(text, start, end))


_AGAIN = re.compile(r"\band\s(?:(?:then\s)?again|(?:before|after)\sthat)\b")


def _again(text: str, datings: Sequence[Dating]) -> Iterator[tuple[Dating, ...]]:
    """Dates apart where the same happened at each: "in December and again this spring"."""
    times: list[Dating] = []
    for dating in datings:
        if times and _is_again(text, times[-1].wording.end, dating.wording.start):
            yield tuple(times)
            times = []
        times.append(dating)
    yield tuple(times)


def dated_clauses(page: Page, sentence: Sentence) -> list[Dated]:
    """The clauses that have a date, or hold since that of their neighbour.

    A date that stands alone before a sentence is that of its first clause.
    """
    found, lent = sentence.passage.found, sentence.passage.lent
    if lent is not None:
        dating = dating_of(page.text, lent, sentence.whole[0].span, page.published)
        return [Dated(0, sentence.whole[0], (dating,))] if dating else []
    own = [_datings(page, clause, sentence.said, found) for clause in sentence.whole]
    spread = [
        datings or _since_neighbour(page, sentence.whole, own, number)
        for number, datings in enumerate(own)
    ]
    return [
        Dated(number, clause, tuple(datings))
        for number, (clause, datings) in enumerate(zip(sentence.whole, spread, strict=True))
        if datings
    ]


_OPENS_SINCE = re.compile(r"[\s\"\u201c]*(?:Ever\ss|S)ince\s")
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
    if number and _OPENS_SINCE.match(page.text, *whole[number - 1].span) and datings[number - 1]:
        return [since(joined(page.text, datings[number - 1]), page.published)]
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
    tied = aside = -1
    for each in found:
        if not clause.start <= each.start < clause.end:
            continue
        if isinstance(each, Undated):
            dating = _undated(page, each, content)
        elif _is_anchor(page.text, tied, each):
            continue
        elif belongs_to_noun(page.text, clause.span, each) or _goes_on(page.text, aside, each):
            aside = each.end
            continue
        else:
            dating = dating_of(page.text, each, content, page.published)
            tied = each.end if _is_tied(each) else tied
        if dating is not None:
            datings.append(dating)
    return datings


# "After eleven days, in July": a date of its own, not the one that the days count from.
_APART = re.compile(r",\s(?:\w+\s){0,2}(?:in|on|at|late|early)\s(?:the\s)?\Z")


def _is_anchor(text: str, tied: int, timex: Timex) -> bool:
    """Whether a date is what the length that ends at ``tied`` is counted from."""
    if tied < 0 or timex.start >= tied + _ANCHOR_REACH:
        return False
    return _APART.search(text, tied, timex.start) is None


def _goes_on(text: str, aside: int, timex: Timex) -> bool:
    """Whether a date goes on a list of dates that belong to a noun: "requests of 3 and 5 May"."""
    return aside >= 0 and text[aside : timex.start].strip(" ,-\u2013") in (
        "",
        "and",
        "or",
        "to",
        "/",
    )


def _undated(page: Page, each: Undated, content: Span) -> Dating | None:
    return undated_since(page.text, each.wording, content, page.published) if each.since else None


def _is_tied(timex: Timex) -> bool:
    return timex.relation is not None and timex.value.startswith("P")
