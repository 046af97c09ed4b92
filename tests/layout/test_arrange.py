import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.arrange import (
    CROWD,
    Folding,
    Setting,
    arrange,
    row_place,
    stack_height,
)
from izium_timeline.layout.bands import main_range, whole_range
from izium_timeline.layout.columns import Columns
from izium_timeline.layout.index import ROW_LIMIT, index
from izium_timeline.layout.picture import BAR, ROW, Label, Picture
from izium_timeline.layout.scale import Scale
from tests.layout.made import columns, izium, some_columns

_TALL = 5000.0


def _scale(first: float, last: float, width: float = 1000.0, height: float = _TALL) -> Scale:
    return Scale(first, (last - first) / width, width, height)


def _overlapping(labels: tuple[Label, ...]) -> list[tuple[Label, Label]]:
    by_row: dict[float, list[Label]] = {}
    for label in sorted(labels, key=lambda label: label.left):
        by_row.setdefault(label.top, []).append(label)
    return [
        (one, other)
        for row in by_row.values()
        for one, other in zip(row[:-1], row[1:], strict=True)
        if one.right > other.left
    ]


@pytest.mark.parametrize("zoom", range(20))
@pytest.mark.parametrize("width", [480.0, 1440.0])
def test_no_label_of_izium_overlaps_another(zoom: int, width: float) -> None:
    chronology, made = izium()
    whole = whole_range(made)
    liberation = 738_408.0
    assert whole is not None
    days = (whole[1] - whole[0]) ** (1 - zoom / 19)
    scale = _scale(liberation - days / 2, liberation + days / 2, width)
    picture = arrange(index(made), scale, None, Setting(chronology.phases))
    assert not _overlapping(picture.labels)
    for label in picture.labels:
        assert 0 <= label.left < label.right <= width
        assert label.pill or label.title


@given(some_columns(), st.integers(-30, 80), st.integers(1, 120))
def test_labels_never_overlap(made: Columns, first: int, days: int) -> None:
    picture = arrange(index(made), _scale(first, first + days, 300.0))
    assert not _overlapping(picture.labels)


@given(some_columns(), st.integers(-30, 80), st.integers(1, 120))
def test_the_marks_are_the_bundles_in_view(made: Columns, first: int, days: int) -> None:
    found = index(made)
    marks = arrange(found, _scale(first, first + days)).marks
    touching = (found.start < first + days) & (found.end > first)
    assert sorted(marks.bundle.tolist()) == np.flatnonzero(touching).tolist()


@given(some_columns(), st.integers(-30, 80), st.integers(1, 120))
def test_every_event_is_a_mark_or_in_a_count(made: Columns, first: int, days: int) -> None:
    picture = arrange(index(made), _scale(first, first + days))
    for box in picture.boxes:
        inside = [mark.size for mark in picture.marks.each if box.top <= mark.top < box.bottom]
        assert sum(inside) + box.before + box.after + box.beyond == box.count


def test_an_event_keeps_its_row_at_any_zoom() -> None:
    _, made = izium()
    found = index(made)
    tops: dict[int, set[float]] = {}
    for days in (1.0, 10.0, 100.0, 1000.0, 40_000.0):
        marks = arrange(found, _scale(738_408 - days / 2, 738_408 + days / 2)).marks
        for mark in marks.each:
            tops.setdefault(mark.bundle, set()).add(mark.top)
    assert all(len(seen) == 1 for seen in tops.values())


def test_a_search_moves_no_row_and_leaves_no_event_out() -> None:
    _, made = izium()
    found, scale = index(made), _scale(738_200, 738_900)
    hits = np.arange(len(made)) % 7 == 0
    plain, searched = arrange(found, scale).marks, arrange(found, scale, hits).marks
    assert searched.bundle.tolist() == plain.bundle.tolist()
    assert searched.top.tolist() == plain.top.tolist()
    assert 0 < np.count_nonzero(searched.hit) < len(searched)


@given(some_columns(), st.integers(2, 9))
def test_hits_alone_are_drawn_where_they_stood(made: Columns, every: int) -> None:
    found, scale = index(made), _scale(-30, 90)
    hits = np.arange(len(made)) % every == 0
    dimmed = arrange(found, scale, hits)
    alone = arrange(found, scale, hits, Setting(hits_alone=True))
    assert alone.height == dimmed.height
    places = [
        {mark.bundle: mark.top for mark in picture.marks.each if mark.hit}
        for picture in (dimmed, alone)
    ]
    assert places[0] == places[1]
    assert alone.marks.hit.all()
    assert [label.title for label in alone.labels] == [label.title for label in dimmed.labels]
    for density in alone.densities:
        assert density.hits is not None
        assert (density.counts == density.hits).all()


def test_a_bundle_with_a_hit_speaks_through_it_and_says_how_many() -> None:
    made = columns([(0, 9)] * 3, salience=[0, 1, 2])
    hits = np.array([False, False, True])
    picture = arrange(index(made), _scale(0, 10), hits)
    assert picture.marks.lead.tolist() == [2]
    assert [(label.pill, label.title) for label in picture.labels] == [("1/3", "Event number 2")]


def test_a_bundle_that_is_lit_as_a_whole_says_its_size_alone() -> None:
    picture = arrange(index(columns([(0, 9)] * 3)), _scale(0, 10), np.ones(3, np.bool_))
    assert [label.pill for label in picture.labels] == ["3"]


def test_core_labels_win_where_room_is_short() -> None:
    made = columns([(0, 4), (4, 9)], salience=[2, 0], titles=["A" * 20, "B" * 9])
    picture = arrange(index(made), _scale(0, 10, 150.0))
    assert [label.title[:1] for label in picture.labels] == ["B"]


def test_a_bar_wider_than_the_view_keeps_its_label_in_view() -> None:
    picture = arrange(index(columns([(0, 1000)])), _scale(400, 410))
    assert [(label.left >= 0, label.full) for label in picture.labels] == [(True, True)]


def test_an_exact_day_is_a_dot_and_a_window_of_a_day_is_none() -> None:
    made = columns([(0, 1), (2, 3)], extent=[0, 2])
    assert arrange(index(made), _scale(0, 5)).marks.form.tolist() == [0, 2]


@pytest.mark.parametrize("first", [0.1, 0.4, 0.7, -0.4])
def test_half_a_day_in_view_does_not_move_its_dot(first: float) -> None:
    scale = _scale(first, first + 0.8)
    picture = arrange(index(columns([(0, 1)], extent=[0])), scale)
    (mark,) = picture.marks.each
    assert mark.middle == pytest.approx(scale.x(0.5))
    assert len(picture.labels) == 1
    assert 0 <= picture.labels[0].left < 1000


def test_a_crowd_is_drawn_as_density_that_counts_every_event() -> None:
    count = CROWD + 1
    made = columns([(day, day + 1) for day in range(count)])
    picture = arrange(index(made), _scale(0, count, float(count)))
    assert len(picture.marks) == 0
    (density,) = picture.densities
    assert density.crowd
    assert density.counts.sum() == count
    assert density.most == 1


def test_what_lies_beyond_the_rows_is_counted_at_the_groups_foot() -> None:
    made = columns([(0, 100 + day) for day in range(20)])
    picture = arrange(index(made), _scale(0, 50))
    (density,) = picture.densities
    assert not density.crowd
    assert set(density.counts[0].tolist()) == {20 - ROW_LIMIT}
    assert picture.boxes[0].beyond == 20 - ROW_LIMIT
    assert density.top + density.height <= picture.boxes[0].bottom


def test_a_folded_group_is_a_strip_with_all_its_events() -> None:
    made = columns([(0, 5), (2, 9)])
    folding = Folding(folded=frozenset(["attack"]))
    picture = arrange(index(made), _scale(0, 10), None, Setting(folding=folding))
    assert len(picture.marks) == 0
    assert picture.densities[0].counts.max() == 2
    assert picture.height < arrange(index(made), _scale(0, 10)).height


def test_groups_stand_in_the_order_asked_for() -> None:
    made = columns([(0, 5), (2, 9)], category=[0, 1])
    setting = Setting(folding=Folding(order=("occupation", "attack")))
    picture = arrange(index(made), _scale(0, 10), None, setting)
    assert [box.name for box in picture.boxes] == ["occupation", "attack"]


def test_only_what_is_scrolled_into_view_is_arranged() -> None:
    _, made = izium()
    found = index(made)
    whole = arrange(found, _scale(738_200, 738_900))
    part = Scale(738_200, 0.7, 1000, 100, scroll=300)
    seen = arrange(found, part).marks
    assert 0 < len(seen) < len(whole.marks)
    assert all(-ROW < top < 100 for top in seen.top.tolist())
    assert stack_height(found, Folding()) == whole.height


def test_the_place_of_an_event_is_where_its_mark_is() -> None:
    _, made = izium()
    found = index(made)
    marks = arrange(found, _scale(698_000, 739_000)).marks
    for mark in marks.each:
        assert row_place(found, Folding(), mark.lead) == mark.top


def _picture(made: Columns, scale: Scale) -> Picture:
    return arrange(index(made), scale, np.ones(len(made), np.bool_))


@pytest.mark.parametrize("size", [(1.0, 1.0), (0.25, 3.0), (5000.0, 1.0)])
def test_no_size_and_no_chronology_makes_it_fail(size: tuple[float, float]) -> None:
    day = [(10.0, 11.0)] * 400
    for made in (
        columns([]),
        columns(day),
        columns([(-1_095_000.0, 0.0), *day]),
        columns([(-np.inf, 4.0), (4.0, np.inf)]),
    ):
        for days in (0.1, 1.0, 1e6):
            picture = _picture(made, Scale(10.0, days / size[0], *size))
            assert len(picture.labels) <= len(picture.marks)


def test_izium_at_first_sight_labels_the_liberation() -> None:
    chronology, made = izium()
    main = main_range(made, chronology.phases)
    assert main == (738_215.0, 738_917.0)
    picture = arrange(index(made), _scale(*main, 800.0), None, Setting(chronology.phases))
    titles = [label.title for label in picture.labels]
    assert any(title.startswith("Ukrainian military raises the yellow-blue") for title in titles)
    assert {label.bottom - label.top for label in picture.labels} == {BAR - 1}
