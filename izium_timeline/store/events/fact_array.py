"""The rows of ``store.events.facts`` as a NumPy array."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from izium_timeline.store.events.facts import FIELDS

FACTS: Final = np.dtype([(name, kind) for name, _, kind in FIELDS])
Facts = NDArray[Any]
"""A structured array of FACTS, shape (n,)."""
