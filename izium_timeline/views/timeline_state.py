"""The timeline's last view as plain values for a JSON file, and back, trusting nothing."""

import math
from typing import Any

from izium_timeline.layout.arrange import Folding
from izium_timeline.layout.index import Grouping
from izium_timeline.layout.scale import Scale
from izium_timeline.views.timeline_stage import Stage


def stage_state(stage: Stage) -> dict[str, Any]:
    """Grouping, folding and hidden categories."""
    return {
        "grouping": stage.grouping.value,
        "folded": sorted(stage.folding.folded),
        "order": list(stage.folding.order),
        "hidden": sorted(stage.hidden),
    }


def restore_stage(stage: Stage, state: dict[str, Any]) -> None:
    """Take these values; what is missing or makes no sense keeps its usual one."""
    grouping = state.get("grouping")
    stage.group_by(Grouping(grouping) if grouping in list(Grouping) else Grouping.CATEGORY)
    stage.folding = Folding(frozenset(_names(state.get("folded"))), _names(state.get("order")))
    stage.hide(frozenset(_names(state.get("hidden"))))


def view_state(scale: Scale, playhead: float | None) -> dict[str, Any]:
    """The days in view, the scroll and the playhead."""
    return {
        "first": scale.first,
        "last": scale.last,
        "scroll": scale.scroll,
        "playhead": playhead,
    }


def number(value: object) -> float | None:
    """A finite number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def _names(value: object) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()
