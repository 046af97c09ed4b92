from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from izium_timeline.views import theme
from tests.timeline.golden import FOLDER, NAMES, draw

_COARSE = 4  # pixels a side: letters may sit a little differently on another machine
_MEAN = 0.25  # of 255, over the picture
_WORST = 20.0  # of 255, in all but five thousandths of it: a missing label is more


def _coarse(image: QImage) -> np.ndarray:
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        max(1, image.width() // _COARSE),
        max(1, image.height() // _COARSE),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixels = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.width(), 4)
    return pixels[:, :, :3].astype(np.float64)


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_is_the_one_that_was_looked_at(
    name: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "FAMILIES", ("DejaVu Sans",))
    painted, golden = draw(name), QImage(str(FOLDER / f"{name}.png"))
    painted.save(str(tmp_path / f"{name}.png"))
    assert painted.size() == golden.size()
    apart = np.abs(_coarse(painted) - _coarse(golden))
    assert apart.mean() <= _MEAN, f"see {tmp_path}"
    assert np.quantile(apart, 0.995) <= _WORST, f"see {tmp_path}"
