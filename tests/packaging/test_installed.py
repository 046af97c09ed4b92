"""Installed from its wheel into an empty environment elsewhere, the program runs every command."""

import csv
import io
import json
import subprocess
from importlib import metadata

import pytest

from tests.packaging.conftest import ROOT, Installed


def test_bare_command_prints_the_chronology_without_a_display(installed: Installed) -> None:
    run = installed("izium-timeline")
    assert run.returncode == 0, run.stderr
    assert "2022-09-10" in run.stdout.decode()


def test_bare_command_opens_a_window_where_there_is_a_display(
    installed: Installed, xvfb: dict[str, str]
) -> None:
    python, probe = installed.scripts / "python", ROOT / "tests/benchmarks/first_paint.py"
    run = subprocess.run(
        [python, "-P", probe, "izium"],
        cwd=installed.folder,
        env=xvfb,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert int(run.stdout.split()[1]) > 0


def test_version(installed: Installed) -> None:
    run = installed("izium-timeline", "--version")
    assert (run.returncode, metadata.version("izium-timeline") in run.stdout.decode()) == (0, True)


def test_export(installed: Installed) -> None:
    run = installed("izium-timeline", "export", "-", "--rows", "evidence")
    rows = list(csv.DictReader(io.StringIO(run.stdout.decode())))
    assert (run.returncode, len(rows)) == (0, 194)
    assert {row["verdict"] for row in rows} == {"exact"}


def test_search(installed: Installed) -> None:
    run = installed("izium-timeline", "search", "liberation")
    assert (run.returncode, run.stdout.count(b"\n") > 1) == (0, True)


def test_check(installed: Installed) -> None:
    run = installed("izium-timeline", "check")
    assert (run.returncode, b"194" in run.stdout) == (0, True)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_render(installed: Installed, name: str, begins: bytes) -> None:
    run = installed("izium-timeline", "render", name, "--size", "800x450")
    assert run.returncode == 0, run.stderr
    assert (installed.folder / name).read_bytes().startswith(begins)


def test_tag(installed: Installed) -> None:
    text = installed.folder / "note.txt"
    text.write_text("The city was liberated on 10 September 2022.", encoding="utf-8")
    run = installed("izium-timeline", "tag", text.name)
    assert run.returncode == 0, run.stderr
    assert [json.loads(line)["value"] for line in run.stdout.splitlines()] == ["2022-09-10"]
