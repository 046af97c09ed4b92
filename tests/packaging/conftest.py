"""The wheel as it is built here, and an empty environment elsewhere that it is installed into."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel, and a folder far from its source."""

    scripts: Path
    folder: Path

    def __call__(self, command: str, *args: str) -> "subprocess.CompletedProcess[bytes]":
        """Runs a script of the environment, without a display."""
        display = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        return subprocess.run(
            [self.scripts / command, *args],
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if name not in display},
            capture_output=True,
            check=False,
        )


def declared(requirements: list[str] | None) -> Iterator[metadata.Distribution]:
    """The distributions that requirements ask for here, and what those ask for in turn."""
    for requirement in map(Requirement, requirements or []):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            distribution = metadata.distribution(requirement.name)
            yield distribution
            yield from declared(distribution.requires)


def link(distribution: metadata.Distribution, site: Path) -> None:
    """Makes an installed distribution part of another environment, without a copy."""
    for name in {file.parts[0] for file in distribution.files or []} - {"..", "__pycache__"}:
        place = site / name
        if not place.exists():
            place.symlink_to(Path(str(distribution.locate_file(name))))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, with what it declares and nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    base = {"base": str(environment), "platbase": str(environment)}
    site, scripts = (
        Path(sysconfig.get_path(name, "venv", base)) for name in ("purelib", "scripts")
    )
    about = next(path for path in zipfile.Path(wheel).iterdir() if path.name.endswith(".dist-info"))
    for distribution in declared(metadata.PathDistribution(about).requires):
        link(distribution, site)
    # Without an index, pip refuses the wheel if anything that it declares is not there.
    subprocess.run(
        [scripts / "python", "-m", "pip", "install", "--quiet", "--no-index", wheel], check=True
    )
    return Installed(scripts, tmp_path_factory.mktemp("elsewhere"))
