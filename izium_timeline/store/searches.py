"""The recent searches of each chronology."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.folders import state_folder, target_key

MOST_RECENT = 20
MOST_KEPT = 200
LONGEST = 10_000  # letters of a query that is worth remembering


@dataclass(frozen=True, slots=True)
class Searches:
    """Queries, the latest first, each once.

    ``kept_before`` are those that a person kept while such files held these too; what is kept
    now is entered, see ``store.entered``.
    """

    recent: tuple[str, ...] = ()
    kept_before: tuple[str, ...] = ()

    def used(self, query: str) -> "Searches":
        """With a query among the recent ones."""
        query = query.strip()
        if not 0 < len(query) <= LONGEST:
            return self
        others = (other for other in self.recent if other != query)
        return replace(self, recent=(query, *others)[:MOST_RECENT])

    def without(self, query: str) -> "Searches":
        """With a query no longer among them."""
        return replace(self, recent=tuple(other for other in self.recent if other != query))


def read_searches(target: Path | None) -> Searches:
    """The searches kept of a target; none where they can't be read."""
    with suppress(OSError, ValueError, TimelineError, RecursionError):
        data = json.loads(_place(target).read_text("utf-8"))
        if isinstance(data, dict):
            recent, kept = (_queries(data.get(name)) for name in ("recent", "saved"))
            return Searches(recent[:MOST_RECENT], kept[:MOST_KEPT])
    return Searches()


def write_searches(target: Path | None, searches: Searches) -> None:
    """Keep the searches of a target, at once and whole; raises TimelineError."""
    place = _place(target)
    data = {"recent": searches.recent}
    if searches.kept_before:
        data["saved"] = searches.kept_before
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        write_atomically(place, text.encode("utf-8", "replace"))
    except OSError as error:
        raise TimelineError(
            f"can't be written ({error.strerror})",
            path=place,
            remedy="make room or let your user write there; the search is not kept",
        ) from None


def forget_searches(target: Path | None) -> None:
    """Remove all searches that are remembered of a target."""
    with suppress(OSError, TimelineError):
        _place(target).unlink()


def _queries(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _place(target: Path | None) -> Path:
    return state_folder() / "searches" / f"{target_key(target)}.json"
