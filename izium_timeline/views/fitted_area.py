"""A scroll area as high as what it holds, up to a limit."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class FittedArea(QScrollArea):
    """Shows a widget whole where there is room, and scrolls it beyond a limit in pixels."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._limit = 10_000
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        for part in (self.viewport(), content):  # the ground of what it lies on shows through
            part.setAutoFillBackground(False)
        content.installEventFilter(self)

    def set_limit(self, pixels: int) -> None:
        """Grow no higher than this."""
        self._limit = pixels
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when what is held asks for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again: another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self._content.layout()
        if layout is not None:
            layout.activate()  # so that the height counts what has just been put in
        height = self._content.heightForWidth(self.viewport().width())
        wanted = height if height > 0 else self._content.sizeHint().height()
        self._content.setMinimumHeight(wanted)  # beyond the limit it scrolls, and is not squeezed
        self.setFixedHeight(min(wanted, self._limit))
