"""Articles that nobody wrote: as many as are asked for, of some five kilobytes each.

Every article has a title, a line that says when it was published, and paragraphs of sentences of
the kinds that reports are made of; about every third sentence carries a date. Equal numbers give
equal articles.
"""

import random
from datetime import date, timedelta
from pathlib import Path

SIZE = 5_000  # bytes, about
_FIRST = date(2022, 3, 1)
_DAYS = 700

_PLACES = (
    "Izium",
    "Kharkiv",
    "Balakliia",
    "Kupiansk",
    "Lyman",
    "Chuhuiv",
    "Barvinkove",
    "Savyntsi",
)
_WHO = (
    "Residents", "Volunteers", "The city council", "Police officers", "Rescue workers",
    "The regional administration", "Doctors at the hospital", "Engineers", "Teachers",
)  # fmt: skip
_WHAT = (
    "repaired the water main on the left bank", "counted the houses that had lost their roofs",
    "opened a heating point in the library", "found unexploded shells beside the railway",
    "brought bread and medicine to the villages", "recorded the names of those who had stayed",
    "restored the power line to the hospital", "cleared the rubble from the school yard",
    "took shelter in the cellars of the old factory", "buried the dead at the edge of the forest",
    "rebuilt the bridge over the Donets", "handed over the lists to the prosecutor",
)  # fmt: skip
_THEN = (
    "Nobody knew how long the stores would last.", "The market stayed closed for most of the week.",
    "Many of the windows are still covered with plastic.", "The road to the north was mined.",
    "People cooked on open fires in the yards.", "There was no connection in the whole district.",
    "The older houses suffered most, the mayor said.", "Help came from the neighbouring towns.",
    "What remained of the archive was carried into the museum.", "The queue reached the square.",
)  # fmt: skip


def article(number: int) -> str:
    """The article of that number."""
    dice = random.Random(number)
    published = _FIRST + timedelta(days=dice.randrange(_DAYS))
    place = dice.choice(_PLACES)
    lines = [f"{place}, {number + 1} days of reports", f"Published: {_day(published)}", ""]
    length = 0
    while length < SIZE:
        paragraph = " ".join(_sentence(dice, published) for _ in range(dice.randrange(3, 7)))
        lines += [paragraph, ""]
        length += len(paragraph) + 2
    return "\n".join(lines)


def write_articles(folder: Path, count: int) -> int:
    """Write so many articles into a folder; returns how many bytes they have."""
    texts = (article(number).encode() for number in range(count))
    return sum((folder / f"{number:06}.txt").write_bytes(text) for number, text in enumerate(texts))


def _sentence(dice: random.Random, published: date) -> str:
    if dice.random() < 0.6:
        return dice.choice(_THEN)
    who, what, place = dice.choice(_WHO), dice.choice(_WHAT), dice.choice(_PLACES)
    return f"{_when(dice, published)} {who[0].lower()}{who[1:]} in {place} {what}."


def _when(dice: random.Random, published: date) -> str:
    day = published - timedelta(days=dice.randrange(2, 300))
    return dice.choice(
        (
            f"On {_day(day)},",
            f"On {day:%B} {day.day},",
            f"In {day:%B %Y},",
            f"Between {day:%B} and {published:%B %Y},",
            f"Since {day:%B %Y},",
            f"Last {published - timedelta(days=3):%A},",
            f"{dice.choice(('Two', 'Three', 'Five'))} weeks after the evacuation,",
            "Soon after the liberation of Izium on 10 September 2022,",
            f"{dice.choice(('Two', 'Four'))} days after the liberation of Izium",
            f"By the end of {day:%B},",
            "Yesterday",
            "In the autumn of 2022,",
        )
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
