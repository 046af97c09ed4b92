"""Finding the wordings: one scan for words that start a rule, then the rules of that word."""

from bisect import bisect
from collections.abc import Iterable, Sequence

from izium_timeline.temporal import (
    rules_clock,
    rules_days,
    rules_edges,
    rules_feasts,
    rules_lengths,
    rules_letters,
    rules_numbers,
    rules_pointers,
    rules_seasons,
    rules_sets,
    rules_stretches,
    rules_vague,
    rules_years,
)
from izium_timeline.temporal.events import EventCalendar
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.modifiers import look_left
from izium_timeline.temporal.partial import Length, Partial, Shift
from izium_timeline.temporal.rule import IMPOSSIBLE, INSIDE, Reading, Rule
from izium_timeline.temporal.rules_events import event_rules

RULES: tuple[Rule, ...] = (
    *rules_clock.RULES,
    *rules_numbers.RULES,
    *rules_days.RULES,
    *rules_years.RULES,
    *rules_seasons.RULES,
    *rules_pointers.RULES,
    *rules_letters.RULES,
    *rules_edges.RULES,
    *rules_vague.RULES,
    *rules_lengths.RULES,
    *rules_stretches.RULES,
    *rules_sets.RULES,
    *rules_feasts.RULES,
)
_WORD = LazyPattern(r"[^\W\d_]+|[0-9]+")
_CONTINUES = LazyPattern(rf"[{INSIDE}]")
_MODEL = LazyPattern(r"(?<!\w)(?!May|June|July|Mid)[A-Z][A-Za-z]{0,3}-\Z")

Index = dict[str, tuple[Rule, ...]]


def index_rules(rules: Iterable[Rule]) -> Index:
    """The rules by their first words, in the order of the tables."""
    index: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for head in rule.heads:
            index[head] = (*index.get(head, ()), rule)
    return index


_INDEX = index_rules(RULES)


def match(text: str) -> list[Partial]:
    """The partial dates of a text, in order, without overlap.

    At each head the longest match counts; what a rule calls impossible is passed over
    whole. The time taken is linear in the text's length.
    """
    return _scan(text, _INDEX)


def match_events(text: str, partials: Sequence[Partial], calendar: EventCalendar) -> list[Partial]:
    """The partial dates, and where they leave room, wordings that name a calendar's events.

    An event right behind an amount of time ("two years since the invasion") is what the
    amount counts from, and no date of its own.
    """
    if not calendar.events:
        return list(partials)
    starts = [partial.start for partial in partials]
    merged = list(partials)
    for event in _scan(text, index_rules(event_rules(calendar))):
        place = bisect(starts, event.start)
        before = partials[place - 1] if place else None
        after = partials[place] if place < len(partials) else None
        if after is not None and (after.start < event.end or _dated_itself(text, event, after)):
            continue
        if before is not None and (before.end > event.start or _counts_from(text, before, event)):
            continue
        merged.append(event)
    return sorted(merged, key=lambda partial: partial.start)


_CAME = LazyPattern(
    r"\s(?:first\s)?(?:began|started|opened|ended|erupted|broke\sout|fell|came|(?:was|were)\s[a-z]+)\s"
    r"(?:(?:again|early|late|back)\s)?(?:on|in|at)?\s?(?:the\s)?"
)


def _dated_itself(text: str, event: Partial, after: Partial) -> bool:
    """Whether the words go on to date an event: "since the siege began on 21 October"."""
    return after.start - event.end < 40 and (
        _CAME.fullmatch(text, event.end, after.start) is not None
    )


def _counts_from(text: str, before: Partial, event: Partial) -> bool:
    gap = text[before.end : event.start] if event.start - before.end < 16 else "."
    if not isinstance(before.what, (Length, Shift)):
        return False
    return gap.strip().lower() in ("", "since", "after", "before", "of", "following", "into")


def _scan(text: str, index: Index) -> list[Partial]:
    found: list[Partial] = []
    done = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        head = word[0]
        rules = index.get("0" if head[0].isdigit() else head.lower())
        if rules is None or _inside_word(text, start):
            continue
        end, partial = _best(text, start, rules, found[-1].end if found else 0)
        done = max(done, end)
        if partial is not None:
            found.append(partial)
    return found


def _inside_word(text: str, start: int) -> bool:
    """Whether the head belongs to what stands before it: A330, 46,000, F-16."""
    if start == 0:
        return False
    before = text[start - 1]
    if _CONTINUES.match(before):
        return True
    if not text[start].isdigit():
        return False
    if before in ".,":
        return text[start - 2 : start - 1].isdigit()
    return before == "-" and _MODEL.search(text, max(0, start - 6), start) is not None


def _best(text: str, start: int, rules: tuple[Rule, ...], floor: int) -> tuple[int, Partial | None]:
    """The longest reading at a head, with the end of what is settled by it."""
    matches = [(rule, hit) for rule in rules if (hit := rule.pattern.match(text, start))]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[1].end())
    for rule, hit in matches:
        built = rule.build(hit)
        if built is IMPOSSIBLE:
            return hit.end(), None
        if built is not None:
            reading = built if isinstance(built, Reading) else Reading(built)
            return hit.end(), _partial(text, start, hit.end(), rule, reading, floor)
    return 0, None


def _partial(text: str, start: int, end: int, rule: Rule, reading: Reading, floor: int) -> Partial:
    left = look_left(text, start, end, reading.what, floor)
    return Partial(
        left.start,
        end,
        rule.name,
        reading.what,
        modifier=left.modifier or reading.modifier,
        clock=reading.clock or left.clock,
        relation=reading.relation or left.relation,
        event=reading.event,
    )
