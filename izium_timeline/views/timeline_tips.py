"""What a rest of the pointer tells, wherever it rests."""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF

from izium_timeline.layout.legend import Entry
from izium_timeline.layout.picture import Density, Picture
from izium_timeline.layout.touch import Part, Target
from izium_timeline.views.event_dates import day_text
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.timeline_stage import Stage
from izium_timeline.views.timeline_words import box_tip, density_tip, mark_tip


class Place(NamedTuple):
    """Where the pointer rests: its point in the widget, and what lies there."""

    at: QPointF
    target: Target
    entry: Entry | None
    over_date: bool


def tip_at(stage: Stage, picture: Picture, place: Place, playhead: float | None) -> str:
    """The tooltip of a place, "" for none."""
    if place.entry is not None:
        shape = place.entry.shape
        return shape.tip if shape else f"Show or hide {place.entry.text}"
    if place.over_date and playhead is not None:
        day = math.floor(playhead)
        count = len(stage.index.holding(day, day + 1))
        return f"{day_text(day)}: {count} events hold or may hold; click to list them"
    if place.at.y() < HEADER:
        return _ruler_tip(picture, place.at.x() - GUTTER)
    handler = _TIPS.get(place.target.part)
    return handler(stage, picture, place) if handler is not None else ""


def _ruler_tip(picture: Picture, x: float) -> str:
    """The day, and the phases that it lies in, whose names may have had no room."""
    if x < 0:
        return ""
    names = [band.name for band in picture.bands if band.left <= x < band.right]
    return "\n".join([day_text(math.floor(picture.scale.day(x))), *names])


def _mark_tip(stage: Stage, picture: Picture, place: Place) -> str:
    return mark_tip(stage.chronology, stage.index, picture, place.target.mark)


def _header_tip(stage: Stage, picture: Picture, place: Place) -> str:
    box = next(box for box in picture.boxes if box.group == place.target.group)
    return box_tip(box, stage.name_of(box.name), stage.lit_word)


def _density_tip(stage: Stage, picture: Picture, place: Place) -> str:
    """What the column under the pointer holds."""
    density = next(one for one in picture.densities if one.group == place.target.group)
    x = min(max(0.0, place.at.x() - GUTTER), density.counts.shape[1] - 1)
    names = stage.columns.categories
    return density_tip(_column(density, int(x), names), day_text(math.floor(picture.scale.day(x))))


def _column(density: Density, column: int, names: tuple[str, ...]) -> dict[str, int]:
    counts = density.counts[:, column].tolist()
    return {names[code]: count for code, count in zip(density.categories, counts, strict=True)}


_TIPS: dict[Part, Callable[[Stage, Picture, Place], str]] = {
    Part.MARK: _mark_tip,
    Part.HEADER: _header_tip,
    Part.STRIP: _density_tip,
    Part.CROWD: _density_tip,
}
