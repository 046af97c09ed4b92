"""The commands: a row each, with its arguments and what it does.

Each command imports what it needs when it runs: a search never waits for Qt, nor the window
for the parser of arguments.
"""

import gc
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from izium_timeline.cli.arguments import (
    declare_export,
    declare_render,
    declare_search,
    declare_tag,
    declare_target,
)
from izium_timeline.cli.display import check_display, has_display
from izium_timeline.cli.remarks import candidates_hint, tell_documents, tell_export
from izium_timeline.cli.terminal import PROGRAM, Progress, output, put, say, told
from izium_timeline.model.errors import DocumentError, TimelineError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from izium_timeline.model.chronology import Chronology
    from izium_timeline.model.edtf import Edtf
    from izium_timeline.model.selected import Selected
    from izium_timeline.search.find import Hits
    from izium_timeline.search.index import SearchIndex

_DONE, _FAILED = 0, 1
_SIZE = re.compile(r"([1-9]\d{0,4})x([1-9]\d{0,4})")
_LONGEST_REPEATED = 60  # code points of a query


class Command(NamedTuple):
    """A command: what it does in words, the arguments that it declares, and what it runs.

    ``query_after`` is the argument that a query follows, empty where it may come first, None
    where there is none.
    """

    summary: str
    declare: "Callable[[ArgumentParser], None]"
    run: "Callable[[Namespace], int]"
    query_after: str | None = None


def open_target(target: Path | None) -> int:
    """Open the window; without a display, print the chronology and say how to open it."""
    if has_display():
        check_display()
        # A start makes a hundred thousand objects and no garbage, and the collector would look
        # through them again and again; the window lets it begin once it stands.
        gc.disable()
        from izium_timeline.app.main import open_window

        return open_window(target)

    from shutil import get_terminal_size

    from izium_timeline.export.table import table_lines

    chronology, events = _events(target, None)
    columns = get_terminal_size().columns if output().isatty() else sys.maxsize
    put(table_lines(chronology, events, columns))
    say(
        f"there is no display to open a window on; start {PROGRAM} on a desktop, or with DISPLAY "
        f"or WAYLAND_DISPLAY set, or draw the timeline with {PROGRAM} render FILE.png"
    )
    tell_documents(chronology)
    return _DONE


def _export(asked: "Namespace") -> int:
    from izium_timeline.export.rows import RowPer
    from izium_timeline.export.write import CSV, format_of, write_steps, write_stream
    from izium_timeline.store.protect import refuse_source

    per, out = RowPer(asked.rows), None if asked.out == "-" else path_of(asked.out)
    form = format_of(out or Path("-"), asked.format) if out or asked.format else CSV
    chronology, events = _events(_target(asked), asked.status)
    if out is not None:
        refuse_source(out, _target(asked), chronology)
    if asked.search is not None:
        _, hits = _find(chronology, asked, asked.search)
        events = events.at(hits.events)
    if out is None:
        counts = write_stream(chronology, events, output().buffer, per=per, form=form)
    else:
        counts = told(write_steps(chronology, events, out, per=per, form=form))
    if not events:
        by_search = "" if asked.search is None else f" found by {_short(asked.search)}"
        status = f" of the status {asked.status}" if asked.status else ""
        reviewed = asked.status is None and not _is_folder(_target(asked))
        hint = candidates_hint(chronology) if reviewed else ""
        say(f"there is no event{status}{by_search}; only the header is written{hint}")
    tell_export(chronology, counts)
    return _DONE


def _search(asked: "Namespace") -> int:
    from izium_timeline.search.lines import hit_lines

    chronology = _open(_target(asked))
    index, hits = _find(chronology, asked, asked.query)
    lines = list(hit_lines(index, hits))
    put(lines)
    if not lines:
        say(f"nothing was found for {_short(asked.query)}")
    tell_documents(chronology)
    return _DONE


def _check(asked: "Namespace") -> int:
    from izium_timeline.export.verdicts import unverified, verdict_lines

    chronology = _open(_target(asked))
    put(verdict_lines(chronology))
    tell_documents(chronology)
    return _FAILED if unverified(chronology.verdicts()) else _DONE


def _render(asked: "Namespace") -> int:
    from izium_timeline.store.protect import refuse_source

    if sys.platform == "linux":  # a picture needs no display, least of all one that is not there
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    from izium_timeline.app.render import ENDINGS, render

    out, size = path_of(asked.out), _SIZE.fullmatch(asked.size)
    if out.suffix.lower() not in ENDINGS:
        remedy = f"write to a name that ends in {', '.join(ENDINGS)}"
        raise UsageError("there is no such picture format", path=out, remedy=remedy)
    if size is None:
        raise UsageError(f"{asked.size!r} is no size", remedy="write it like --size 1600x900")
    first = _date(asked.first).bounds().earliest if asked.first else None
    last = _date(asked.last).bounds().latest if asked.last else None
    if first is not None and last is not None and first > last:
        raise UsageError(f"--from {asked.first} is after --to {asked.last}", remedy="swap them")
    chronology = _open(_target(asked))
    refuse_source(out, _target(asked), chronology)
    render(chronology, out, (int(size[1]), int(size[2])), first, last)
    tell_documents(chronology)
    return _DONE


def _remedy_for(problem: str) -> str:
    """What a person can do about a document, where what is wrong with it does not say so."""
    return "" if "; " in problem else "name another file"


def _tag(asked: "Namespace") -> int:
    from izium_timeline.build.publication.published import with_publication
    from izium_timeline.corpus.read import read_document
    from izium_timeline.model.document import Document
    from izium_timeline.store.settings import read_settings
    from izium_timeline.temporal import tag
    from izium_timeline.temporal.show import coloured, json_lines

    given = _date(asked.published) if asked.published else None
    path = path_of(asked.file)
    place = path.resolve()
    limits = read_settings().limits
    try:
        described = Document(place.name)
    except ValueError:
        remedy = "give it another, without a colon or a backslash"
        raise DocumentError(
            "has a name that no document can have", path=path, remedy=remedy
        ) from None
    if place.is_dir():
        raise DocumentError("is a folder", path=path, remedy="name a file of it")
    document = read_document(described, place.parent, limits=limits)
    if document.text is None:
        raise DocumentError(document.problem, path=path, remedy=_remedy_for(document.problem))
    own = with_publication(document).publication
    published = given or (own.edtf if own else None)
    timexes = tag(document.text, str(published) if published else None, mode=asked.mode)
    shown = coloured(document.text, timexes) if output().isatty() else json_lines(timexes)
    put((shown.removesuffix("\n"),) if shown else ())
    return _DONE


def _open(target: Path | None) -> "Chronology":
    """What the target holds, with what was entered about it in the window."""
    from izium_timeline.store.entered import overlay, read_entered
    from izium_timeline.store.open import open_steps

    chronology = _open_folder(target) if target and target.is_dir() else told(open_steps(target))
    try:
        return overlay(chronology, read_entered(target))
    except TimelineError as error:
        say(f"what was entered about it in the window is left out. {error}")
        return chronology


def _open_folder(folder: Path) -> "Chronology":
    from izium_timeline.store.open import open_folder

    progress = Progress()
    try:
        return open_folder(folder, lambda reading: progress.tell(reading.told))
    finally:
        progress.clear()


def _events(target: Path | None, status: str | None) -> "tuple[Chronology, Selected]":
    """What the target holds, and its events of that status or of what is usual for it.

    Candidates of a chronology are those that it holds, and those of its documents beside them.
    """
    from izium_timeline.export.rows import StatusChoice

    chronology = _open(target)
    usual = StatusChoice.ALL if _is_folder(target) else StatusChoice.REVIEWED
    choice = StatusChoice(status or usual)
    if not _is_folder(target) and choice is not StatusChoice.REVIEWED:
        from izium_timeline.build.matching import with_unmatched  # reads all the documents

        chronology = told(with_unmatched(chronology))
    return chronology, choice.of(chronology)


def _is_folder(target: Path | None) -> bool:
    return target is not None and target.is_dir()


def _find(chronology: "Chronology", asked: "Namespace", query: str) -> "tuple[SearchIndex, Hits]":
    """Search, and say which query was answered where another was asked.

    The index of a large chronology is the window's own, from the cache.
    """
    from izium_timeline.search.mistakes import ParseError
    from izium_timeline.search.parse import parse
    from izium_timeline.search.prepare import answer, prepare

    try:
        parse(query)  # a line that can't be read need not wait for an index
    except ParseError as error:
        raise error.with_suggestion() from None
    index, hits = answer(prepare(chronology, _target(asked)), query, exact=asked.exact)
    if hits.corrected is not None:
        say(f"showing results for {hits.corrected}; --exact searches as written")
    return index, hits


def _date(text: str) -> "Edtf":
    from izium_timeline.model.edtf import EdtfError, parse_edtf

    try:
        return parse_edtf(text.strip())
    except EdtfError as error:
        raise UsageError(error.what, remedy=error.remedy) from None


def _short(query: str) -> str:
    """A query as a message repeats it."""
    text = query.strip()
    return repr(text if len(text) <= _LONGEST_REPEATED else f"{text[:_LONGEST_REPEATED]}…")


def _target(asked: "Namespace") -> Path | None:
    return None if asked.target is None else path_of(asked.target)


def path_of(text: str) -> Path:
    """The path that was written; raises UsageError for an empty one, which is no folder."""
    if not text:
        raise UsageError("the name of a file or folder is empty", remedy="write its name")
    return Path(text)


COMMANDS = {
    "export": Command(
        "Write the chronology to a file, or to standard output as CSV.",
        declare_export,
        _export,
        query_after="--search",
    ),
    "search": Command(
        "Print what a query finds: id, date, title and quote, separated by tabs.",
        declare_search,
        _search,
        query_after="",
    ),
    "check": Command("Verify every quote against its document.", declare_target, _check),
    "render": Command("Draw the timeline into a picture.", declare_render, _render),
    "tag": Command("Print the temporal expressions of a text.", declare_tag, _tag),
}
