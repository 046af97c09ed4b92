"""Holidays that depend on the country, and the country that a document is about."""

import re
from collections import Counter

from izium_timeline.temporal.lazy import LazyPattern
from izium_timeline.temporal.lexicon import any_of

# Day and month of each national day, by country.
NATIONAL_DAYS = {
    "independence day": {
        "ukraine": (8, 24),
        "united states": (7, 4),
        "india": (8, 15),
        "pakistan": (8, 14),
        "poland": (11, 11),
        "finland": (12, 6),
        "mexico": (9, 16),
        "brazil": (9, 7),
        "georgia": (5, 26),
        "moldova": (8, 27),
        "kazakhstan": (12, 16),
        "belarus": (7, 3),
        "kenya": (12, 12),
        "nigeria": (10, 1),
        "ghana": (3, 6),
        "greece": (3, 25),
        "armenia": (9, 21),
        "lithuania": (2, 16),
        "estonia": (2, 24),
        "latvia": (11, 18),
        "indonesia": (8, 17),
        "philippines": (6, 12),
    },
    "unity day": {"ukraine": (1, 22), "germany": (10, 3), "russia": (11, 4)},
    "constitution day": {"ukraine": (6, 28), "poland": (5, 3), "norway": (5, 17)},
    "republic day": {"india": (1, 26), "turkey": (10, 29), "italy": (6, 2)},
    "victory day": {
        "ukraine": (5, 9),
        "russia": (5, 9),
        "belarus": (5, 9),
        "kazakhstan": (5, 9),
        "moldova": (5, 9),
    },
    "defenders day": {"ukraine": (10, 1)},
    "national day": {"china": (10, 1), "france": (7, 14), "spain": (10, 12), "canada": (7, 1)},
}
# The year from which a day has been held, where it was not always.
_SINCE = {
    ("independence day", "ukraine"): 1991,
    ("independence day", "united states"): 1777,
    ("independence day", "india"): 1947,
    ("independence day", "pakistan"): 1947,
    ("unity day", "ukraine"): 1999,
    ("unity day", "germany"): 1990,
    ("unity day", "russia"): 2005,
    ("constitution day", "ukraine"): 1996,
    ("defenders day", "ukraine"): 2014,
    ("victory day", "ukraine"): 1945,
    ("victory day", "russia"): 1945,
}
_WORDS = {
    "ukraine": "ukraine ukrainian ukrainians kyiv kharkiv",
    "united states": "america american americans u.s. washington",
    "india": "india indian indians delhi",
    "pakistan": "pakistan pakistani pakistanis islamabad",
    "poland": "poland polish poles warsaw",
    "russia": "russia russian russians moscow",
    "germany": "germany german germans berlin",
    "france": "france french paris",
    "china": "china chinese beijing",
    "mexico": "mexico mexican mexicans",
    "brazil": "brazil brazilian brazilians",
    "turkey": "turkey turkish turks ankara",
    "italy": "italy italian italians rome",
    "greece": "greece greek greeks athens",
    "georgia": "georgian georgians tbilisi",
    "moldova": "moldova moldovan moldovans",
    "belarus": "belarus belarusian belarusians minsk",
    "kenya": "kenya kenyan kenyans",
    "nigeria": "nigeria nigerian nigerians",
    "indonesia": "indonesia indonesian",
    "philippines": "philippines philippine filipino",
    "finland": "finland finnish",
    "lithuania": "lithuania lithuanian",
    "latvia": "latvia latvian",
    "estonia": "estonia estonian",
    "armenia": "armenia armenian",
    "kazakhstan": "kazakhstan kazakh",
    "norway": "norway norwegian",
    "spain": "spain spanish",
    "canada": "canada canadian",
    "ghana": "ghana ghanaian",
}
COUNTRY_OF = {word: country for country, line in _WORDS.items() for word in line.split()}
COUNTRY_OF["united states"] = "united states"
_MENTION = LazyPattern(rf"(?<!\w)(?:{any_of(COUNTRY_OF)})(?!\w)", re.IGNORECASE)
_READ = 20_000  # characters that tell what a document is about


def country_of(text: str, name: str) -> str | None:
    """The country with that holiday that a document names most often; None for none."""
    countries = Counter(COUNTRY_OF[word.lower()] for word in _MENTION.findall(text[:_READ]))
    known = NATIONAL_DAYS[name]
    ranked = [(country, count) for country, count in countries.most_common() if country in known]
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def national_day(name: str, country: str, year: int) -> tuple[int, int] | None:
    """Month and day of a country's holiday; None where it is unknown or was not yet held."""
    if year < _SINCE.get((name, country), year):
        return None
    return NATIONAL_DAYS.get(name, {}).get(country)
