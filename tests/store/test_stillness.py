"""A system that asks for reduced motion, as each says so."""

import plistlib
import sys
from pathlib import Path

import pytest

from izium_timeline.store.stillness import system_is_still

GTK = "[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations={}\n"
KDE = (
    "[Colors:View][Inactive]\nName[$i]=a=b\nName[$i]=c\n\n"
    "[KDE]\nAnimationDurationFactor={}\nsingleClick=false\n"
)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        ("gtk-4.0/settings.ini", GTK.format("false"), True),
        ("gtk-3.0/settings.ini", GTK.format("0"), True),
        ("gtk-3.0/settings.ini", GTK.format("true"), False),
        ("kdeglobals", KDE.format("0"), True),
        ("kdeglobals", KDE.format("0.5"), False),
        ("kdeglobals", KDE.format("soon"), False),
        ("kdeglobals", "no section at all", False),
        ("other", "", False),
    ],
)
def test_a_desktops_settings_are_read(config: Path, name: str, text: str, still: bool) -> None:
    (config / name).parent.mkdir(exist_ok=True)
    (config / name).write_text(text)
    assert system_is_still() is still


def test_the_newer_gtk_decides(config: Path) -> None:
    for name, animated in (("gtk-3.0", "false"), ("gtk-4.0", "true")):
        (config / name).mkdir()
        (config / name / "settings.ini").write_text(GTK.format(animated))
    assert not system_is_still()


@pytest.mark.parametrize(
    ("data", "still"),
    [
        (plistlib.dumps({"reduceMotion": True}, fmt=plistlib.FMT_BINARY), True),
        (plistlib.dumps({"reduceMotion": False}), False),
        (plistlib.dumps({}), False),
        (b"damaged", False),
        (None, False),
    ],
)
def test_the_settings_of_macos_are_read(
    data: bytes | None, still: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    folder = tmp_path / "Library/Preferences"
    folder.mkdir(parents=True)
    if data is not None:
        (folder / "com.apple.universalaccess.plist").write_bytes(data)
    assert system_is_still() is still


def test_an_unknown_system_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    assert not system_is_still()
