"""Colours worked out from others: blends, and how well one reads on another."""

from PySide6.QtGui import QColor


def mix(colour: QColor, ground: QColor, share: float) -> QColor:
    """An opaque colour: this share (0 to 1) of the one over the other."""

    def blend(above: float, below: float) -> float:
        return above * share + below * (1 - share)

    return QColor.fromRgbF(
        blend(colour.redF(), ground.redF()),
        blend(colour.greenF(), ground.greenF()),
        blend(colour.blueF(), ground.blueF()),
    )


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance, from 0 (black) to 1 (white), of an sRGB colour."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
