"""The guards of conftest.py fail a test that leaves the machine or logs what nobody expected."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Each function is run as a test of its own; the name says how it should end.
PROBES = """
import contextlib, logging, socket, subprocess, sys
import pytest

CALL = "import socket\\ntry: socket.getaddrinfo('a.invalid', 80)\\nexcept Exception: pass"

def test_failed_connecting():
    with contextlib.suppress(Exception), socket.socket() as channel:
        channel.connect(("127.0.0.1", 9))

def test_failed_sending_a_datagram():
    with contextlib.suppress(Exception), socket.socket(type=socket.SOCK_DGRAM) as channel:
        channel.sendto(b"", ("127.0.0.1", 9))

def test_failed_resolving():
    with contextlib.suppress(Exception):
        socket.gethostbyname("a.invalid")

def test_failed_resolving_in_a_child():
    subprocess.run([sys.executable, "-c", CALL], check=True)

def test_failed_importing_qt_network():
    with contextlib.suppress(Exception):
        import PySide6.QtNetwork

def test_failed_logging():
    logging.getLogger("izium").warning("the cache is lost")

@pytest.mark.logs("cache is .ost")
def test_passed_announced_log():
    logging.getLogger("izium").warning("the cache is lost")

def test_passed_local_socket():
    one, other = socket.socketpair()
    with one, other, contextlib.suppress(FileNotFoundError):
        one.sendmsg([b"x"])
        with socket.socket(socket.AF_UNIX) as channel:
            channel.connect("nothing-here")
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """How each probe ended: ``passed``, or ``failed`` for one that a guard refused."""
    probes = tmp_path_factory.mktemp("probes") / "test_probes.py"
    probes.write_text(PROBES, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", "pyproject.toml"]
        + ["-vv", "-p", "no:cacheprovider", str(probes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # A guard speaks after the test itself, so it shows as an error beside the test's own outcome.
    ends = re.findall(r"::(test_\w+) (PASSED|FAILED|ERROR)", run.stdout)
    return {name: "passed" if end == "PASSED" else "failed" for name, end in ends}


@pytest.mark.parametrize("name", re.findall(r"def (test_\w+)", PROBES))
def test_each_probe_ends_as_its_name_says(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] == name.split("_")[1]
