"""The query language: what a line means, how it prints, where it goes wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.search.mistakes import ParseError
from izium_timeline.search.parse import parse
from izium_timeline.search.query import Around, Either, Field, Not, Phrase, Query, Words


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("", Query()),
        ("flag", Query((Words(("flag",), prefix=True),))),
        ("flag ", Query((Words(("flag",)),))),
        ("libera* flag ", Query((Words(("libera",), prefix=True), Words(("flag",))))),
        ("“six months”", Query((Phrase(("six", "months")),))),
        ("-flag ", Query((Not(Words(("flag",))),))),
        ("de-occupation ", Query((Words(("de", "occupation")),))),
        ("a OR b c ", Query((Either((Words(("a",)), Words(("b",)))), Words(("c",))))),
        ("(a OR b) ", Query((Either((Words(("a",)), Words(("b",)))),))),
        ("a AND b ", Query((Words(("a",)), Words(("b",))))),
        ("or ", Query((Words(("or",)),))),
        ("place:Kharkiv ", Query((Field("place", Words(("kharkiv",))),))),
        ('Source:"Gwara Media"', Query((Field("source", Phrase(("gwara", "media"))),))),
        ("flag around:7", Query((Words(("flag",)), Around(7)))),
        ("a – b ", Query((Words(("a",)), Words(("b",))))),
    ],
)
def test_what_a_line_means(line: str, query: Query) -> None:
    assert parse(line) == query


@pytest.mark.parametrize(
    ("line", "position", "said"),
    [
        ('flag "raised', 5, "not closed"),
        ("OR flag", 0, "OR stands"),
        ("flag OR", 5, "OR stands"),
        ("a OR OR b", 5, "OR stands"),
        ("flag categry:attack", 5, "did you mean category:"),
        ("colour:red", 0, "the fields are category, place"),
        ("category:", 0, "write it like category:attack"),
        ("flag on:", 5, "write it like on:2022-09-10"),
        ("on:2022-02-31", 0, "there is no day 31"),
        ("before:yesterday", 0, "write a date like 2022-09-10"),
        ("basis:guessed", 0, "it is one of stated, resolved, inferred"),
        ("flag around:soon", 5, "write it like around:7"),
        ("flag around:-1", 5, "write it like around:7"),
        ("-around:7", 0, "stands by itself"),
        ("flag OR around:7", 8, "stands by itself"),
        ("&&&", 0, "no word"),
    ],
)
def test_a_mistake_says_where_and_what_to_write(line: str, position: int, said: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(line)
    assert caught.value.position == position
    assert f"character {position + 1}" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("flag -categry:attack", "flag -category:attack"),
        ("status:candidat3 flag", "status:candidate flag"),
        ('flag place:"Mount ', 'flag place:"Mount" '),
        ("title:flag -date:2022-09", "flag -date:2022-09"),
        ("flag -date:2022-09", "flag -on:2022-09"),
        ("on:10.09.2022 flag", "on:2022-09-10 flag"),
        ("after:10 September 2022 flag", "after:2022-09-10 flag"),
        ('-on:"spring of 2022" flag', "-on:2022-21 flag"),
        ("on:yesterday", None),
        ("colour:red", None),
        ("on:2022-02-31", None),
        ("category:", None),
    ],
)
def test_a_mistake_says_what_may_have_been_meant(line: str, mended: str | None) -> None:
    with pytest.raises(ParseError) as caught:
        parse(line)
    error = caught.value
    assert error.position < error.end
    if mended is None:
        assert error.instead is None
    else:
        assert error.instead is not None
        start, end, text = error.instead
        assert line[:start] + text + line[end:] == mended


_PIECES = st.sampled_from(
    ["flag", "Izium’s", "de-occupation", "46,000", "libera*", "-tank", '"six months"', '-"a b"']
    + ["category:attack", "-place:Kha*", 'actor:"a b"', "on:2022-09-10", "-after:2022-21", "–"]
    + [
        "before:../2022",
        "a OR b",
        "x OR -y",
        "tank OR category:attack",
        "AND",
        "during:occ",
        "around:7",
    ]
)


@given(st.lists(_PIECES, max_size=6), st.sampled_from(["", " "]))
def test_the_printed_form_means_the_same(pieces: list[str], end: str) -> None:
    try:
        query = parse(" ".join(pieces) + end)
    except ParseError:
        return
    assert parse(str(query)) == query


_SIGNS = st.sampled_from([*"ab -:*\"'(),~/.0\0\t\n–“”^{}+=%;", "OR ", "NEAR(", "on:", "place:"])


@given(st.one_of(st.text(), st.lists(_SIGNS, max_size=40).map("".join)))
def test_no_line_breaks_the_parser(line: str) -> None:
    try:
        query = parse(line)
    except ParseError:
        return
    assert parse(str(query)) == query


def test_a_line_of_ten_thousand_signs_is_read() -> None:
    assert len(parse("ab " * 3_333).clauses) == 3_333
    with pytest.raises(ParseError):
        parse('"' * 9_999)
