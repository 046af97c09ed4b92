"""The locked sets hold what pyproject.toml asks for, hashed, and name no registry."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> Iterator[str]:
    """The requirements of a dependency group and of those that it includes."""
    for entry in PROJECT["dependency-groups"][name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from group(entry["include-group"])


def lock(name: str) -> str:
    return (ROOT / ".ci" / name).read_text(encoding="utf-8")


def pins(text: str) -> dict[str, Requirement]:
    """The pinned requirements that hold for this interpreter, by name."""
    found = map(Requirement, re.findall(r"^[^\s#][^\\]*", text, re.MULTILINE))
    return {pin.name: pin for pin in found if pin.marker is None or pin.marker.evaluate()}


LOCKS = [("requirements-run.txt", "build"), ("requirements.txt", "dev")]


@pytest.mark.parametrize(("name", "development"), LOCKS)
def test_lock_holds_what_the_project_asks_for(name: str, development: str) -> None:
    pinned = pins(lock(name))
    wanted = map(Requirement, [*PROJECT["project"]["dependencies"], *group(development)])
    for requirement in wanted:
        if requirement.marker is None or requirement.marker.evaluate():
            (version,) = pinned[requirement.name.lower()].specifier
            assert requirement.specifier.contains(version.version), f"{requirement}: run .ci/lock"


def test_program_and_tests_run_on_the_same_versions() -> None:
    of_run, of_all = (pins(lock(name)) for name, _ in LOCKS)
    assert of_run.items() <= of_all.items()


@pytest.mark.parametrize(("name", "development"), LOCKS)
def test_lock_is_hashed_and_names_no_registry(name: str, development: str) -> None:
    text = lock(name)
    entries = re.split(r"^(?=[^\s#])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
