import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.layout.scale import LONGEST, SHORTEST, Scale

_scales = st.builds(
    Scale,
    first=st.floats(-1e6, 1e6),
    per_pixel=st.floats(0.001, 100),
    width=st.floats(50, 4000),
    height=st.just(400.0),
)


@given(_scales, st.floats(0.01, 100), st.floats(0, 1))
def test_the_day_under_the_pointer_stays_there(scale: Scale, factor: float, share: float) -> None:
    x = scale.width * share
    zoomed = scale.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(scale.day(x), abs=zoomed.per_pixel / 100)
    assert SHORTEST * 0.999 <= zoomed.days <= LONGEST * 1.001


@given(_scales, st.floats(-1e4, 1e4))
def test_panning_there_and_back_is_staying(scale: Scale, pixels: float) -> None:
    back = scale.panned(pixels).panned(-pixels)
    assert back.first == pytest.approx(scale.first, abs=scale.per_pixel / 100)


@given(_scales, st.floats(-1e5, 1e5), st.floats(0.5, 1e4))
def test_a_range_that_is_shown_fills_the_view(scale: Scale, first: float, days: float) -> None:
    shown = scale.showing(first, first + days)
    assert shown.x(first) == pytest.approx(0, abs=0.01)
    assert shown.x(first + days) == pytest.approx(scale.width, abs=0.01)


def test_another_size_shows_the_same_days() -> None:
    scale = Scale(100, 0.5, 800, 300).sized(400, 0, 2.0)
    assert (scale.first, scale.days, scale.height, scale.ratio) == (100, 400.0, 1.0, 2.0)


@pytest.mark.parametrize("bad", [math.nan, math.inf, 0.0, -1.0])
def test_sizes_that_no_window_has_are_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="a scale needs"):
        Scale(0, bad, 100, 100)
    with pytest.raises(ValueError, match="a scale needs"):
        Scale(0, 1, bad, 100)
