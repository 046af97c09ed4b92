"""Settings: declared fields with types and defaults, kept in one JSON file, read without Qt."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path

from izium_timeline.corpus.limits import MEGABYTE, Limits
from izium_timeline.model.errors import TimelineError
from izium_timeline.store.atomic import write_atomically
from izium_timeline.store.folders import settings_folder

NAME = "settings.json"


class Appearance(StrEnum):
    """Which theme the window takes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. Sizes are logical pixels, times seconds, limits those of one file."""

    appearance: Appearance = Appearance.SYSTEM
    document_text_size: int = 14
    hits_alone: bool = False
    still: bool = False
    file_megabytes: int = Limits().bytes // MEGABYTE
    file_seconds: float = Limits().seconds
    file_memory_megabytes: int = Limits().memory // MEGABYTE

    @property
    def limits(self) -> Limits:
        """What one file of a corpus may cost; a limit that is none is the default."""
        default = Limits()
        return Limits(
            bytes=self.file_megabytes * MEGABYTE if self.file_megabytes > 0 else default.bytes,
            seconds=self.file_seconds if self.file_seconds > 0 else default.seconds,
            memory=self.file_memory_megabytes * MEGABYTE
            if self.file_memory_megabytes > 0
            else default.memory,
        )


def read_settings(folder: Path | None = None) -> Settings:
    """The settings; a file that is missing or damaged, or a field of another type, is the default.

    A damaged settings file must never keep the program from starting.
    """
    with suppress(OSError, ValueError, TimelineError, RecursionError):
        data = json.loads(((folder or settings_folder()) / NAME).read_text("utf-8"))
        if isinstance(data, dict):
            return _from(data)
    return Settings()


def write_settings(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings, atomically; raises OSError or TimelineError."""
    data = json.dumps(asdict(settings), indent=1) + "\n"
    write_atomically((folder or settings_folder()) / NAME, data.encode())


def _from(data: dict[str, object]) -> Settings:
    default = Settings()
    kept: dict[str, object] = {}
    for field in fields(Settings):
        kind = type(getattr(default, field.name))
        value = data.get(field.name)
        with suppress(ValueError):
            if kind is float and type(value) is int:
                value = float(value)
            if issubclass(kind, StrEnum) and isinstance(value, str):
                value = kind(value)
            if type(value) is kind:
                kept[field.name] = value
    return Settings(**kept)  # type: ignore[arg-type]
