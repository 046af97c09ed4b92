"""Pictures that the timeline is compared with.

    python -m tests.timeline.golden

paints them anew; look at each before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.edtf import parse_edtf
from izium_timeline.model.event import (
    Anchor,
    Basis,
    Event,
    Evidence,
    Extent,
    Status,
    Verdict,
    Voice,
)
from izium_timeline.store.categories import load_categories
from izium_timeline.store.open import open_chronology
from izium_timeline.views import theme as themes
from izium_timeline.views.event_model import EventModel
from izium_timeline.views.theme import make_theme
from izium_timeline.views.timeline import TimelineView
from tests.benchmarks.synthetic import synthetic

FOLDER = Path(__file__).parent / "golden"
_SIZE = QSize(720, 400)
_LIBERATION = 738_408

Change = Callable[[TimelineView], object]


def _event(number: int, date: str, extent: Extent, **more: object) -> Event:
    edtf = parse_edtf(date)
    return Event(
        id=f"E{number:03}",
        title=f"Event of {date}, number {number}",
        edtf=edtf,
        bounds=edtf.bounds(),
        extent=extent,
        basis=Basis.STATED,
        reason="It is written so.",
        category=("attack", "occupation", "liberation")[number // 10 % 3],
        **{"status": Status.REVIEWED, **more},  # type: ignore[arg-type]
    )


def _made(*events: Event) -> Chronology:
    return Chronology("Made", events)


def _izium() -> Chronology:
    return open_chronology(None)


def _signs() -> Chronology:
    """Every extent and status in every voice, each with days of its own."""
    dates = ("2022-09-{:02}", "2022-09-{:02}/2022-09-29", "2022-09-{:02}/2022-10-02")
    extents = (Extent.INSTANT, Extent.SPAN, Extent.WINDOW)
    events = [
        _event(100 * voice + 10 * kind + status, form.format(3 + 4 * voice + status), extent,
               voice=list(Voice)[voice], status=(Status.REVIEWED, Status.CANDIDATE)[status])
        for voice in range(len(Voice))
        for kind, (form, extent) in enumerate(zip(dates, extents, strict=True))
        for status in range(2)
    ]  # fmt: skip
    ends = [_event(900, "../2022-09-15", Extent.WINDOW), _event(903, "2022-09-18/..", Extent.SPAN)]
    return _made(*events, *ends, _event(906, "2022-09-25~", Extent.SPAN))


def _doubts() -> Chronology:
    """A dot, a bar and a fading bar with each verdict; a dot and a bar wait for review, too."""
    dates = ("2022-09-{:02}", "2022-09-{:02}/2022-09-28", "2022-09-{:02}/2022-10-01")
    extents = (Extent.INSTANT, Extent.SPAN, Extent.WINDOW)
    return _made(*(
        _event(100 * place + 10 * kind, form.format(4 + 4 * place), extent,
               status=(Status.REVIEWED, Status.CANDIDATE)[place % 2], evidence=(_quoted(verdict),))
        for place, verdict in enumerate(Verdict)
        for kind, (form, extent) in enumerate(zip(dates, extents, strict=True))
    ))  # fmt: skip


def _quoted(verdict: Verdict) -> Evidence:
    placed = verdict in (Verdict.EXACT, Verdict.MOVED, Verdict.ALTERED)
    anchor = Anchor(verdict, 0, 5) if placed else Anchor(verdict)
    return Evidence("a.txt", "Words", 0, 5, anchor=anchor)


def _days(first: float, last: float) -> Change:
    return lambda view: view.show_range(first, last)


def _hits(view: TimelineView) -> None:
    view.set_hits(np.arange(162) % 6 == 0)
    view.set_span((_LIBERATION - 100, _LIBERATION + 100))


def _fold(view: TimelineView) -> None:
    for name in ("attack", "liberation"):
        view.stage.fold(name)
    view.refresh()


def _select(view: TimelineView) -> None:
    events = view.stage.chronology.events
    model = EventModel(view)
    model.set_chronology(view.stage.chronology)
    selection = QItemSelectionModel(model, view)
    view.set_selection_model(selection)
    row = next(r for r, e in enumerate(events) if e.title.startswith("Ukrainian military raises"))
    flags = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(model.index(row, 0), flags.ClearAndSelect | flags.Rows)


def _nothing(_view: TimelineView) -> None:
    pass


def _old() -> Chronology:
    days = [_event(n, f"2022-09-{n:02}", Extent.INSTANT) for n in range(1, 29)]
    return _made(_event(50, "-0977", Extent.WINDOW), *days)


def _one_day() -> Chronology:
    return _made(*(_event(n, "2022-09-10", Extent.INSTANT) for n in range(60)))


CASES: dict[str, tuple[Callable[[], Chronology], Change]] = {
    "whole": (_izium, _nothing),
    "selected": (_izium, _select),
    "everything": (_izium, lambda view: view.fit_all()),
    "everything-late": (_izium, _days(_LIBERATION - 400, _LIBERATION + 30)),
    "september": (_izium, _days(_LIBERATION - 10, _LIBERATION + 21)),
    "week": (_izium, _days(_LIBERATION - 3, _LIBERATION + 4)),
    "day": (_izium, _days(_LIBERATION, _LIBERATION + 1)),
    "hits": (_izium, _hits),
    "folded": (_izium, _fold),
    "documents": (_izium, lambda view: view.set_grouping("document")),
    "places": (_izium, lambda view: view.set_grouping("place")),
    "ungrouped": (_izium, lambda view: view.set_grouping("none")),
    "signs": (_signs, _days(_LIBERATION - 6, _LIBERATION + 26)),
    "doubts": (_doubts, _days(_LIBERATION - 8, _LIBERATION + 26)),
    "empty": (_made, _nothing),
    "one-day": (_one_day, _nothing),
    "three-thousand-years": (_old, lambda view: view.fit_all()),
}
DARK = ("selected", "signs", "hits", "doubts")
NARROW = {"narrow": QSize(200, 300), "low": QSize(720, 64), "one-pixel": QSize(720, 1)}


def draw(name: str) -> QImage:
    """Paint a case."""
    change: Change
    if name in ("crowd", "crowd-near"):
        chronology, change = Chronology("Crowd"), _nothing
        columns: Columns | None = synthetic(20_000)
        change = _days(738_200, 738_206) if name == "crowd-near" else _nothing
    else:
        make, change = CASES.get(name.removesuffix("-dark"), CASES["whole"])
        chronology = make()
        columns = columns_of(chronology, load_categories())
    view = TimelineView(make_theme(load_categories(), dark=name.endswith("-dark")))
    view.setMinimumSize(0, 0)
    size = NARROW.get(name, _SIZE)
    view.resize(size)
    view.set_grouping("place" if name.startswith("crowd") else "category")
    view.set_chronology(chronology, columns)
    change(view)
    image = QImage(size, QImage.Format.Format_RGB32)
    view.render(image, QPoint())
    return image


NAMES = (*CASES, *(f"{name}-dark" for name in DARK), *NARROW, "crowd", "crowd-near")


def use_one_font() -> None:
    """The pictures are painted with the font that every Linux with fontconfig has."""
    themes.FAMILIES = ("DejaVu Sans",)  # type: ignore[assignment]


if __name__ == "__main__":
    application = QApplication([])
    use_one_font()
    FOLDER.mkdir(exist_ok=True)
    for case in NAMES:
        draw(case).save(str(FOLDER / f"{case}.png"))
