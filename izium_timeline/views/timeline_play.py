"""Play: from event to event at a pace that can be changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PACES = (400, 800, 1500, 3000, 6000)  # milliseconds an event
_USUAL = 2


class Player(QObject):
    """Calls ``step`` at its pace until that returns False."""

    def __init__(self, step: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._place = _USUAL
        self._timer = QTimer(self)
        self._timer.setInterval(PACES[_USUAL])
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def pace(self) -> int:
        """Milliseconds an event."""
        return PACES[self._place]

    def set_pace(self, milliseconds: int) -> None:
        """Take the offered pace that is nearest."""
        self._place = min(range(len(PACES)), key=lambda i: abs(PACES[i] - milliseconds))
        self._timer.setInterval(self.pace)

    def change_pace(self, faster: bool) -> None:
        """Take the next faster or slower pace."""
        self._place = min(max(self._place + (-1 if faster else 1), 0), len(PACES) - 1)
        self._timer.setInterval(self.pace)

    def toggle(self) -> None:
        """Start, with a first step at once, or stop."""
        if self.playing:
            self.stop()
        elif self._step():
            self._timer.start()

    def stop(self) -> None:
        """Stop."""
        self._timer.stop()

    def _tick(self) -> None:
        if not self._step():
            self.stop()
