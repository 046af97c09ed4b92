"""Named events that a text dates itself: "the liberation in September 2022"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from izium_timeline.model.interval import Interval
from izium_timeline.temporal.events import NamedEvent
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import GAP, any_of, words
from izium_timeline.temporal.match import match
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.pairing import pair
from izium_timeline.temporal.partial import Fields, Partial, Unit

NOUNS = frozenset(
    words(
        "abdication accession annexation armistice arrest assassination attack battle "
        "blockade bombardment bombing ceasefire coronation counteroffensive coup crash de- "
        "occupation deoccupation deportation earthquake election elections evacuation "
        "explosion fall famine fire flood founding independence inauguration invasion landing "
        "launch liberation massacre mobilization mobilisation occupation offensive outbreak "
        "partition raid rebellion recapture referendum reoccupation retreat reunification "
        "revolution shelling siege strike strikes surrender takeover treaty truce uprising "
        "war withdrawal"
    )
)
_WORD = r"[^\W\d_][\w'\u2019-]{0,30}"
_BEFORE = LazyPattern(
    rf"\b(?:the|its|their|his|her|a|of|full-scale)\b{GAP}(?:{_WORD}{GAP}){{0,2}}?"
    rf"(?P<noun>{any_of(NOUNS)})(?P<of>{GAP}of{GAP}(?:the{GAP})?{_WORD}(?:{GAP}{_WORD}){{0,2}}?)?"
    rf"{GAP}(?:in|on|of|at|began{GAP}(?:in|on)|started{GAP}(?:in|on)){GAP}(?:the{GAP})?\Z",
    re.IGNORECASE,
)
_WINDOW = 90


def harvest(text: str) -> tuple[NamedEvent, ...]:
    """The events that a text names beside a full date; those with two dates are left out."""
    return harvest_partials(text, pair(text, match(text)))


def harvest_partials(text: str, partials: Sequence[Partial]) -> tuple[NamedEvent, ...]:
    """The same, from the partial dates of the text."""
    found: dict[str, list[Interval]] = defaultdict(list)
    for partial in partials:
        days = _full_date(partial)
        named = days and _BEFORE.search(text, max(0, partial.start - _WINDOW), partial.start)
        if not named or days is None:
            continue
        noun = named["noun"].lower()
        found[noun].append(days)
        if named["of"]:
            found[" ".join(f"{noun}{named['of']}".lower().split())].append(days)
    return tuple(
        NamedEvent((name,), _narrowest(days)) for name, days in found.items() if _agree(days)
    )


def _full_date(partial: Partial) -> Interval | None:
    what = partial.what
    if not isinstance(what, Fields) or what.year is None or what.span > 1:
        return None
    return days_or_none(what) if what.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR) else None


def _narrowest(days: Sequence[Interval]) -> Interval:
    return min(days, key=lambda each: (each.latest or 0) - (each.earliest or 0))


def _agree(days: Sequence[Interval]) -> bool:
    """Whether the narrowest of the dates lies within all others."""
    inner = _narrowest(days)
    return all(
        (each.earliest or 0) <= (inner.earliest or 0) and (inner.latest or 0) <= (each.latest or 0)
        for each in days
    )
