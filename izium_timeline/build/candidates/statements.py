"""A clause as a statement: whether it states anything, who claims it, and what to quote."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.labels import speaker
from izium_timeline.build.candidates.moods import mood
from izium_timeline.build.candidates.quotations import in_quotation
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.undated import Undated
from izium_timeline.build.candidates.verbs import first_verb
from izium_timeline.build.candidates.voices import (
    Attribution,
    is_hearsay,
    speaker_about,
)
from izium_timeline.model.event import Voice
from izium_timeline.temporal import Timex

_LONGEST_QUOTE = 320  # characters of a sentence that is quoted whole
_SAID_WHEN = re.compile(r"(?:\s\w+){0,4}?,?\s*(?:on|in|at|late|early|back in)?\s*(?:the\s)?\Z")
_SPEAKING = re.compile(
    r"(?:(?:Speaking|Talking|Writing|Testifying|Asked)\b|(?:In|At|During)\s(?:an?|the|his|her|its|their)\s"
    r"(?:\w+\s){0,3}?(?:statement|speech|interview|conference|briefing|letter|post|message|report|"
    r"address|hearing|meeting|call|video|comment|testimony)\b).{0,60}\Z"
)
_TO_SUBJECT = re.compile(r",?\s*(?:[\w\u2019'.-]+\s?){0,2}\Z")
_EDGES = " \t\n\r,;:\u2013\u2014-"


class Claim(NamedTuple):
    """The voice of a clause, by whom, and the words that say so (None where none do).

    ``verb`` is where the verb of speech ends, ``reach`` where the name behind it does,
    ``begins`` where the sentence begins; ``behind`` says whether what is said stands behind
    it alone.
    """

    voice: Voice
    by: str
    said: Span | None
    text: str
    begins: int
    verb: int
    reach: int
    behind: bool

    @property
    def spoken(self) -> Span:
        """The words behind what is said that say who says so; empty where they stand before."""
        start = self.begins if self.said is None else self.said.start
        return Span(start, start if self.behind else max(self.verb, self.reach, start))

    def dates_speech(self, datings: Sequence[Dating]) -> bool:
        """Whether all that the dates date is when it was said: "said on Monday"."""
        return self.said is not None and all(self._of_speech(each) for each in datings)

    def _of_speech(self, dating: Dating) -> bool:
        start, end = dating.wording.start, dating.wording.end
        said = self.said
        if said is None or dating.holds or not dating.plain:
            return False
        if said.start <= start < (self.reach or said.end):
            return True
        spoken = max(self.verb, self.reach)
        if spoken <= start:
            between = self.text[spoken:start]
            return len(between) < 40 and _SAID_WHEN.fullmatch(between) is not None
        opening = self.text[self.begins : start]
        leads = (
            (len(opening) < 16 or _SPEAKING.match(opening))
            and end <= said.start
            and said.start - end < 20
        )
        return bool(leads) and _TO_SUBJECT.fullmatch(self.text[end : said.start]) is not None


def claim_of(
    text: str, block: Span, sentence: Span, clause: Span, said: Attribution | None, date: int
) -> Claim:
    """The voice of a clause of a sentence: quoted, reported, planned, supposed, denied or told.

    ``said`` is what the sentence says of who says so, ``date`` the place of the clause's date.
    """
    if said is not None and _is_not_of(text, said, clause, date):
        said = None
    voice = mood(text, clause.start, clause.end, date)
    quoted = in_quotation(text, block.start, _middle(clause))
    speaks = speaker(text, *block)
    by = said.who if said else ""
    if quoted and not by:
        by = speaker_about(text, block, sentence)
    by = by or speaks or ""
    claimed = (
        quoted
        or speaks is not None
        or said is not None
        or is_hearsay(text, clause.start, clause.end)
    )
    if claimed and voice is Voice.ASSERTED:
        voice = Voice.CLAIMED
    span = Span(said.start, said.end) if said else None
    verb, reach, behind = (said.verb, said.reach, said.behind) if said else (0, 0, False)
    return Claim(voice, by, span, text, sentence.start, verb, reach, behind)


_ADDING = re.compile(
    r"(?:adding|saying|noting|claiming|stressing|insisting|arguing|warning|explaining)\s"
)


def _is_not_of(text: str, said: Attribution, clause: Span, date: int) -> bool:
    """Whether a clause is none of what is said: before "X said that", or behind "said X, who"."""
    if said.behind:
        return clause.end <= said.start or ";" in text[said.end : clause.start + 1]
    if ";" in text[clause.end : said.start]:
        return True
    if _ADDING.match(text, clause.start):
        return False
    return clause.start > said.start and date > max(said.verb, said.reach) + 30


def _middle(clause: Span) -> int:
    return (clause.start + clause.end) // 2


_ENTRY = re.compile(r"\s?(?:[:|\u2013\u2014-]|--)\s")


_NOTE = re.compile(r"\[\w{1,4}\]\s")  # a footnote's "[2]"


def is_told(text: str, sentence: Span, found: Sequence[Timex | Undated]) -> bool:
    """Whether a sentence states something: it is no question, no heading, and has some words.

    An entry of a chronicle ("4 March: first rockets on the town") needs no verb.
    """
    if _NOTE.match(text, *sentence) and first_verb(text, *sentence, strict=True) is None:
        return False
    words = text[sentence.start : sentence.end].rstrip("\"\u201d\u2019') ")
    if words.endswith("?") or len(words.split(None, 3)) < 4:
        return False
    if words[-1:] in ".!\u2026;" or first_verb(text, *sentence) is not None:
        return True
    first = found[0] if found else None
    return first is not None and first.start - sentence.start < 3 and is_entry(text, first.end)


def is_entry(text: str, end: int) -> bool:
    """Whether a colon or dash stands behind a date that ends there."""
    return _ENTRY.match(text, end) is not None


def quote_of(text: str, sentence: Span, clause: Span, *, alone: bool) -> Span:
    """What to quote: the sentence where it has one date and is not long, else the clause."""
    whole = alone and sentence.end - sentence.start <= _LONGEST_QUOTE
    start, end = sentence if whole else (clause.start, clause.end)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start + 1 and text[end - 1] in _EDGES + ".":
        if text[end - 4 : end] in ("a.m.", "p.m.", "U.S."):
            break
        end -= 1
    return Span(start, end)
