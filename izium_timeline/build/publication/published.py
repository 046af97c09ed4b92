"""When a document was published, where neither its folder nor its own metadata tells."""

from dataclasses import replace
from pathlib import PurePosixPath

from izium_timeline.build.publication.dated_name import date_in_name
from izium_timeline.build.publication.dateline import find_dateline
from izium_timeline.model.document import Document


def with_publication(document: Document) -> Document:
    """The document with its publication date filled in where it had none and one can be told.

    In this order: what is known already (the corpus metadata file, the document's own
    metadata), a line at its head that says so, when the file says that it was made, a date in
    its name. The file system is never asked: copying a file changes what it would say. A line
    at the head goes before the day on which the file was made, since an article that is
    printed to PDF carries both, and the second is the printing's.
    """
    if document.publication is not None or document.text is None:
        return document
    other = document.created or date_in_name(PurePosixPath(document.path).name)
    return replace(document, publication=find_dateline(document.text, other) or other)
