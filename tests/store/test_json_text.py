"""The text of a chronology file, against the standard library's own."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.store.json_text import json_pieces

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


@given(st.dictionaries(st.text(), VALUES))
def test_it_is_what_the_standard_library_writes(fields: dict[str, Any]) -> None:
    assert "".join(json_pieces(fields)) == json.dumps(fields, ensure_ascii=False, indent=1)


@given(st.lists(VALUES))
def test_an_iterator_is_written_as_a_list(items: list[Any]) -> None:
    fields = {"before": 1, "items": items, "after": []}
    lazy = {**fields, "items": iter(items)}
    assert "".join(json_pieces(lazy)) == json.dumps(fields, ensure_ascii=False, indent=1)


def test_the_items_of_an_iterator_are_taken_one_at_a_time() -> None:
    items = iter(range(100_000, 200_000))
    pieces = json_pieces({"items": items})
    assert any("100001" in piece for piece in pieces)
    assert next(items) == 100_002
