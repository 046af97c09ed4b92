"""The searches of each chronology: recent ones, and those a person saved."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.folders import state_folder, target_key

MOST_RECENT = 20
MOST_SAVED = 200
_LONGEST = 10_000  # letters of a query that is worth remembering


@dataclass(frozen=True, slots=True)
class Searches:
    """Queries, the latest first, each once."""

    recent: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()

    def used(self, query: str) -> "Searches":
        """With a query among the recent ones."""
        return replace(self, recent=_first(query, self.recent, MOST_RECENT))

    def keeping(self, query: str) -> "Searches":
        """With a query among the saved ones."""
        return replace(self, saved=_first(query, self.saved, MOST_SAVED))

    def without(self, query: str) -> "Searches":
        """With a query among neither."""
        return Searches(
            *(tuple(each for each in kept if each != query) for kept in (self.recent, self.saved))
        )


def read_searches(target: Path | None) -> Searches:
    """The searches kept of a target; none where they can't be read."""
    with suppress(OSError, ValueError, TimelineError, RecursionError):
        data = json.loads(_place(target).read_text("utf-8"))
        if isinstance(data, dict):
            recent, saved = (_queries(data.get(name)) for name in ("recent", "saved"))
            return Searches(recent[:MOST_RECENT], saved[:MOST_SAVED])
    return Searches()


def write_searches(target: Path | None, searches: Searches) -> None:
    """Keep the searches of a target, at once and whole; raises TimelineError."""
    place = _place(target)
    data = {"recent": searches.recent, "saved": searches.saved}
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
    """Remove all searches that are kept of a target."""
    with suppress(OSError, TimelineError):
        _place(target).unlink()


def _first(query: str, queries: tuple[str, ...], most: int) -> tuple[str, ...]:
    query = query.strip()
    if not 0 < len(query) <= _LONGEST:
        return queries
    return (query, *(other for other in queries if other != query))[:most]


def _queries(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _place(target: Path | None) -> Path:
    return state_folder() / "searches" / f"{target_key(target)}.json"
