"""The window onto time: which day lies at which pixel."""

import math
from dataclasses import dataclass, replace

SHORTEST = 1 / 24  # days across the view: an hour
LONGEST = 40_000_000.0  # days across the view: a little over a hundred thousand years
FURTHEST = 400_000_000.0  # days from day 1 either way, so that a float keeps its minutes


@dataclass(frozen=True, slots=True)
class Scale:
    """What is in view: ``first`` is the day at x = 0, ``per_pixel`` days a logical pixel.

    ``width`` and ``height`` are the lanes' viewport in logical pixels, ``scroll`` how far
    the lanes are scrolled down, ``ratio`` the device pixels of a logical one. Raises
    ValueError for what no window can show (not finite, or not above zero).
    """

    first: float
    per_pixel: float
    width: float
    height: float
    scroll: float = 0.0
    ratio: float = 1.0

    def __post_init__(self) -> None:
        sizes = (self.per_pixel, self.width, self.height, self.ratio)
        if not all(map(math.isfinite, (self.first, self.scroll, *sizes))):
            raise ValueError("a scale needs finite numbers")
        if min(sizes) <= 0:
            raise ValueError("a scale needs sizes above zero")

    @property
    def days(self) -> float:
        """Days across the view."""
        return self.per_pixel * self.width

    @property
    def last(self) -> float:
        """The day at the right edge, exclusive."""
        return self.first + self.days

    def x(self, day: float) -> float:
        """The logical pixel of a day."""
        return (day - self.first) / self.per_pixel

    def day(self, x: float) -> float:
        """The day, with its fraction, at a logical pixel."""
        return self.first + x * self.per_pixel

    def zoomed(self, factor: float, x: float) -> "Scale":
        """The scale with ``factor`` times the pixels a day; the day at ``x`` stays there."""
        days = min(max(self.days / factor, SHORTEST), LONGEST)
        per_pixel = days / self.width
        return replace(self, first=_clamp(self.day(x) - x * per_pixel), per_pixel=per_pixel)

    def panned(self, pixels: float) -> "Scale":
        """The scale moved to the right by so many pixels."""
        return replace(self, first=_clamp(self.first + pixels * self.per_pixel))

    def sized(self, width: float, height: float, ratio: float) -> "Scale":
        """The same days in a viewport of another size."""
        width = max(1.0, width)
        return replace(
            self,
            per_pixel=min(max(self.days, SHORTEST), LONGEST) / width,
            width=width,
            height=max(1.0, height),
            ratio=ratio,
        )

    def showing(self, first: float, last: float, margin: float = 0.0) -> "Scale":
        """The scale that shows the days from first to last, with a share of them as margin."""
        first, last = float(first), float(last)  # NumPy's floats are slower by far
        days = min(max((last - first) * (1 + 2 * margin), SHORTEST), LONGEST)
        middle = (first + last) / 2
        return replace(self, first=_clamp(middle - days / 2), per_pixel=days / self.width)


def _clamp(day: float) -> float:
    return min(max(day, -FURTHEST), FURTHEST)
