"""Furniture by its repetition: which of a folder's candidates its documents carry about themselves.

A notice, an address or a description of the publisher stands in many documents in the same
surroundings, while the documents tell of different things. A report of an agency that several
papers print is repeated with all that it tells; a paragraph of it, put into other reports,
stands between other words. Neither is furniture.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

_FEWEST: Final = 3  # documents in which a passage has to stand
_SHARED: Final = 0.5  # of a document's other passages: with more it is the same report

Hashes = NDArray[np.uint64]


def repeated(document: NDArray[np.int32], words: Hashes, framed: Hashes) -> NDArray[np.bool_]:
    """Which candidates rest on furniture, shape (n,) as all columns.

    ``document`` tells documents apart; ``words`` and ``framed`` are as in ``setting.Setting``.
    """
    _, code, count = np.unique(framed, return_inverse=True, return_counts=True)
    frequent = np.flatnonzero(count[code] >= _FEWEST)
    where: defaultdict[int, set[int]] = defaultdict(set)
    for key, path in zip(framed[frequent].tolist(), document[frequent].tolist(), strict=True):
        where[key].add(path)
    often = {key: paths for key, paths in where.items() if len(paths) >= _FEWEST}
    if not often:
        return np.zeros(len(document), np.bool_)
    involved = np.isin(document, list(set().union(*often.values())))
    rows = np.flatnonzero(involved & ~np.isin(framed, _hashes(often)))
    told: defaultdict[int, set[int]] = defaultdict(set)
    for path, passage in zip(document[rows].tolist(), words[rows].tolist(), strict=True):
        told[path].add(passage)
    furniture = (key for key, paths in often.items() if _is_furniture(paths, told))
    return np.isin(framed, _hashes(furniture))


def _hashes(keys: Iterable[int]) -> Hashes:
    return np.array(list(keys), np.uint64)


def _is_furniture(where: set[int], told: Mapping[int, set[int]]) -> bool:
    """Whether documents that carry a passage tell, for the rest, of different things.

    Where most have nothing else to tell that could be compared, they may be one report.
    """
    counts = Counter(words for document in where for words in told.get(document, ()))
    different = 0
    for document in where:
        others = told.get(document, set())
        shared = sum(counts[words] > 1 for words in others)
        different += bool(others) and shared <= _SHARED * len(others)
    return different >= _FEWEST and 2 * different > len(where)
