"""Regular expressions that are compiled at first use, so that importing the tagger is quick."""

import re
from collections.abc import Callable, Iterator

_Find = Callable[..., re.Match[str] | None]


class LazyPattern:
    """A pattern with the methods of ``re.Pattern`` that the tagger uses.

    The first call compiles it and puts the compiled pattern's own methods in place of these,
    so that later calls cost nothing more.
    """

    search: _Find
    match: _Find
    fullmatch: _Find
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name not in ("search", "match", "fullmatch", "finditer", "findall"):
            raise AttributeError(name)
        pattern = re.compile(self.source, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall"):
            setattr(self, method, getattr(pattern, method))
        found: Callable[..., object] = getattr(pattern, name)
        return found
