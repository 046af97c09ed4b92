"""Density: counts a pixel column as stacked areas, written by NumPy into an image."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from izium_timeline.layout.picture import Density
from izium_timeline.views.colours import mix
from izium_timeline.views.paint_inks import Inks

_SOLID = 0.55  # of a category's colour in an area: large areas want a quieter tone
_HIT = 0.9
_DIM = 0.16


def paint_density(painter: QPainter, density: Density, inks: Inks) -> None:
    """One density, its columns as wide as a logical pixel, its base at the foot."""
    pixels = density_pixels(density, inks)
    rows, columns = pixels.shape
    image = QImage(
        pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32_Premultiplied
    )
    painter.drawImage(QRectF(0, density.top, columns, density.height), image)


def density_pixels(density: Density, inks: Inks) -> NDArray[np.uint32]:
    """The density as colours, shape (device rows, columns); hits stand below the others."""
    ground = inks.theme.ground
    colours = [inks.colour(code) for code in density.categories]
    if density.hits is None:
        counts = density.counts
        tones = [mix(colour, ground, _SOLID) for colour in colours]
    else:
        rest = (density.counts - density.hits).sum(axis=0, keepdims=True)
        counts = np.concatenate([density.hits, rest])
        tones = [mix(colour, ground, _HIT) for colour in colours]
        tones.append(mix(inks.theme.secondary, ground, _DIM))
    # A pixel is covered by as many layers as reach up to it: by none above the top one,
    # by all at the foot, where the first category stands.
    palette = np.array([0, *(tone.rgba() for tone in reversed(tones))], np.uint32)
    height = max(1, round(density.height * inks.ratio))
    return palette[_covering(_levels(counts, density.most, height), height)]


def _levels(counts: NDArray[np.int64], most: int, height: int) -> NDArray[np.int64]:
    """How high each layer's upper edge lies in each column, of ``height`` pixels.

    The scale is linear to the fullest column; a column that holds anything shows at least
    one pixel of it, in the first category that it holds.
    """
    return -(-np.cumsum(counts, axis=0) * height // max(1, most))


def _covering(levels: NDArray[np.int64], height: int) -> NDArray[np.uint8]:
    """How many layers reach up to each pixel, shape (height, columns); row 0 is the top.

    Compared in the narrowest type that holds a height: eight times as fast.
    """
    narrow = np.uint8 if height < 1 << 8 else np.uint16
    above = np.arange(height, 0, -1, dtype=narrow)[:, None]
    codes = np.zeros((height, levels.shape[1]), np.uint8)
    for level in levels.astype(narrow):
        codes += (level >= above).view(np.uint8)
    return codes
