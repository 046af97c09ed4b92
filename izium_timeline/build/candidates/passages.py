"""The sentences of a text that hold temporal expressions, each with its own.

A date that stands alone (a diary's "Monday, 2 March 1942", a chronicle's "3 March.") dates the
sentence behind it. The place and date at the head of a report ("KYIV, May 14 (AFP) -") date
nothing that is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.blocks import Blocks
from izium_timeline.build.candidates.labels import label_end
from izium_timeline.build.candidates.sentences import Sentences, Span
from izium_timeline.build.candidates.undated import Undated
from izium_timeline.temporal import Timex, TimexType

_NEAR = 6  # characters between a date that stands alone and what it dates, at most
_DATELINE = re.compile(
    r"(?=[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.-]{2}"
    r"|[^\n(]{2,50}\([A-Z][\w\s]{1,30}\)\s?[-\u2013\u2014])"
    r"[A-Z\u00c0-\u00de][\w'\u2019./-]*(?:\s[A-Z\u00c0-\u00de][\w'\u2019.-]*){0,3}"
    r"(?:,\s[A-Z][\w. ]{1,24})?"
    r"(?:,?\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s\d{4})?)?"
    r"\s?(?:\([^)\n]{2,40}\)\s?)?[-\u2013\u2014]{1,2}\s"
)
_DAY_VALUE = re.compile(r"(?:BC)?-?\d{3,4}")


class Passage(NamedTuple):
    """A sentence of a block with its temporal expressions.

    ``lent`` is the date that stands alone before it, where it has none of its own; ``start``
    is where that stands, else where the sentence does.
    """

    block: Span
    sentence: Span
    found: tuple[Timex | Undated, ...]
    lent: Timex | None = None

    @property
    def start(self) -> int:
        """Where what has to be quoted begins."""
        return self.sentence.start if self.lent is None else self.lent.start


def passages(text: str, wordings: Iterable[Timex | Undated]) -> Iterator[Passage]:
    """The passages of a text, in order."""
    blocks = Blocks(text)
    sorted_wordings = sorted(wordings, key=lambda one: one.start)
    groups = [_behind_clock(text, one) for one in _groups(text, blocks, sorted_wordings)]
    for number, group in enumerate(groups):
        alone = _alone(text, group) if group.found else None
        if alone is None:
            yield group
            continue
        after = _after(text, blocks, group)
        free = number + 1 == len(groups) or (
            after is not None and groups[number + 1].sentence.start >= after.sentence.end
        )
        if after is not None and free:
            yield after._replace(lent=alone)


def _groups(text: str, blocks: Blocks, wordings: Sequence[Timex | Undated]) -> Iterator[Passage]:
    number, start, sentences = -1, 0, None
    passage: Passage | None = None
    for each in wordings:
        if passage is not None and each.start < passage.sentence.end:
            passage = passage._replace(found=(*passage.found, each))
            continue
        if passage is not None:
            yield passage
            passage = None
        place = blocks.index_at(each.start)
        if place is None:
            continue
        if place != number or sentences is None:
            number, block = place, blocks[place]
            start = _behind_dateline(text, block.start, block.end)
            start = label_end(text, start, min(block.end, each.start + 1))
            sentences = Sentences(text, start, block.end)
        if each.start >= start:
            span = Span(blocks[number].start, blocks[number].end)
            passage = Passage(span, sentences.at(each.start), (each,))
    if passage is not None:
        yield passage


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|hrs|GMT|UTC))?\s+(?=[A-Z\"\u201c\d])")


def _behind_clock(text: str, group: Passage) -> Passage:
    """The passage behind the time that opens an entry of a log: "11:05 Two officers injured".

    The time dates what is told where nothing else does.
    """
    first, start = group.found[0], group.sentence.start
    clock = _CLOCK.match(text, start, group.sentence.end)
    if clock is None or start != group.block.start or isinstance(first, Undated):
        return group
    if first.type is not TimexType.TIME or first.start != start or first.end > clock.end():
        return group
    rest = group.found[1:]
    sentence = Span(clock.end(), group.sentence.end)
    return Passage(group.block, sentence, rest, None if rest else first)


def _behind_dateline(text: str, start: int, end: int) -> int:
    dateline = _DATELINE.match(text, start, min(end, start + 120))
    return dateline.end() if dateline and dateline.end() < end else start


def _alone(text: str, group: Passage) -> Timex | None:
    """The date that is all there is of a sentence, None where there is more."""
    first = group.found[0]
    if isinstance(first, Undated) or first.type is not TimexType.DATE or first.interval is None:
        return None
    rest = text[group.sentence.start : first.start]
    place = first.end
    for other in group.found[1:]:
        rest += text[place : other.start]
        place = other.end
    rest += text[place : group.sentence.end]
    if any(letter.isalnum() for letter in rest) or not _DAY_VALUE.match(first.value):
        return None
    return first


def _after(text: str, blocks: Blocks, group: Passage) -> Passage | None:
    """The sentence behind a date that stands alone, None where none is near."""
    number = blocks.index_at(group.sentence.start)
    if number is None:
        return None
    block = blocks[number]
    place = group.sentence.end
    while place < block.end and not text[place].isalnum():
        place += 1
    if place >= block.end:
        if number + 1 >= len(blocks) or blocks[number + 1].start - block.end > _NEAR:
            return None
        block = blocks[number + 1]
        place = block.start
    sentence = Sentences(text, block.start, block.end).at(place)
    return Passage(Span(block.start, block.end), sentence, ())
