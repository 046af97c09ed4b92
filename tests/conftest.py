"""What every test runs under: no network, no settings of the person's own, no unexpected log."""

import itertools
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from tests.network.sitecustomize import REPORT

# Read when the application is made: no test needs a display but those that start one of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine may be busy: how long an example takes says nothing about the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_NETWORK_GUARD = Path(__file__).parent / "network"
_HOME_VARIABLES = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}
_numbers = itertools.count()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the test's own: settings, state and caches of the program lie below it."""
    home = _homes / str(next(_numbers))
    home.mkdir()
    for variable, folder in _HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(home / folder))
    # Qt reads the variables once in a process; the path it is given holds for each new QSettings.
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / ".config"))
    return home


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard() -> Iterator[None]:
    """The offscreen platform lets go of what was copied after the interpreter is gone, and dies."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_network(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    report = home.with_suffix(".network")
    monkeypatch.setenv(REPORT, str(report))
    monkeypatch.setenv("PYTHONPATH", str(_NETWORK_GUARD), prepend=os.pathsep)
    yield
    if report.exists():
        pytest.fail(f"the network was reached for:\n{report.read_text(encoding='utf-8')}")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails on a record of WARNING or above that no ``@pytest.mark.logs(pattern)`` announces."""
    yield
    expected = [
        re.compile(pattern) for mark in request.node.iter_markers("logs") for pattern in mark.args
    ]
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and not any(pattern.search(record.getMessage()) for pattern in expected)
    ]
    if unexpected:
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected))


@pytest.fixture(scope="session")
def _screen() -> Iterator[str]:
    """A virtual X screen of 1920 x 1080 for this run; gives its display, as in ``:7``."""
    if shutil.which("Xvfb") is None:
        absent = "no Xvfb on this machine; make test installs it on Debian"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(absent)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write)
        with os.fdopen(read, encoding="ascii") as numbers:
            number = numbers.readline().strip()
        if not number:
            pytest.fail("Xvfb ended before it had a display")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def xvfb(_screen: str, home: Path) -> dict[str, str]:
    """The environment for a child process whose windows are real, on a virtual screen."""
    environment = {**os.environ, "DISPLAY": _screen, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    return environment
