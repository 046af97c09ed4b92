"""One file of a folder, from its bytes to its candidates."""

from pathlib import Path

import pytest

from izium_timeline.build.job import Job, run
from izium_timeline.model.document import Document


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\t"])
def test_a_file_without_a_letter_is_skipped(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    document = run(Job(Document("a.txt"), tmp_path)).document
    assert (document.text, document.skipped) == (None, True)
    assert document.problem == "is empty; remove it, or save it with its text"
