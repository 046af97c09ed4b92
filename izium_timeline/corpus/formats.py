"""The formats that are read: a row each."""

from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from izium_timeline.corpus.reading import Reader

# A file's ending, and the module of this package whose ``read`` reads it. The module is loaded
# with the first file of its format: none of them belongs to the start of the program.
FORMATS = {
    ".txt": "plain_text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
}


def is_known(path: str) -> bool:
    """Whether files of that ending are read as part of a folder."""
    return PurePosixPath(path).suffix.lower() in FORMATS


def reader_of(path: str) -> Reader:
    """The reader by a file's ending; what a person names in spite of its ending is plain text."""
    module = FORMATS.get(PurePosixPath(path).suffix.lower(), "plain_text")
    return cast(Reader, import_module(f"izium_timeline.corpus.{module}").read)
