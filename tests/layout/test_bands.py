import numpy as np

from izium_timeline.layout.arrange import rough_measure
from izium_timeline.layout.bands import bands, main_range, whole_range
from izium_timeline.layout.scale import Scale
from izium_timeline.model.chronology import Phase
from izium_timeline.model.interval import Interval
from tests.layout.made import columns, izium

_PHASES = (
    Phase("Occupation", Interval(10, 20), "occupation"),
    Phase("Liberation", Interval(20, 40), "liberation"),
    Phase("Day", Interval(41, 41), "attack"),
)


def test_a_shared_day_is_drawn_as_the_later_phases() -> None:
    found = bands(_PHASES, Scale(0, 0.1, 600, 10), rough_measure)
    assert [(band.name, band.left, band.right) for band in found][:2] == [
        ("Occupation", 100.0, 200.0),
        ("Liberation", 200.0, 410.0),
    ]


def test_a_name_is_shown_whole_or_not_at_all() -> None:
    found = bands(_PHASES, Scale(0, 0.1, 600, 10), rough_measure)
    assert {band.name: band.named for band in found} == {
        "Occupation": True,
        "Liberation": True,
        "Day": False,
    }


def test_ten_september_is_liberation() -> None:
    chronology, _ = izium()
    scale = Scale(738_200, 1.0, 800, 10)
    middle = scale.x(738_408.5)
    band = next(b for b in bands(chronology.phases, scale, len) if b.left <= middle < b.right)
    assert band.name == "Liberation"


def test_without_phases_a_lonely_event_does_not_press_the_others_together() -> None:
    many = [(float(day), day + 1.0) for day in range(200)]
    made = columns([(-1_095_000.0, -1_094_999.0), *many])
    assert whole_range(made) == (-1_095_000.0, 200.0)
    main = main_range(made, ())
    assert main is not None
    assert -1 <= main[0] < 10
    assert 190 < main[1] <= 200
    assert main_range(columns(many), ()) == (0.0, 200.0)


def test_a_few_asides_of_other_decades_are_left_out_of_the_story() -> None:
    story = [(738_000.0 + day, 738_001.0 + day) for day in range(0, 700, 10)]
    asides = [(701_000.0, 701_365.0), (709_000.0, 709_365.0), (725_000.0, 725_365.0)]
    open_ended = [(-np.inf, 738_300.0), (738_400.0, np.inf)]
    assert main_range(columns([*asides, *story, *open_ended]), ()) == (738_000.0, 738_691.0)


def test_open_ends_are_no_range() -> None:
    assert whole_range(columns([(-np.inf, 5.0), (7.0, np.inf)])) == (5.0, 7.0)
    assert whole_range(columns([])) is None
    assert main_range(columns([]), ()) is None
