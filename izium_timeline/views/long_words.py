"""Text whose words are too long for a line, as names of files are that hold no blank."""

import re
from typing import Final

_LONG: Final = re.compile(r"\S{31,}")
_PIECE: Final = re.compile(r"\S{1,6}")
_MAY_BREAK: Final = "\u200b"


def breakable(text: str) -> str:
    """The text with places in its longest words where a line may end: else none is narrower."""
    return _LONG.sub(lambda word: _MAY_BREAK.join(_PIECE.findall(word[0])), text)
