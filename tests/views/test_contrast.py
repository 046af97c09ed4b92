"""Every text of the pane and the list reads on its ground, in both themes."""

from itertools import product

import pytest
from PySide6.QtGui import QColor

from izium_timeline.store.categories import load_categories
from izium_timeline.views.colours import contrast, mix
from izium_timeline.views.document_pane_lights import FAINT, Lighting, Marking
from izium_timeline.views.passages import Passage, Passages
from izium_timeline.views.theme import Theme, make_theme
from tests.views.chronologies import two_reports

THEMES = [make_theme(load_categories(), dark=dark) for dark in (False, True)]
READABLE = 4.5  # WCAG 2.2, level AA, text of common size


@pytest.mark.parametrize("theme", THEMES)
def test_text_reads_on_every_light(theme: Theme) -> None:
    items = tuple(
        Passage(row, row + 1, row % 2, 0, name)
        for row, name in enumerate([*theme.categories, "unknown"])
    )
    spans = tuple((row, row + 1) for row in range(len(items)))
    marking = Marking(words=lambda _: spans, found=spans, gaps=spans)
    lighting = Lighting(two_reports(), theme, "x" * 100, Passages(items), 0, 0, marking)
    grounds = [light.ground for light in lighting.lights(0, 100) if light.ground]
    assert len(grounds) == 4 * len(items)
    for ground in grounds:
        assert contrast(theme.text, ground) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
def test_text_reads_on_every_surface(theme: Theme) -> None:
    selected = mix(theme.accent, theme.ground, 0.35)
    for text, ground in (
        *product((theme.text, theme.secondary), (theme.ground, theme.panel)),
        *product((theme.verified, theme.accent), (theme.ground, theme.panel)),
        (theme.text, theme.selected_row),
        (theme.secondary, theme.selected_row),
        (theme.text, selected),
    ):
        assert contrast(text, ground) >= READABLE, (text.name(), ground.name())


@pytest.mark.parametrize("theme", THEMES)
def test_lights_are_told_from_the_ground_and_from_each_other(theme: Theme) -> None:
    faint = {mix(colour, theme.ground, FAINT).name() for colour in theme.categories.values()}
    assert theme.passage.name() not in faint
    assert len(faint) == len(theme.categories)


def test_contrast_is_that_of_the_guideline() -> None:
    white = QColor("#ffffff")
    assert contrast(white, QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), white) == pytest.approx(4.48, abs=0.005)
