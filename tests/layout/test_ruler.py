import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from izium_timeline.layout.arrange import rough_measure
from izium_timeline.layout.ruler import Ruler, Words, rule
from izium_timeline.layout.scale import LONGEST, SHORTEST, Scale
from izium_timeline.model.days import day_number

_WIDTH = 1000.0


def _rule(first: float, days: float, width: float = _WIDTH, *, hours: bool = True) -> Ruler:
    return rule(Scale(first, days / width, width, 400), Words(), rough_measure, hours=hours)


def _texts(ruler: Ruler) -> list[str]:
    return [tick.text for tick in ruler.ticks if tick.text]


@given(
    st.floats(-5e6, 5e6),
    st.floats(0, 1).map(lambda share: SHORTEST * (LONGEST / SHORTEST) ** share),
    st.sampled_from([1.0, 40.0, 1000.0, 3840.0]),
)
@example(first=0.0, days=134.42760422784983, width=3840.0)
def test_labels_of_the_ruler_never_touch(first: float, days: float, width: float) -> None:
    ruler = _rule(first, days, width)
    ends = [rough_measure(ruler.context)] if ruler.context else []
    for tick in ruler.ticks:
        assert -0.001 <= tick.x <= width + 0.001
        if tick.text:
            assert not ends or tick.x > ends[-1]
            ends.append(tick.x + rough_measure(tick.text))
    assert len(ruler.ticks) + len(ruler.faint) <= width / 10 + 2


@given(st.floats(-1e6, 3e6), st.floats(2.0, 1e6))
def test_some_label_says_where_one_is(first: float, days: float) -> None:
    ruler = _rule(first, days)
    assert ruler.context or _texts(ruler)


@pytest.mark.parametrize(
    ("first", "days", "context", "text"),
    [
        (day_number(2022, 9, 10) + 0.1, 1.0, "10 Sep 2022", "06:00"),
        (day_number(2022, 9, 10), 1.0, "", "10 Sep 2022"),
        (day_number(2022, 9, 8), 9.0, "Sep 2022", "Sat 10"),
        (day_number(2022, 9, 20), 21.0, "Sep 2022", "Oct"),
        (day_number(2022, 2, 20), 120.0, "Feb 2022", "Apr"),
        (day_number(2022, 2, 20), 700.0, "2022", "2023"),
        (day_number(1913), 41_000.0, "", "2000"),
        (day_number(-44) + 60, 800.0, "45 BC", "44 BC"),
        (day_number(-2999), 2_000_000.0, "", "2000"),
        (day_number(40_000), 3_000.0, "", "40005"),
    ],
)
def test_each_zoom_has_its_unit(first: float, days: float, context: str, text: str) -> None:
    ruler = _rule(first, days, hours=days == 1.0)
    assert ruler.context == context
    assert text in _texts(ruler)


def test_ticks_stand_at_the_day_that_they_name() -> None:
    first = day_number(2022, 2, 20)
    ruler = _rule(first, 120.0)
    april = next(tick for tick in ruler.ticks if tick.text == "Apr")
    assert april.x == pytest.approx((day_number(2022, 4) - first) / 120 * _WIDTH)


def test_weekends_are_shaded_where_days_can_be_told_apart() -> None:
    friday = day_number(2022, 9, 9)
    near = _rule(friday, 10.0)
    assert near.weekends[0] == pytest.approx((100.0, 300.0))
    assert _rule(friday, 400.0).weekends == ()


def test_hours_are_ruled_only_where_events_have_them() -> None:
    assert any(":00" in text for text in _texts(_rule(738_408.0, 2.0)))
    assert not any(":00" in text for text in _texts(_rule(738_408.0, 2.0, hours=False)))
