"""The values of a field that most events have."""

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.words import folded_words
from izium_timeline.search.index import SearchIndex


def frequent(
    index: SearchIndex,
    field: str,
    found: NDArray[np.bool_] | None = None,
    most: int | None = None,
    *,
    begun: str = "",
) -> dict[str, int]:
    """The values with their counts, the most frequent first.

    Only events ``found`` count, and only values of which a word begins as ``begun`` does. A
    document that has a publisher is named by it, not by its path.
    """
    column = index.columns.get(field)
    if column is None:
        return {}
    counts = column.counts(found)
    doubled = {path for path, document in index.documents.items() if document.publisher}
    names = (
        (str(column.names[place]), int(counts[place]))
        for place in np.argsort(-counts, kind="stable").tolist()
        if counts[place] and begins(begun, column.lines[place])
    )
    return dict(islice((pair for pair in names if pair[0] not in doubled), most))


def begins(begun: str, line: str) -> bool:
    """Whether the words stand in a line between blanks, the last as the beginning of one."""
    return f" {' '.join(folded_words(begun))}" in line
