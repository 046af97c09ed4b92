"""Animated changes of the view: short, interruptible, and off where motion is unwelcome."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

from izium_timeline.layout.scale import Scale
from izium_timeline.store.stillness import system_is_still

DURATION = 160  # milliseconds


class Motion(QObject):
    """Leads a view's scale to a target; a new target takes over from where it is."""

    def __init__(self, view: QWidget, show: Callable[[Scale], None]) -> None:
        super().__init__(view)
        self._view = view
        self._show = show
        self._start: Scale | None = None
        self._end: Scale | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.stop)

    @property
    def target(self) -> Scale | None:
        """Where the view is led to, None while it rests."""
        return self._end

    def lead(self, start: Scale, end: Scale) -> None:
        """Lead the view from one scale to another of the same size."""
        self.stop()
        if start == end:
            return
        if not moves(self._view):
            self._show(end)
            return
        self._start, self._end = start, end
        self._animation.start()

    def stop(self) -> None:
        """Stop where it is."""
        self._start = self._end = None
        self._animation.stop()

    def _step(self, progress: object) -> None:
        if self._start is not None and self._end is not None and isinstance(progress, float):
            self._show(between(self._start, self._end, progress))


def moves(view: QWidget) -> bool:
    """Whether neither style nor system wants no animation."""
    duration = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view)
    return duration > 0 and not prefers_stillness()


def prefers_stillness() -> bool:
    """Whether the system asks for reduced motion."""
    hints: Any = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # Qt tells from 6.12 on
        return system_is_still()
    preference = getattr(hints.accessibility(), "motionPreference", None)
    return preference is not None and "Reduce" in preference().name


def between(start: Scale, end: Scale, progress: float) -> Scale:
    """The scale on the way: the zoom changes evenly, and the day that both show at the same
    pixel stays there."""
    if progress >= 1:
        return end
    ratio = end.per_pixel / start.per_pixel
    per_pixel = start.per_pixel * math.exp(math.log(ratio) * progress)
    share = (
        progress
        if ratio == 1
        else (per_pixel - start.per_pixel) / (end.per_pixel - start.per_pixel)
    )
    return replace(
        end,
        first=start.first + (end.first - start.first) * share,
        per_pixel=per_pixel,
        scroll=start.scroll + (end.scroll - start.scroll) * progress,
    )
