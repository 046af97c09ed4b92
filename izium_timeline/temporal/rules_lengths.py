"""Rules for amounts of time: durations, offsets from another time, ages, and sets."""

import re

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import (
    DIGITS,
    FULL_MONTH,
    FULL_WEEKDAY,
    GAP,
    HYPHEN,
    LENGTH_UNIT,
    NUMBER_HEADS,
    NUMBER_WORD,
    SEASON,
    VAGUE_HEADS,
    VAGUE_NUMBER,
    WEEKDAYS,
    any_of,
    words,
)
from izium_timeline.temporal.partial import (
    Fields,
    Length,
    Modifier,
    Origin,
    Repeat,
    Shift,
    Unit,
)
from izium_timeline.temporal.rule import (
    Built,
    Reading,
    Rule,
    amount_of,
    given,
    heads,
    read_fields,
    unit_of,
    weekday_of,
    which_year,
)

_ADJECTIVE = (
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
_RANGE = rf"(?:(?:{GAP}?[-\u2013]{GAP}?|{GAP}(?:to|or){GAP})(?P<upper>{DIGITS}|{NUMBER_WORD}))?"
_HALVES = rf"(?:{HYPHEN}and{HYPHEN}(?:a{HYPHEN}|one{HYPHEN})?(?P<fraction>half|quarter)s?)?"
_CORE = (
    rf"{AMOUNT}{_RANGE}{_HALVES}{HYPHEN}(?:(?:of{GAP})?{_ADJECTIVE}{HYPHEN}){{0,2}}{LENGTH_UNIT}"
    rf"(?:{GAP}and{GAP}a{GAP}(?P<fraction>half|quarter))?"
)
_ONE = (
    rf"(?P<one>an?|one|another|this|the{GAP}same)"
    rf"(?:{GAP}(?:{_ADJECTIVE}|single|mere|quarter(?={GAP}(?:century|hour))"
    rf"|half))?{HYPHEN}{LENGTH_UNIT}"
    rf"(?:{HYPHEN}and{HYPHEN}a{HYPHEN}(?P<fraction>half|quarter))?"
)
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
_TAIL = (
    rf"(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})|(?P<ago>{_AGO})"
    rf"|{GAP}(?P<side>after|before){_STOP}"
    rf"|(?P<age>{HYPHEN}olds?\b|{GAP}of{GAP}age\b))?"
)
_DISTANCE = LazyPattern(
    r"\s(?:away|drive|walk|flight|journey)\b(?:\sby\s|\sfrom\s)?|\s?(?:per|/)\s", re.IGNORECASE
)
_NOT_LENGTH = LazyPattern(
    r"\s(?:hand|hands|world|place|division|army|class|floor|half|row|time\b(?!\s(?:later|ago)))",
    re.IGNORECASE,
)
_ROUND_THE_CLOCK = LazyPattern(
    r"24[- ]hours?\s(?:clock|news|shop|store|service|hotline|helpline|access|channel|care|guard|"
    r"surveillance|supermarket)",
    re.IGNORECASE,
)
_RATE_BEFORE = LazyPattern(
    r"(?:[0-9]|\b(?:times?|once|twice|thrice|million|billion|thousand|hundred|percent|%|people|men|"
    r"dollars|euros|pounds|months?|days?|hours?|weeks?|yuan|yen|daily|aircraft|planes|tons|tonnes|"
    r"barrels|points|cents|copies|units|"
    r"people|dead|deaths))\s\Z",
    re.IGNORECASE,
)


def _ordinal_second(match: re.Match[str]) -> bool:
    """Whether "second" or "minute" is no unit here: "one second-hand", "a minute amount"."""
    unit = match["unit"].lower()
    after = match.string[match.end("unit") : match.end("unit") + 6]
    if unit == "second":
        before = match.string[match.start() : match.start("unit")].lower()
        return not after.startswith((" later", " ago", ".", ",")) and before.strip() in ("a", "the")
    return (
        unit == "minute"
        and after[:1] == " "
        and after[1:2].isalpha()
        and match[0][:2].lower() == "a "
    )


def _amount(match: re.Match[str]) -> tuple[float | None, Unit]:
    unit, factor = unit_of(match)
    amount = amount_of(match)
    return (None if amount is None else amount * factor), unit


_WHOLE_QUARTER = LazyPattern(r"\s?(?:[.,;)]|$|\n|in a row|(?:later|ago|earlier)\b)")


def _fraction(match: re.Match[str]) -> bool:
    """Whether "three quarters" is a part of something: no quarter of a year."""
    if not match["unit"].lower().startswith("quarter"):
        return False
    if "-" in match[0] or re.search(r"consecutive|straight|successive", match[0], re.IGNORECASE):
        return "-" in match[0]
    return _WHOLE_QUARTER.match(match.string, match.end()) is None


_LASTING = LazyPattern(
    r"\b(?:for|in|within|after|only|just|about|than|lasted|took|over|another|every|each"
    r"|exactly)\s\Z",
    re.IGNORECASE,
)


def _plain_one(match: re.Match[str]) -> bool:
    """Whether "one day" is a length, not "some day": "in one day", "one day later"."""
    if given(match, "later", "earlier", "ago", "side", "age") or "-" in match[0]:
        return True
    return _LASTING.search(match.string, max(0, match.start() - 10), match.start()) is not None


def _length(match: re.Match[str]) -> Built:
    if match[0][0] == "0" or _ROUND_THE_CLOCK.search(match.string, match.start(), match.end() + 14):
        return None
    if _fraction(match) or _ordinal_second(match) or _NOT_LENGTH.match(match.string, match.end()):
        return None
    amount, unit = _amount(match)
    if (
        unit is Unit.DAY
        and (given(match, "amount") or "").lower() == "one"
        and not _plain_one(match)
    ):
        return None
    upper = given(match, "upper")
    modifier = Modifier.APPROX if upper or "couple" in match[0].lower() else None
    return _read(match, amount, unit, modifier)


def _read(
    match: re.Match[str], amount: float | None, unit: Unit, modifier: Modifier | None
) -> Built:
    """A length, or the offset that its tail makes of it."""
    if given(match, "age"):
        return Reading(Length(amount, unit, age=True), modifier=modifier)
    if given(match, "ago"):
        return Reading(Shift(amount, unit, -1, Origin.PUBLICATION), modifier=modifier)
    side = (given(match, "side") or "").lower()
    if given(match, "later") or side == "after":
        origin = Origin.STORY
        if re.search(r"now|today|hence", match[0], re.IGNORECASE):
            origin = Origin.PUBLICATION
        return Reading(Shift(amount, unit, 1, origin), modifier=modifier)
    if given(match, "earlier") or side == "before":
        return Reading(Shift(amount, unit, -1, Origin.STORY), modifier=modifier)
    return Reading(Length(amount, unit), modifier=modifier)


def _one(match: re.Match[str]) -> Built:
    """ "a week", and "twice a week", a set."""
    text = match.string
    word = match["one"].lower()
    if word.startswith(("this", "the")) or _ordinal_second(match):
        return None
    if match["unit"].lower().endswith("s") or _fraction(match):
        return None
    if re.match(r"-[a-z]", match.string[match.end() : match.end() + 2]):
        return None
    unit, factor = unit_of(match)
    tail = given(match, "later", "earlier", "ago", "side", "age")
    if unit is Unit.DAY and word == "one" and not _plain_one(match):
        return None
    if word in ("a", "an") and tail is None and given(match, "fraction") is None:
        rate = _RATE_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if rate and unit is not Unit.SECOND:
            return Repeat(factor, unit)
    half = (
        0.5 if re.search(r"\bhalf[-\s]", match[0][: match.start("unit") - match.start()]) else 1.0
    )
    quarter = "quarter" in match[0][: match.start("unit") - match.start()].lower()
    fraction = {"half": 0.5, "quarter": 0.25}.get((given(match, "fraction") or "").lower(), 0)
    return _read(match, ((0.25 if quarter else half) + fraction) * factor, unit, None)


_EARLY_HOURS = LazyPattern(r"\b(?:early|small|late)\s\Z", re.IGNORECASE)
_TIED = LazyPattern(r"\s(?:after|before)\s\w|\s(?:ahead|to\scome)\b", re.IGNORECASE)


def _days_alone(match: re.Match[str]) -> Built:
    """ "days later", "for months", "years of war": an amount that the text leaves open."""
    unit, _ = unit_of(match)
    if given(match, "later", "earlier", "ago", "side"):
        return _read(match, None, unit, None)
    before = re.compile(
        r"\b(?:for|after|in|within|took|over(?:\sthe)?|through(?:out)?|lasted|of|last|by"
        r"|spent|recent|past|"
        r"following|subsequent|intervening|coming|previous|early|earlier|final|later|next"
        r"|first|opening|closing)\s\Z",
        re.IGNORECASE,
    ).search(match.string, max(0, match.start() - 16), match.start())
    if _TIED.match(match.string, match.end()):
        return Length(None, unit)
    if unit is Unit.HOUR and _EARLY_HOURS.search(
        match.string, max(0, match.start() - 8), match.start()
    ):
        return None
    if not before or re.match(r"\s?[-']", match.string[match.end() : match.end() + 2]):
        return None
    return Length(None, unit)


_SETS = {
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annual": Unit.YEAR,
    "annually": Unit.YEAR,
    "hourly": Unit.HOUR,
}


def _adverb(match: re.Match[str]) -> Built:
    word = match["set"].lower()
    before = match.string[max(0, match.start() - 10) : match.start()].lower()
    factor = 2 if before.endswith(("bi-", "fortnightly")) else 1
    after = match.string[match.end() : match.end() + 2]
    if after[:1] == " " and after[1:2].isupper() and match[0][0].isupper():
        return None  # the name of a paper: Daily Telegraph
    return Repeat(factor, _SETS[word])


def _every(match: re.Match[str]) -> Built:
    fields = read_fields(match)
    if isinstance(fields, Fields) and fields != Fields():
        return Repeat(1, fields=fields)
    if match["unit"].lower() == "second":
        return None
    unit, factor = unit_of(match)
    other = 2 if given(match, "other") else 1
    amount = amount_of(match)
    return Repeat(None if amount is None else factor * other * amount, unit)


def _per(match: re.Match[str]) -> Built:
    unit, factor = unit_of(match)
    return Repeat(factor, unit)


_TOWARD = {"past": -1, "last": -1, "previous": -1, "preceding": -1, "recent": -1, "prior": -1}
_FIRSTS = {
    "first": 1,
    "opening": 1,
    "early": 1,
    "initial": 1,
    "final": -1,
    "closing": -1,
    "dying": -1,
}


_BEHIND = LazyPattern(rf"{GAP}(?:of|before|in){GAP}")


def _single_stretch(match: re.Match[str], word: str, unit: Unit) -> bool:
    """Whether one unit is a stretch: "the past week", "the first week of March"."""
    if unit is Unit.DAY:
        return False
    if word in ("past", "coming"):
        return True
    part = word in _FIRSTS or word == "last"
    return part and _BEHIND.match(match.string, match.end()) is not None


def _stretch(match: re.Match[str]) -> Built:
    """ "the past two years", "the next few months", "the first weeks of the war"."""
    word = match["stretch"].lower()
    amount, unit = _amount(match)
    plural = match["unit"].lower().endswith("s")
    if given(match, "amount") is None:
        if not plural and not _single_stretch(match, word, unit):
            return None
        amount = None if plural else 1
    if unit is Unit.SECOND and not plural or (word == "early" and unit is Unit.HOUR):
        return None
    behind = _BEHIND.match(match.string, match.end())
    if word in _FIRSTS or (word in ("last", "next") and behind):
        return Length(amount, unit, part=_FIRSTS.get(word, -1))
    toward = _TOWARD.get(word, 1)
    story = word in (
        "following",
        "previous",
        "preceding",
        "subsequent",
        "ensuing",
        "intervening",
        "prior",
    )
    return Length(amount, unit, toward, Origin.STORY if story else Origin.PUBLICATION)


def _stretch_of_year(match: re.Match[str]) -> Built:
    """ "The first nine months of the year"."""
    amount, unit = _amount(match)
    if given(match, "amount") is None:
        amount = None if match["unit"].lower().endswith("s") else 1
    part = _FIRSTS.get(match["stretch"].lower(), -1)
    return Length(amount, unit, part=part, of=Fields(of=which_year(match)))


_STRETCH = (
    r"(?P<stretch>past|last|next|coming|following|previous|preceding|subsequent|ensuing|prior|"
    r"first|opening|early|initial|final|closing|dying|recent|intervening)"
)

RULES = (
    Rule(
        "an amount of time",
        heads(NUMBER_HEADS, VAGUE_HEADS, "a", "an", "another"),
        _CORE + _TAIL,
        _length,
        "two days later",
    ),
    Rule("one unit of time", heads("a", "an", "one", "another"), _ONE + _TAIL, _one, "a week"),
    Rule(
        "an open amount of time",
        heads(
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "hours",
            "centuries",
            "minutes",
            "seconds",
            "nights",
        ),
        rf"{LENGTH_UNIT}{_TAIL}",
        _days_alone,
        "days later",
    ),
    Rule(
        "a stretch of a year or month",
        heads({*_FIRSTS, "last"}),
        rf"{_STRETCH}{GAP}(?:{AMOUNT}{HYPHEN})?{LENGTH_UNIT}{GAP}of{GAP}(?P<of>the|this|that"
        rf"|last|next){GAP}year",
        _stretch_of_year,
        "the first nine months of the year",
    ),
    Rule(
        "a stretch of time",
        heads(
            words(
                "past last next coming following previous preceding subsequent ensuing prior first "
                "opening early initial final closing dying recent intervening"
            )
        ),
        rf"{_STRETCH}{GAP}(?:{AMOUNT}{_HALVES}{HYPHEN})?(?:{_ADJECTIVE}{GAP})?{LENGTH_UNIT}(?!"
        rf"{GAP}(?:later|earlier|ago)\b)",
        _stretch,
        "the past two years",
    ),
    Rule(
        "a length as an adjective",
        heads(
            "days",
            "day",
            "weeks",
            "week",
            "months",
            "month",
            "years",
            "year",
            "decades",
            "decade",
            "hours",
            "hour",
            "century",
            "centuries",
        ),
        rf"{LENGTH_UNIT}{HYPHEN}(?P<long>long|old)",
        lambda match: Length(
            None if match["unit"].lower().endswith("s") else 1,
            unit_of(match)[0],
            age=match["long"].lower() == "old",
        ),
        "a months-long siege",
    ),
    Rule("a set, as an adverb", heads(_SETS), rf"(?P<set>{any_of(_SETS)})", _adverb, "daily"),
    Rule(
        "a set with every",
        heads("every", "each"),
        rf"(?:every|each){GAP}(?:(?:single|and{GAP}every|passing){GAP})?(?P<other>(?:other"
        rf"|second){GAP})?"
        rf"(?:{FULL_WEEKDAY}|{FULL_MONTH}|{SEASON}|(?:{AMOUNT}{GAP})?{LENGTH_UNIT})",
        _every,
        "every day",
    ),
    Rule(
        "a weekday that comes back",
        heads([f"{name}s" for name in WEEKDAYS]),
        rf"(?P<weekday>{any_of(WEEKDAYS)})s",
        lambda match: Repeat(1, fields=Fields(weekday=weekday_of(match))),
        "on Mondays",
    ),
    Rule("a rate", heads("per"), rf"per{GAP}{LENGTH_UNIT}", _per, "per month"),
)
