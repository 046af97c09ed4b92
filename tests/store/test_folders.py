"""Where the program keeps what it remembers."""

import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from izium_timeline.model.errors import TimelineError
from izium_timeline.store.folders import cache_folder, settings_folder, state_folder
from izium_timeline.store.settings import Settings, read_settings

FOLDERS = {"config": settings_folder, "state": state_folder, "cache": cache_folder}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize("named", ["", "elsewhere"])
def test_the_folders_are_those_of_every_other_program(
    kind: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / named) if named else "")
    dirs = PlatformDirs("izium-timeline", appauthor=False, roaming=False)
    assert FOLDERS[kind]() == Path(getattr(dirs, f"user_{kind}_dir"))


@pytest.mark.skipif(sys.platform != "linux", reason="the specification is that of Linux desktops")
def test_a_relative_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the specification; the program never writes where it happens to be started."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    assert state_folder() == tmp_path / ".local/state/izium-timeline"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
def test_a_user_without_a_home_still_gets_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setattr(Path, "home", nowhere)
    assert read_settings() == Settings()
    with pytest.raises(TimelineError, match="set HOME"):
        settings_folder()
