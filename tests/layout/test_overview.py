import numpy as np

from izium_timeline.layout.arrange import rough_measure
from izium_timeline.layout.legend import SHAPES, make_legend, shapes_used
from izium_timeline.layout.overview import BAR, make_overview, make_strip
from tests.layout.made import columns, izium


def test_the_strip_counts_what_touches_each_bar() -> None:
    chronology, made = izium()
    strip = make_strip(make_overview(made, chronology.phases), (738_300.0, 738_400.0), 600.0, None)
    for place, count in enumerate(strip.counts.tolist()):
        first, last = strip.scale.day(place * BAR), strip.scale.day((place + 1) * BAR)
        assert count == np.count_nonzero((made.start < last) & (made.end > first))
    assert strip.before == 7
    assert strip.hits is None


def test_hits_are_counted_beside_the_others() -> None:
    chronology, made = izium()
    hits = np.zeros(len(made), np.bool_)
    hits[80] = True
    overview = make_overview(made, chronology.phases)
    strip = make_strip(overview, (738_300.0, 738_400.0), 600.0, hits)
    assert strip.hits is not None
    assert strip.hits.max() == 1
    assert strip.counts.max() > 1
    alone = make_strip(overview, (738_300.0, 738_400.0), 600.0, hits, hits_alone=True)
    assert alone.counts.tolist() == strip.hits.tolist()


def test_a_view_beyond_the_story_widens_the_strip_to_everything() -> None:
    chronology, made = izium()
    overview = make_overview(made, chronology.phases)
    near = make_strip(overview, (738_300.0, 738_400.0), 600.0, None)
    far = make_strip(overview, (700_000.0, 738_400.0), 600.0, None)
    assert near.scale.days < 1000
    assert far.scale.first < 698_400
    assert far.before == 0


def test_an_empty_chronology_has_an_empty_strip() -> None:
    strip = make_strip(make_overview(columns([]), ()), (0.0, 1.0), 0.0, None)
    assert strip.counts.sum() == 0


def test_the_legend_explains_what_occurs_and_no_more() -> None:
    _, made = izium()
    words = [shape.text for shape in shapes_used(made)]
    unused = ("denied", "candidate")
    assert words == [shape.text for shape in SHAPES if shape.text not in unused]
    assert [shape.text for shape in shapes_used(columns([(0, 1)], extent=[0]))] == ["exact day"]
    doubted = columns([(0, 1), (1, 2)], extent=[0, 0], verdict=[0, 4])
    assert [shape.text for shape in shapes_used(doubted)] == ["exact day", "quote lost"]


def test_entries_of_the_legend_never_overlap_and_can_be_pointed_at() -> None:
    categories = [(code, f"category {code}") for code in range(9)]
    for width in (1.0, 300.0, 900.0, 4000.0):
        legend = make_legend(categories, SHAPES, {"category 3"}, width, rough_measure)
        for entry in legend.entries:
            assert legend.at(entry.left + 1, entry.top + 1) == entry
            assert entry.top + 20 <= legend.height
        assert [entry.text for entry in legend.entries if not entry.on] == ["category 3"]
