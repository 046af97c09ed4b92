"""What the timeline shows, without a widget: one state, and the pictures that follow from it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale

from izium_timeline.layout.arrange import Folding, Setting, arrange, stack_height
from izium_timeline.layout.bands import main_range, whole_range
from izium_timeline.layout.columns import Columns, columns_of
from izium_timeline.layout.index import Grouping, Index, index
from izium_timeline.layout.legend import Legend, make_legend, shapes_used
from izium_timeline.layout.picture import Picture
from izium_timeline.layout.scale import Scale
from izium_timeline.model.chronology import Category, Chronology
from izium_timeline.views.paint_inks import Inks
from izium_timeline.views.paint_timeline import Notice
from izium_timeline.views.theme import Theme, make_theme
from izium_timeline.views.timeline_words import empty_notice, group_name, locale_words

_LEAST_DAYS = 7.0
_NO_RANGE = (738_156.0, 738_521.0)  # the year 2022, where there are no events at all

Mask = NDArray[np.bool_]


class Stage:
    """Chronology, grouping, folding, hidden categories, hits, theme and day of one timeline.

    ``known_by`` is the day after which what was reported fades, None where nothing does.
    """

    def __init__(self) -> None:
        self.chronology = Chronology("")
        self.grouping = Grouping.CATEGORY
        self.folding = Folding()
        self.full: frozenset[str] = frozenset()
        self.hidden: frozenset[str] = frozenset()
        self.hits: Mask | None = None
        self.hits_alone = False
        self.known_by: float | None = None
        self.awaited: Notice | None = None  # what may still bring events
        self.theme = make_theme((), dark=False)
        self.ratio, self.vector = 1.0, False
        self.words = locale_words(QLocale())
        self.columns = columns_of(self.chronology, ())
        self._reindex()
        self._mix()

    def open(self, chronology: Chronology, columns: Columns | None) -> None:
        """Show another chronology, unfiltered and unfolded."""
        self.folding, self.full, self.hidden = Folding(), frozenset(), frozenset()
        self.renew(chronology, columns or columns_of(chronology, _categories(self.theme)))

    def renew(self, chronology: Chronology, columns: Columns) -> None:
        """Show another state of the same chronology, filtered and folded as it is."""
        self.chronology, self.columns = chronology, columns
        self.hits = None
        self._reindex()
        self._mix()

    def dress(self, theme: Theme, ratio: float, *, vector: bool = False) -> None:
        """Paint in a theme, at a device pixel ratio, or for a device without pixels."""
        self.theme, self.ratio, self.vector = theme, ratio, vector
        self._mix()

    def group_by(self, grouping: Grouping) -> None:
        """Group anew; folded and opened groups belong to the old grouping."""
        stale = grouping is not self.grouping or bool(self.full)
        self.grouping = grouping
        self.folding, self.full = Folding(), frozenset()
        if stale:
            self._reindex()

    def hide(self, hidden: frozenset[str]) -> None:
        """Leave out the events of these categories."""
        stale = hidden != self.hidden
        self.hidden = hidden
        if stale:
            self._reindex()

    def open_in_full(self, name: str) -> None:
        """Give a group as many rows as it needs, or the usual ones again."""
        self.full = self.full ^ {name}
        self._reindex()

    def fold(self, name: str) -> None:
        """Fold a group to a strip, or unfold it."""
        self.folding = self.folding._replace(folded=self.folding.folded ^ {name})

    def uncover(self, event: int) -> bool:
        """Unfold or open in full the group that hides an event; whether one did."""
        bundle = int(self.index.bundle_of[event])
        if bundle < 0:
            return False
        row = self.index.row_of(bundle)
        group = self.index.groups[self.index.group_of_row(row)]
        folded, beyond = group.name in self.folding.folded, row - group.first_row >= group.rows
        if folded:
            self.fold(group.name)
        if beyond:
            self.open_in_full(group.name)
        return folded or beyond

    def move(self, name: str, by: int) -> None:
        """Move a group up (-1) or down (1) among the groups."""
        rank = {known: place for place, known in enumerate(self.folding.order)}
        names = [group.name for group in self.index.groups]
        names.sort(key=lambda known: rank.get(known, len(rank)))
        at = names.index(name)
        names.insert(min(max(0, at + by), len(names) - 1), names.pop(at))
        self.folding = self.folding._replace(order=tuple(names))

    def arrange(self, scale: Scale) -> Picture:
        """The picture of a view."""
        setting = Setting(
            self.chronology.phases, self.words, self.inks.measure, self.folding, self._alone
        )
        return arrange(self.index, scale, self.lit, setting)

    @property
    def _alone(self) -> bool:
        """Whether what is not lit is hidden; what was reported later is to be seen, faded."""
        return self.hits_alone and self.known_by is None

    @property
    def known(self) -> Mask | None:
        """The events that a document may have told by ``known_by``; None where nothing fades."""
        return None if self.known_by is None else self.columns.known <= self.known_by

    @property
    def lit(self) -> Mask | None:
        """What is not dimmed: hits that were known; None where nothing is dimmed."""
        known = self.known
        if self.hits is None or known is None:
            return known if self.hits is None else self.hits
        return self.hits & known

    @property
    def lit_word(self) -> str:
        """What is said of an event that is not dimmed."""
        reasons = (("found", self.hits), ("reported by then", self.known))
        return " and ".join(word for word, mask in reasons if mask is not None)

    def fade_after(self, day: float | None) -> bool:
        """Fade what was reported after a day, None for nothing; whether that fades other events."""
        before, self.known_by = self.known_by, day
        if before is None or day is None:
            return before is not day
        low, high = sorted((before, day))
        return bool(((self.columns.known > low) & (self.columns.known <= high)).any())

    @property
    def height(self) -> float:
        """The height of all groups."""
        return stack_height(self.index, self.folding)

    def legend(self, width: float) -> Legend:
        """The legend for a width; without events there is none."""
        used = np.flatnonzero(np.bincount(self.columns.category)).tolist()
        if not used:
            return Legend((), 0.0)
        named = [(code, self.columns.categories[code] or "no category") for code in used]
        shapes = shapes_used(self.columns)
        return make_legend(named, shapes, self.hidden, width, self.inks.measure)

    def range(self, *, whole: bool) -> tuple[float, float]:
        """The days of all events, or those that the story fills, a week at least."""
        found = whole_range(self.columns) if whole else None
        found = found or main_range(self.columns, self.chronology.phases)
        first, last = found or _NO_RANGE
        lacking = max(0.0, (1.0 if self.index.timed else _LEAST_DAYS) - (last - first))
        return first - lacking / 2, last + lacking / 2

    @property
    def notice(self) -> Notice:
        """What an empty picture says."""
        if self.awaited is not None:
            return self.awaited
        return empty_notice(self.chronology, hidden=bool(self.hidden))

    def name_of(self, name: str) -> str:
        """How a group is called."""
        return group_name(self.chronology, self.grouping, name)

    def _reindex(self) -> None:
        shown = None
        if self.hidden:
            codes = [
                code
                for code, name in enumerate(self.columns.categories)
                if (name or "no category") in self.hidden
            ]
            shown = ~np.isin(self.columns.category, codes)
        self.index: Index = index(self.columns, self.grouping, shown=shown, full=self.full)

    def _mix(self) -> None:
        self.inks = Inks(self.theme, self.columns.categories, self.ratio, vector=self.vector)


def _categories(theme: Theme) -> list[Category]:
    return [Category(name, ink.name(), ink.name()) for name, ink in theme.categories.items()]
