"""What amounts of time are written with: the pieces that rules for lengths share."""

import re

from izium_timeline.temporal.lexicon import (
    DIGITS,
    GAP,
    HYPHEN,
    NUMBER_WORD,
    VAGUE_NUMBER,
)
from izium_timeline.temporal.partial import (
    Unit,
)
from izium_timeline.temporal.rule import (
    amount_of,
    unit_of,
)

ADJECTIVE = (
    r"(?:long|full|whole|more|additional|extra|consecutive|straight|successive|brutal|bloody|"
    r"bitter|intense|calendar|working|business|short|very|solid|entire|hard|tough|relatively|"
    r"peaceful|bleak|gruelling|grueling|fateful|crucial|critical|turbulent|fiscal|financial|"
    r"formative|previous|past|last|preceding|following|next|coming|difficult|dark|terrible"
    r"|such|different|or{0}so|or{0}more)"
).replace("{0}", GAP)
_BIG = rf"(?:(?:a|one|another){GAP})"
AMOUNT = (
    rf"(?P<amount>{DIGITS}|{NUMBER_WORD}|{_BIG}?(?:good{GAP}|mere{GAP}|very{GAP})?"
    rf"(?:{VAGUE_NUMBER})"
    rf"|{_BIG}?couple(?:{GAP}of)?|{_BIG}?(?:half{GAP})?dozen|half{GAP}an?|(?:a|an|another|one)"
    rf"{GAP}half)"
)
AMOUNT_RANGE = (
    rf"(?:(?:{GAP}?[-\u2013]{GAP}?|{GAP}(?:to|or){GAP})(?P<upper>{DIGITS}|{NUMBER_WORD}))?"
)
HALVES = rf"(?:{HYPHEN}and{HYPHEN}(?:a{HYPHEN}|one{HYPHEN})?(?P<fraction>half|quarter)s?)?"
_LATER = (
    rf"(?:{GAP}(?:later|afterwards?|thereafter|from{GAP}(?:now|today)|hence|on(?={GAP}?[,.;]))\b"
    rf"(?!{GAP}than))"
)
_EARLIER = (
    rf"(?:{GAP}(?:earlier|previously|beforehand|prior|back)\b(?!{GAP}(?:than|to|into|in|from"
    rf"|home)))"
)
_AGO = rf"(?:{GAP}ago\b)"
_STOP = r"(?=\s{0,2}(?:[.,;:)!?\u2014\u2013]|$|\n|(?:and|but|when|had|was|were|in|on|at)\b))"
TAIL = (
    rf"(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})|(?P<ago>{_AGO})"
    rf"|{GAP}(?P<side>after|before){_STOP}"
    rf"|(?P<age>{HYPHEN}olds?\b|{GAP}of{GAP}age\b))?"
)


def length_of(match: re.Match[str]) -> tuple[float | None, Unit]:
    """The amount of a match, None for an open one, and its unit; a fortnight is two weeks."""
    unit, factor = unit_of(match)
    amount = amount_of(match)
    return (None if amount is None else amount * factor), unit
