"""The categories that the program ships, in the order in which the story runs."""

import json

from izium_timeline.model.chronology import Category
from izium_timeline.model.resource import resource


def load_categories() -> tuple[Category, ...]:
    """The shipped categories in their order."""
    rows = json.loads(resource("resources/categories.json").read_text(encoding="utf-8"))
    return tuple(Category(row["name"], row["light"], row["dark"]) for row in rows["categories"])
