"""The texts of a folder's documents, read when they are asked for; a few are kept at hand."""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from izium_timeline.corpus.read import read_document
from izium_timeline.model.document import Document
from izium_timeline.model.text import ReadText
from izium_timeline.store.results.result_cache import cached_text

MOST_LETTERS: Final = 16_000_000  # code points kept at hand


@dataclass(frozen=True, slots=True)
class FolderText:
    """The text of one document as it was read: from the cache, else from the file itself.

    A file that has changed since has another hash, and another text than the one in which the
    passages were found; it is not given. ``letters`` is the length in code points.
    """

    folder: Path
    path: str
    sha256: str
    letters: int
    cache: Path | None = None

    def read(self) -> ReadText | None:
        """The text, None where it is no longer to be had."""
        text = _AT_HAND.get(self)
        if text is None:
            words = self._from_cache()
            words = self._from_file() if words is None else words
            if words is not None:
                text = ReadText.of(self, words)
                _AT_HAND.keep(self, text)
        return text

    def _from_cache(self) -> str | None:
        return None if self.cache is None else cached_text(self.cache, self.path, self.sha256)

    def _from_file(self) -> str | None:
        document = read_document(Document(self.path), self.folder)
        return document.text if document.sha256 == self.sha256 else None


class _AtHand:
    """The texts that were asked for last, as many as there is room for, always the latest."""

    def __init__(self) -> None:
        self._texts: OrderedDict[FolderText, ReadText] = OrderedDict()
        self._letters = 0
        self._lock = Lock()  # the search asks from a thread

    def get(self, source: FolderText) -> ReadText | None:
        with self._lock:
            text = self._texts.get(source)
            if text is not None:
                self._texts.move_to_end(source)
            return text

    def keep(self, source: FolderText, text: ReadText) -> None:
        with self._lock:
            self._letters -= len(self._texts.pop(source, "") or "")
            self._texts[source] = text
            self._letters += len(text)
            while self._letters > MOST_LETTERS and len(self._texts) > 1:
                self._letters -= len(self._texts.popitem(last=False)[1])


_AT_HAND: Final = _AtHand()
