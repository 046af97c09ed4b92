"""The painted part of the timeline: a cached picture, and what moves over it."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from izium_timeline.layout.legend import Legend
from izium_timeline.layout.picture import Picture
from izium_timeline.layout.scale import Scale
from izium_timeline.layout.touch import Part, mark_of
from izium_timeline.views.paint_frame import GUTTER, HEADER
from izium_timeline.views.paint_legend import paint_legend
from izium_timeline.views.paint_overlay import Overlay, paint_overlay, playhead_x
from izium_timeline.views.paint_timeline import paint_timeline
from izium_timeline.views.scroll_bars import scroll_bar_style
from izium_timeline.views.theme import Theme
from izium_timeline.views.timeline_cursor import Cursor
from izium_timeline.views.timeline_stage import Stage
from izium_timeline.views.timeline_touch import Touch
from izium_timeline.views.timeline_viewport import Viewport
from izium_timeline.views.timeline_words import short_day

SCROLL_BAR = 10


class TimelineCanvas(QWidget):
    """Paints what the stage holds through the viewport.

    The picture is painted once into an image and shown from there until the view, the
    events, the hits or the theme change; ``base_paints`` counts how often. Playhead,
    selection, hover and span are painted over it, and repaint no more than they touch.
    """

    view_changed = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.base_paints = 0
        self._base = QImage()
        self._stale = True
        self._picture: Picture | None = None
        self._stage = Stage()
        self._legend = Legend((), 0.0)
        self._legend_drawn: QImage | None = None
        self._viewport = Viewport(self)
        self._cursor = Cursor(self._stage, self)
        self._touch = Touch(self._stage, self._viewport, self._cursor, self._shown, self)
        self._line = QRect()
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setAccessibleName("Timeline groups")
        self._scroll.valueChanged.connect(self._scroll_to)
        self._viewport.changed.connect(self._show_view)
        self._cursor.moved.connect(self._show_line)
        self._cursor.selected.connect(self.update)
        self._touch.hovered.connect(self._show_hover)
        self._touch.changed.connect(self.refresh)
        if theme is not None:
            self.set_theme(theme)

    @property
    def stage(self) -> Stage:
        """What is shown."""
        return self._stage

    @property
    def theme(self) -> Theme:
        """The theme that it paints in."""
        return self._stage.theme

    @property
    def scale(self) -> Scale:
        """The days in view, as they are now."""
        return self._viewport.scale

    @property
    def at_rest(self) -> bool:
        """Whether no animation leads the view elsewhere."""
        return self._viewport.target == self._viewport.scale

    @property
    def picture(self) -> Picture:
        """The picture of what is in view."""
        if self._picture is None:
            self._picture = self._stage.arrange(self._viewport.scale)
        return self._picture

    @property
    def legend(self) -> Legend:
        """The legend below the lanes."""
        return self._legend

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme."""
        self._stage.dress(theme, self.devicePixelRatioF())
        self._scroll.setStyleSheet(scroll_bar_style(theme))
        self.refresh()

    def refresh(self) -> None:
        """Fit the parts to the widget's size, then arrange and paint anew."""
        lanes = max(1.0, self.width() - GUTTER - SCROLL_BAR)
        self._legend = self._stage.legend(self.width())
        if self._legend.height > self.height() / 3:
            self._legend = Legend((), 0.0)
        self._legend_drawn = None
        height = max(1.0, self.height() - HEADER - self._legend.height)
        self._viewport.content = self._stage.height
        self._viewport.resize(lanes, height, self.devicePixelRatioF())
        self._scroll.setGeometry(self.width() - SCROLL_BAR, HEADER, SCROLL_BAR, int(height))
        self._fit_scroll_bar()
        self.drop_picture()

    def drop_picture(self) -> None:
        """Arrange and paint anew when next shown."""
        self._picture = None
        self._stale = True
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a dozen rows."""
        return QSize(900, 480)

    def minimumSizeHint(self) -> QSize:
        """Room for the names and a group."""
        return QSize(GUTTER + 160, HEADER + 80)

    def showEvent(self, event: QShowEvent) -> None:
        """It has the size now that it is shown with."""
        self._viewport.appear()
        super().showEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the days in view."""
        self.refresh()
        self.view_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Sprites are made for a device pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stage.dress(self._stage.theme, self.devicePixelRatioF())
            self.refresh()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cached image, and over it what moves."""
        ratio = self.devicePixelRatioF()
        if self._stale or self._base.devicePixelRatio() != ratio:
            self._paint_base(ratio)
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawImage(0, 0, self._base)
        paint_overlay(painter, self.picture, self._overlay(), self._stage.inks)
        painter.end()

    def _paint_base(self, ratio: float) -> None:
        """Paint the picture into the kept image; memory that is new costs more than paint."""
        size = (self.size().toSizeF() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._base.size() != size:
            self._base = QImage(size, QImage.Format.Format_RGB32)
        self._base.setDevicePixelRatio(ratio)
        stage = self._stage
        painter = QPainter(self._base)
        edge = QRect(self.width() - SCROLL_BAR, 0, SCROLL_BAR, self.height())
        painter.fillRect(edge, stage.theme.ground)
        paint_timeline(painter, self.picture, stage.inks, stage.name_of, stage.notice)
        below = QPointF(0, HEADER + self.picture.scale.height)
        painter.drawImage(below, self._legend_image(ratio))
        painter.end()
        self._stale = False
        self.base_paints += 1

    def _legend_image(self, ratio: float) -> QImage:
        """The legend, which stays the same while the view moves."""
        if self._legend_drawn is None or self._legend_drawn.devicePixelRatio() != ratio:
            size = QSizeF(self.width(), max(1.0, self._legend.height)) * ratio
            image = QImage(size.toSize(), QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            painter = QPainter(image)
            paint_legend(painter, self._legend, self.width(), self._stage.inks)
            painter.end()
            self._legend_drawn = image
        return self._legend_drawn

    def _overlay(self) -> Overlay:
        row, day, target = self._cursor.row, self._cursor.playhead, self._touch.target
        bundle = -1 if row is None else int(self._stage.index.bundle_of[row])
        hovers = target.part is Part.MARK and target.mark < len(self.picture.marks)
        return Overlay(
            playhead=day,
            date="" if day is None else short_day(day),
            selected=mark_of(self.picture, bundle) if bundle >= 0 else -1,
            title="" if row is None else self._stage.columns.titles[row],
            hovered=target.mark if hovers else -1,
            span=self._touch.span,
            carried=self._touch.carried,
            focus=self.hasFocus(),
        )

    def _shown(self) -> tuple[Picture, Legend]:
        return self.picture, self._legend

    def _show_view(self) -> None:
        self._fit_scroll_bar()
        self.drop_picture()
        self.view_changed.emit()

    def _fit_scroll_bar(self) -> None:
        scale = self._viewport.scale
        self._scroll.blockSignals(True)
        most = max(0, round(self._viewport.content - scale.height))
        if self._scroll.isHidden() == (most > 0):
            self._scroll.setVisible(most > 0)
        self._scroll.setRange(0, most)
        self._scroll.setPageStep(round(scale.height))
        self._scroll.setSingleStep(19)
        self._scroll.setValue(round(scale.scroll))
        self._scroll.blockSignals(False)

    def _scroll_to(self, value: int) -> None:
        self._viewport.pan(0.0, value - self._viewport.scale.scroll)

    def _show_line(self, day: float) -> None:
        """Repaint where the playhead was and where it is now."""
        x = playhead_x(self._viewport.scale, day)
        was, self._line = self._line, QRect(round(GUTTER + x) - 6, 0, 12, self.height())
        self.update(was)
        self.update(self._line)
        self.update(0, 0, self.width(), HEADER)

    def _show_hover(self) -> None:
        self.setCursor(self._touch.shape)
        self.update()
