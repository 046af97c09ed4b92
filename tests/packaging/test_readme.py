"""The README keeps its word: what it shows is there, and what there is stands in it."""

import re

import pytest

from izium_timeline.app.actions import ACTIONS
from izium_timeline.cli.commands import COMMANDS
from izium_timeline.corpus.formats import FORMATS
from izium_timeline.export.rows import COLUMNS
from izium_timeline.search.fields import EXAMPLES
from tests.packaging.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_no_place_holder_is_left() -> None:
    assert "@@" not in README
    assert "TODO" not in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_it(name: str) -> None:
    assert f"izium-timeline {name} " in README


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_stands_in_it(column: str) -> None:
    table = README[README.index("| column | holds |") :]
    assert re.search(rf"\b{column}\b", table)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_stands_in_it(ending: str) -> None:
    assert f"`{ending}`" in README


@pytest.mark.parametrize("field", EXAMPLES)
def test_every_field_of_the_search_stands_in_it(field: str) -> None:
    assert f"`{field}:" in README


def test_the_keys_that_hold_everywhere_stand_in_it() -> None:
    keys = README[README.index("| key | does |") : README.index("## Command line")]
    for key in ("Ctrl+F", "Ctrl+E", "F5", "Ctrl+Shift+P", "Space", "Shift+F"):
        assert key in keys
        assert any(key in (row.shortcut, *row.keys.split(" or ")) for row in ACTIONS), key
