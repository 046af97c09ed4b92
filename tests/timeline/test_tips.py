from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from izium_timeline.layout.columns import columns_of
from izium_timeline.model.chronology import Chronology
from izium_timeline.model.days import day_number, iso_day
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
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.timeline import TimelineView
from izium_timeline.views.timeline_words import event_tip, rich
from tests.timeline.conftest import Shown


def _event(number: int, first: str, last: str) -> Event:
    edtf = parse_edtf(f"{first}/{last}")
    return Event(
        id=f"E{number:04}",
        title=f"Event {number}",
        edtf=edtf,
        bounds=edtf.bounds(),
        extent=Extent.WINDOW,
        basis=Basis.STATED,
        reason="It is written so.",
        category="attack",
        status=Status.REVIEWED,
    )


def _tip(view: TimelineView, x: float, y: float) -> str:
    return view.tip(QPointF(x, y))


def test_a_mark_tells_its_date_its_title_and_why(shown: Shown, qtbot: QtBot) -> None:
    shown.rest(qtbot)
    picture = shown.view.picture
    row = shown.row("Unity Day")
    label = next(one for one in picture.labels if picture.marks.lead[one.mark] == row)
    text = _tip(shown.view, GUTTER + label.text_left + 2, HEADER + label.top + 5)
    assert text.splitlines()[:2] == ["22 Jan 2023", shown.chronology.events[row].title]
    assert shown.chronology.events[row].reason in text


def test_a_group_says_why_some_of_its_events_are_lit(shown: Shown) -> None:
    view = shown.view
    name = QPointF(40, HEADER + 12)
    assert "of them" not in view.tip(name).splitlines()[0]
    view.set_hits(np.ones(len(shown.columns), np.bool_))
    assert view.tip(name).splitlines()[0].endswith(" of them found")
    view.set_playhead(738_600)
    view.set_fading(True)
    assert view.tip(name).splitlines()[0].endswith(" of them found and reported by then")
    view.set_hits(None)
    assert view.tip(name).splitlines()[0].endswith(" of them reported by then")


def test_a_claim_names_who_claims_it(shown: Shown) -> None:
    events = shown.chronology.events
    claim = next(e for e in events if e.voice is Voice.CLAIMED and e.claimed_by)
    assert f"claimed by {claim.claimed_by}" in event_tip(claim)


def test_a_bundle_lists_what_it_holds(shown: Shown, qtbot: QtBot) -> None:
    shown.rest(qtbot)
    picture = shown.view.picture
    row = shown.row("Checkpoints stand")
    label = next(one for one in picture.labels if picture.marks.lead[one.mark] == row)
    lines = _tip(shown.view, GUTTER + label.left + 2, HEADER + label.top + 5).splitlines()
    assert lines[0].startswith("9 events, ")
    assert lines[-1] == "and 3 more"


def test_a_header_says_what_lies_outside_the_view(shown: Shown) -> None:
    shown.view.show_range(738_300, 738_310)
    text = _tip(shown.view, 30, HEADER + 20)
    assert "Attack: 16 events" in text
    assert "later than what is in view" in text


def test_a_phase_too_narrow_for_its_name_tells_it(shown: Shown) -> None:
    x = GUTTER + shown.view.scale.x(738_225)
    assert _tip(shown.view, x, 20).splitlines()[-1] == "Shelling"


def test_the_legend_explains_its_shapes(shown: Shown) -> None:
    entries = shown.view.legend.entries
    top = HEADER + shown.view.picture.scale.height
    told = {e.text: _tip(shown.view, e.left + 2, top + e.top + 2) for e in entries}
    assert told["sometime within"].startswith("A thin bar that fades")
    assert told["attack"] == "Show or hide attack"


def test_markup_in_a_document_stays_text() -> None:
    assert rich("<b>7 & 8</b>\nnext") == "<p>&lt;b&gt;7 &amp; 8&lt;/b&gt;<br>next</p>"
    assert rich("") == ""


@pytest.fixture
def crowded(shown: Shown) -> TimelineView:
    """Forty events that overlap, and many that do not, all of one category."""
    events = [_event(n, f"2022-03-{1 + n % 28:02}", f"2022-{6 + n // 28:02}-01") for n in range(40)]
    days = [iso_day(day_number(2023) + n) for n in range(330)]
    events += [_event(100 + n, day, day) for n, day in enumerate(days)]
    chronology = Chronology("Crowded", tuple(events))
    shown.view.set_chronology(chronology, columns_of(chronology, load_categories()))
    return shown.view


def test_a_density_says_what_a_column_holds(crowded: TimelineView) -> None:
    density = crowded.picture.densities[0]
    assert density.counts[:, 60].sum() > 0
    text = _tip(crowded, GUTTER + 60, HEADER + density.top + density.height - 2)
    count = int(density.counts[:, 60].sum())
    assert text.splitlines()[0].startswith(f"{count} event")
    assert text.splitlines()[1] == f"attack: {count}"


def test_a_click_on_a_crowd_zooms_into_it(crowded: TimelineView, qtbot: QtBot) -> None:
    density, days = crowded.picture.densities[0], crowded.scale.days
    assert density.crowd
    at = QPointF(GUTTER + 400, HEADER + density.top + density.height - 2).toPoint()
    QTest.mouseClick(crowded, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: crowded.at_rest)
    assert crowded.scale.days < days / 4


def test_a_click_on_the_strip_opens_the_group_in_full_and_again_closes_it(
    crowded: TimelineView,
) -> None:
    crowded.show_range(738_215, 738_300)
    strip = crowded.picture.densities[0]
    assert not strip.crowd
    rows = crowded.stage.index.groups[0].rows
    at = QPointF(GUTTER + 200, HEADER + strip.top + 3).toPoint()
    QTest.mouseClick(crowded, Qt.MouseButton.LeftButton, pos=at)
    opened = crowded.stage.index.groups[0]
    assert opened.rows > rows == 12
    assert opened.beyond.count == 0
    QApplication.processEvents()
    header = crowded.picture.boxes[0]
    QTest.mouseClick(
        crowded, Qt.MouseButton.LeftButton, pos=QPointF(30, HEADER + header.top + 20).toPoint()
    )
    assert crowded.stage.index.groups[0].rows == 12


def test_rows_of_an_open_group_are_those_it_had(crowded: TimelineView) -> None:
    crowded.show_range(738_215, 738_300)
    leads = {mark.lead: mark.top for mark in crowded.picture.marks.each}
    crowded.stage.open_in_full("attack")
    crowded.refresh()
    after = {mark.lead: mark.top for mark in crowded.picture.marks.each}
    assert leads
    assert all(after[lead] == top for lead, top in leads.items())


def test_choosing_an_event_opens_the_group_that_hides_it(crowded: TimelineView) -> None:
    beyond = crowded.stage.index.groups[0].beyond.layers[0].by_start
    hidden = int(beyond[0])
    assert crowded.stage.uncover(hidden)
    crowded.refresh()
    assert crowded.stage.index.groups[0].full
    assert not crowded.stage.uncover(hidden)
    crowded.stage.fold("attack")
    assert crowded.stage.uncover(hidden)
    assert not crowded.stage.folding.folded


def test_an_event_whose_quote_is_in_doubt_says_so() -> None:
    lost = Evidence("a.txt", "Words", 0, 5, anchor=Anchor(Verdict.LOST))
    assert "quote lost" in event_tip(
        replace(_event(1, "2022-09-01", "2022-09-02"), evidence=(lost,))
    )
