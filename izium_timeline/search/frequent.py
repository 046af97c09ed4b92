"""The values of a field that most events have."""

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.search.index import SearchIndex


def frequent(
    index: SearchIndex,
    field: str,
    most: int,
    found: NDArray[np.bool_] | None = None,
    *,
    begun: str = "",
) -> dict[str, int]:
    """The values with their counts, at most so many, the most frequent first.

    Only events ``found`` count, and only values of which a word begins as ``begun`` does. A
    document that has a publisher is named by it, not by its path.
    """
    column = index.columns.get(field)
    if column is None:
        return {}
    counts = np.where(column.named([beginning(begun)]), column.counts(found), 0)
    names = (
        (str(column.names[place]), int(counts[place]))
        for place in np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)].tolist()
    )
    return dict(islice((pair for pair in names if not _is_doubled(pair[0], index)), most))


def beginning(begun: str) -> str:
    """What a line of words between blanks holds where one of them begins so."""
    return f" {' '.join(folded_words(begun))}"


def _is_doubled(name: str, index: SearchIndex) -> bool:
    """Whether it is the path of a document that goes by its publisher's name."""
    document = index.documents.get(name)
    return document is not None and bool(document.publisher)
