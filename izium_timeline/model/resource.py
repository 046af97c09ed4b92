"""Where the program's own data lie: inside the package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``resources/izium.chronology.json``.

    In a wheel the data lie in ``_data/`` inside the package; in a checkout and in an editable
    install, beside it. Raises FileNotFoundError where neither holds it.
    """
    for home in (_PACKAGE / "_data", _PACKAGE.parent):
        path = home / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{name} is not part of this installation; install it again")
