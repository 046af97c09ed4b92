"""What a statement tells, as far as it can be compared: its words, names and numbers."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from izium_timeline.build.merging.counts import Count, kind_of, number_of
from izium_timeline.build.merging.roles import Roles, roles_of
from izium_timeline.build.merging.same_words import same_words
from izium_timeline.build.merging.terms import NAME, PLAIN, WEAK, Term, terms_of
from izium_timeline.model.event import Event
from izium_timeline.temporal.lexicon import MONTH_NUMBERS

_BEFORE_YEARS: Final = frozenset(
    ("in", "of", "since", "until", "by", "from", "to", "and", "early", "late", "mid")
)
_YEARS: Final = range(1000, 2101)
_HEADLINE: Final = 0.8  # of the words: where so many are capitalised, capitals tell no name
_PART: Final = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|most|some|many|none) of "
    r"(?:the |its |their |those |these |about |some )?\d"
)
_COUNTED: Final = 2  # words behind a number that may say what it counts


class Gist(NamedTuple):
    """A statement by canonical words with their weights, numbers aside.

    ``names`` are those words that are names, ``aside`` those that go with another name: given
    names, regions. ``turns`` are the ways in which the statement is turned around: "denials",
    "plans", "further", and "part" where it tells of some of a number. ``line`` holds everything in
    its order, for telling the very same words; ``words`` are those that it was made of.
    """

    weights: dict[str, float]
    names: frozenset[str]
    aside: frozenset[str]
    counts: tuple[Count, ...]
    turns: frozenset[str]
    line: str
    words: str

    @property
    def roles(self) -> Roles:
        """What part its names play."""
        return _roles_in(self.words)

    @property
    def telling(self) -> frozenset[str]:
        """What it may be found by: the words that tell more than little, and the numbers."""
        words = (word for word, weight in self.weights.items() if weight > WEAK)
        return frozenset((*words, *(f"{count.value:g}" for count in self.counts)))


def gist_of(event: Event) -> Gist:
    """What an event's title tells, the wording of its date left out."""
    return gist_of_words(_undated(event))


def wordings_of(event: Event) -> dict[str, str]:
    """The canonical words of an event's title, each as it stands there."""
    terms = terms_of(_undated(event))
    plain = {term.word: term.text for term in reversed(terms)}
    regions = {
        name: f"{terms[place].text} {terms[place + 1].text}"
        for place, name in _names(terms).items()
        if " " in name
    }
    return plain | regions


def _undated(event: Event) -> str:
    wording = next((piece.timex.text for piece in event.evidence if piece.timex), "")
    before, found, after = event.title.partition(wording) if wording else ("", "", "")
    return f"{before} {after}" if found else event.title


@lru_cache(maxsize=1 << 8)
def gist_of_words(words: str) -> Gist:
    """What words tell."""
    terms = terms_of(words)
    numbered = any(term.spelled or term.number is not None for term in terms)
    counts, counted = _counts(terms) if numbered else ((), frozenset())
    names = _names(terms)
    aside = frozenset(
        [names[place] for place in names if place + 1 in names or " " in names[place]]
    )
    line = " ".join([term.folded for term in terms])
    turns = frozenset([term.turn for term in terms if term.turn])
    if numbered and _PART.search(line):
        turns |= {"part"}
    weights = _weights(terms, names, aside, counted)
    named = frozenset(names.values()) & weights.keys()
    return Gist(weights, named, aside, counts, turns, line, words)


@lru_cache(maxsize=1 << 8)
def _roles_in(words: str) -> Roles:
    terms = terms_of(words)
    return roles_of(terms, _names(terms))


def _weights(
    terms: Sequence[Term],
    names: Mapping[int, str],
    aside: frozenset[str],
    counted: frozenset[int],
) -> dict[str, float]:
    """The words that tell something, and how much; those of numbers are left out."""
    common = same_words().common
    named = frozenset(names.values())
    little = aside if named - aside - common else frozenset()
    weights: dict[str, float] = {}
    for place, (_, _, plain, _, _, empty, weight, _) in enumerate(terms):
        word = names.get(place, plain)
        if empty or word in weights or place in counted:
            continue
        is_name = weight == PLAIN and word in named and word not in common
        weights[word] = WEAK if word in little else NAME if is_name else weight
    return weights


def _counts(terms: Sequence[Term]) -> tuple[tuple[Count, ...], frozenset[int]]:
    """The numbers of a statement, and the places of the terms that they are written with."""
    counts: list[Count] = []
    taken: set[int] = set()
    for place in range(len(terms)):
        if place in taken or _of_a_date(terms, place):
            continue
        number = _number_at(terms, place)
        if number is None:
            continue
        value, length = number
        end = place + length
        taken.update(range(place, end))
        kind = kind_of(term.folded for term in terms[max(0, place - 2) : place])
        text = " ".join(term.text for term in terms[place : end + 1])
        measure = end < len(terms) and terms[end].word in same_words().measures
        counted = _counted(terms, place, end)
        counts.append(Count(value, counted, f"{kind} {text}".strip(), kind, measure=measure))
    return tuple(counts), frozenset(taken)


def _number_at(terms: Sequence[Term], place: int) -> tuple[float, int] | None:
    """The number that begins at a place, and how many terms it takes."""
    value = terms[place].number
    return number_of(value, [term.folded for term in terms[place : place + 4]])


def _of_a_date(terms: Sequence[Term], place: int) -> bool:
    """Whether a number is the day or the year of a date."""
    term = terms[place]
    if term.number is None:
        return False
    around = {each.folded for each in terms[max(0, place - 1) : place + 2]}
    if around & MONTH_NUMBERS.keys():
        return True
    before = terms[place - 1].folded if place else ""
    bare = term.text.isdigit() and term.number in _YEARS
    return bare and (before in _BEFORE_YEARS or place == len(terms) - 1)


def _counted(terms: Sequence[Term], start: int, end: int) -> frozenset[str]:
    """What a number counts: the words behind it, else the one before it."""
    after = [term.word for term in terms[end:] if term.number is None and not term.empty]
    before = [term.word for term in terms[:start] if term.number is None and not term.empty]
    return frozenset(after[:_COUNTED] or before[-1:])


def _names(terms: Sequence[Term]) -> dict[int, str]:
    """The words that are names, by their places: known ones, and capitalised ones but the first."""
    known = same_words().known_names
    capital = [
        place
        for place, term in enumerate(terms)
        if term.text[0].isupper() and (place or (len(term.text) > 1 and term.text.isupper()))
    ]
    worded = [term for term in terms if term.number is None and not term.empty]
    if len(worded) > 3 and len(capital) >= _HEADLINE * len(worded):
        capital = []
    places = {*capital, *(place for place, term in enumerate(terms) if term.word in known)}
    return {place: _named(terms, place) for place in places}


def _named(terms: Sequence[Term], place: int) -> str:
    """A name as one word, with "region" behind it where it is a region's."""
    following = terms[place + 1].word if place + 1 < len(terms) else ""
    word = terms[place].word
    return f"{word} {following}" if following == same_words().region else word
