"""The year of a month, a day of a month, a season or a quarter that is written without one."""

from dataclasses import replace

from izium_timeline.temporal.calendar import days_of
from izium_timeline.temporal.case import Case
from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import WEEKDAYS
from izium_timeline.temporal.notation import days_or_none
from izium_timeline.temporal.partial import Fields, Relation
from izium_timeline.temporal.profile import Mode, Published
from izium_timeline.temporal.retrospect import is_recent
from izium_timeline.temporal.tense import direction, may_be_over
from izium_timeline.temporal.years import Chosen, by_publication, by_story, on_weekday


def year_for(case: Case, fields: Fields) -> Chosen | None:
    """The year of a month, a day of a month, a season or a quarter without one.

    "Thursday 11 November" is one of a year in which that is a Thursday, if one is near.
    """
    chosen = _likely_year(case, fields)
    if chosen is None or chosen.fields.year is None:
        return chosen
    chosen = _after_start(case, fields, chosen) or chosen
    year = on_weekday(chosen.fields, chosen.fields.year or 0)
    if year == chosen.fields.year:
        return chosen
    name = WEEKDAYS[fields.weekday or 0].title()
    why = f"{chosen.why}, but for the year in which it is a {name}"
    return Chosen(replace(chosen.fields, year=year), why)


def _after_start(case: Case, fields: Fields, chosen: Chosen) -> Chosen | None:
    """The end of a range, "to October", where it would be before its start: a year later."""
    last = case.story.last
    if case.partial.relation is not Relation.TO or last is None or last.fields.year is None:
        return None
    if not 0 <= case.partial.start - last.end <= _NEAR:
        return None
    if (days_of(chosen.fields).latest or 0) >= (last.days.earliest or 0):
        return None
    for year in (last.fields.year, last.fields.year + 1):
        found = replace(fields, year=year)
        days = days_or_none(found)
        if days is not None and (days.latest or 0) >= (last.days.latest or 0):
            return Chosen(found, f"the first one from {last.text!r} on")
    return None


_NEAR = 12  # characters between the ends of a range


def _likely_year(case: Case, fields: Fields) -> Chosen | None:
    published = case.published
    if case.year is not None and (published is None or case.profile.mode is not Mode.NEWS):
        return _planned(case, replace(fields, year=case.year))
    beside = _beside(case, fields)
    if beside is not None:
        return beside
    told = case.story.main is not None and case.profile.mode is Mode.NARRATIVE
    if published is not None and not told:
        turn = direction(case.text, case.partial.start, case.partial.end)
        if turn > 0 and may_be_over(case.text, case.partial.start, case.partial.end):
            turn = 0
        under = _under_year(case, fields) if turn <= 0 else None
        if under is not None:
            return under
        chosen = by_publication(fields, published, turn, case.profile.mode)
        return _looked_back(case, fields, chosen, published) if turn <= 0 else chosen
    return None if case.story.main is None else by_story(fields, case.story.main)


def _looked_back(
    case: Case, fields: Fields, chosen: Chosen | None, published: Published
) -> Chosen | None:
    """In news that look back: the year that the story has reached, but for the last months."""
    if chosen is None or case.year is None or not case.profile.looks_back:
        return chosen
    recent = is_recent(days_of(chosen.fields).latest or 0, published)
    return chosen if recent else _planned(case, replace(fields, year=case.year))


_YEAR_OPENS = LazyPattern(
    r"\n\s*(?:(?:In|During|By|Throughout)\s)?(?P<year>(?:1[5-9]|20)[0-9]{2})(?=,\s|\s(?:was|saw|began|had|brought))"
)
_PARAGRAPH = 1500  # characters of a paragraph that are searched for its year


def _under_year(case: Case, fields: Fields) -> Chosen | None:
    """The year that the paragraph opens with: "In 2019, the council ... In March, work began"."""
    text, start = case.text, case.partial.start
    opened = text.rfind("\n", max(0, start - _PARAGRAPH), start)
    year = _YEAR_OPENS.match(text, opened) if opened >= 0 else None
    if year is None or year.end() > start:
        return None
    chosen = replace(fields, year=int(year["year"]))
    why = f"the paragraph tells of {year['year']}"
    return Chosen(chosen, why) if days_or_none(chosen) is not None else None


_SENTENCE_END = LazyPattern(r"[.!?][\"\u201d\u2019]?\s|\n\s*\n")
_AGAIN_SINCE = LazyPattern(r"\bagain\ssince\s\Z")
_BESIDE = 200  # characters between two dates of one sentence, at most


def _beside(case: Case, fields: Fields) -> Chosen | None:
    """The year of a date in full that the same sentence named before: "on 16 March 2022 ... since
    5 March"; the one that lies nearest to it.
    """
    last = case.story.last
    if last is None or last.fields.month is None or fields.month is None:
        return None
    between = case.text[last.end : case.partial.start]
    year = str(last.fields.year)
    ahead = direction(case.text, case.partial.start, case.partial.end) > 0
    again = _AGAIN_SINCE.search(between)
    if (
        ahead
        or again
        or ")" in between
        or year not in last.text
        or len(between) > _BESIDE
        or _SENTENCE_END.search(between)
    ):
        return None
    day = last.days.earliest or 0
    years = ((last.fields.year or 0) + step for step in (-1, 0, 1))
    near = [replace(fields, year=each) for each in years]
    found = [each for each in near if days_or_none(each) is not None]
    if not found:
        return None
    nearest = min(found, key=lambda each: abs((days_of(each).earliest or 0) - day))
    return Chosen(nearest, f"the year of {last.text!r} beside it")


def _planned(case: Case, fields: Fields) -> Chosen:
    main = case.story.main
    if main is None:
        return Chosen(fields, "the year that the story goes on to name")
    return Chosen(fields, f"the year that the story has reached, after {main.text!r}")
