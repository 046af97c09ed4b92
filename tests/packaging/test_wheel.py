"""The wheel carries the program, its data and its licence."""

import zipfile
from pathlib import Path

import pytest

from izium_timeline.model.resource import resource
from tests.packaging.conftest import ROOT, Installed


def shipped(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("folder", ["documents", "resources"])
def test_wheel_carries_the_data_byte_for_byte(wheel: Path, folder: str) -> None:
    home = "izium_timeline/_data/"
    with zipfile.ZipFile(wheel) as archive:
        carried = {
            name.removeprefix(home): archive.read(name)
            for name in archive.namelist()
            if name.startswith(f"{home}{folder}/")
        }
    assert carried
    assert carried == shipped(folder)


def test_wheel_carries_the_program_its_licence_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"izium_timeline"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_resource_lies_in_the_package_of_a_wheel(installed: Installed) -> None:
    ask = "from izium_timeline.model.resource import resource; print(resource('documents'))"
    found = Path(installed("python", "-c", ask).stdout.decode().strip())
    assert found.parts[-3:] == ("izium_timeline", "_data", "documents")
    assert not found.is_relative_to(ROOT)


def test_resource_lies_beside_the_package_in_a_checkout() -> None:
    assert resource("documents") == ROOT / "documents"
