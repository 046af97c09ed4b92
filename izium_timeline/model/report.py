"""From when on an event may have been known: the first document that tells of it."""

import math
from collections.abc import Mapping

from izium_timeline.model.document import Document
from izium_timeline.model.event import Event


def known_from(event: Event, documents: Mapping[str, Document]) -> float:
    """The first day on which a document that supports the event may have been out.

    ``documents`` are by their paths. -inf where a publication has no earliest day, NaN where
    none has a date.
    """
    firsts = [
        document.publication.bounds.earliest
        for piece in event.evidence
        if (document := documents.get(piece.document)) and document.publication
    ]
    return min((-math.inf if first is None else first for first in firsts), default=math.nan)
