"""What is lit in a text: spans of code points with a ground, a line under them, a mark beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QColor, QTextCharFormat


@dataclass(frozen=True, slots=True)
class Light:
    """A lit span. ``dotted`` is the form of its underline; ``bar`` marks its lines' margin."""

    start: int
    end: int
    ground: QColor | None = None
    underline: QColor | None = None
    dotted: bool = False
    bar: QColor | None = None

    def char_format(self) -> QTextCharFormat:
        """The ground and the underline as Qt's format."""
        form = QTextCharFormat()
        if self.ground is not None:
            form.setBackground(self.ground)
        if self.underline is not None:
            styles = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(styles.DashUnderline if self.dotted else styles.SingleUnderline)
            form.setUnderlineColor(self.underline)
        return form


class Annotations(Protocol):
    """What is known of the places of a text."""

    def lights(self, start: int, end: int) -> Sequence[Light]:
        """What is lit in this part of the text, in the order in which it is painted."""

    def tip(self, point: int) -> str:
        """What a rest of the pointer says there; where it says something, a click acts."""


class NoAnnotations:
    """Nothing is known of the text."""

    def lights(self, start: int, end: int) -> Sequence[Light]:
        """Nothing is lit."""
        return ()

    def tip(self, point: int) -> str:
        """Nothing is said."""
        return ""
