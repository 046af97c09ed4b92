"""How fast the document pane opens and jumps in a long text with much evidence.

``python -m tests.benchmarks.pane`` prints one JSON object: ``open_ms`` to show a text of 50 MB
with 10,000 pieces of evidence, ``plain_ms`` for an empty QPlainTextEdit to take the same text,
their ``ratio``; ``jump_ms`` and ``jump_max_ms`` from one passage to a far one until it is painted;
``lit``, the most passages that were lit at once. Times are medians, the runs alternate.
"""

import argparse
import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget  # noqa: E402

from izium_timeline.model.chronology import Chronology  # noqa: E402
from izium_timeline.model.event import Anchor, Evidence, Verdict  # noqa: E402
from izium_timeline.model.resource import resource  # noqa: E402
from izium_timeline.views.document_pane import DocumentPane  # noqa: E402
from izium_timeline.views.document_pane_text import DocumentText  # noqa: E402
from izium_timeline.views.theme import ui_font  # noqa: E402
from tests.views.chronologies import document, event  # noqa: E402

SIZE = (460, 800)
JUMPS = 40
QUOTE = 60


def long_chronology(megabytes: int, pieces: int) -> Chronology:
    """A short document in front, and a long one with so many passages, spread evenly."""
    article = (resource("documents") / "002_a586f2f842f570f1.txt").read_text(encoding="utf-8")
    text = article * (megabytes * 1_000_000 // len(article))
    apart = len(text) // pieces
    places = [number * apart for number in range(pieces)]
    evidence = [
        replace(
            Evidence("long.txt", text[at : at + QUOTE], at, at + QUOTE),
            anchor=Anchor(Verdict.EXACT, at, at + QUOTE),
        )
        for at in places
    ]
    events = tuple(
        event(f"e{number:06}", "2022-09", [piece]) for number, piece in enumerate(evidence)
    )
    documents = (document("first.txt", "First.", "2022-01"), document("long.txt", text, "2022-10"))
    return Chronology("Long", events, documents=documents)


def taken(application: QApplication, action: Callable[[], object]) -> float:
    """Milliseconds until an action is done and painted."""
    began = time.perf_counter()
    action()
    application.processEvents()
    return (time.perf_counter() - began) * 1000


def shown(application: QApplication, widget: QWidget) -> None:
    """Show a widget, painted."""
    widget.resize(*SIZE)
    widget.show()
    application.processEvents()


def plain(application: QApplication, text: str) -> float:
    """Milliseconds for a QPlainTextEdit to take a text."""
    edit = QPlainTextEdit()
    edit.setFont(ui_font(14))
    edit.setReadOnly(True)
    shown(application, edit)
    return taken(application, lambda: edit.setPlainText(text))


def measure(runs: int, megabytes: int, pieces: int) -> dict[str, float]:
    """Everything that is printed."""
    application = QApplication(sys.argv[:1])
    chronology = long_chronology(megabytes, pieces)
    gc.freeze()  # as the window does with all that it opened
    long = chronology.document("long.txt")
    opened, plainly, jumps, lit = [], [], [], 0
    for _ in range(runs):
        plainly.append(plain(application, (long and long.text) or ""))
        pane = DocumentPane()
        pane.set_chronology(chronology)
        shown(application, pane)
        opened.append(taken(application, lambda pane=pane: pane.show_event(0)))  # type: ignore[misc]
        text = pane.findChildren(DocumentText)[0]
        for number in range(JUMPS):
            row = number * 7919 % pieces  # far apart: 7919 is prime
            jumps.append(taken(application, lambda row=row, pane=pane: pane.show_event(row)))  # type: ignore[misc]
            lit = max(lit, len(text.extraSelections()))
        pane.deleteLater()
        application.processEvents()
    return summary(opened, plainly, jumps, lit)


def summary(
    opened: Sequence[float], plainly: Sequence[float], jumps: Sequence[float], lit: int
) -> dict[str, float]:
    """The medians, rounded."""
    open_ms, plain_ms = statistics.median(opened), statistics.median(plainly)
    return {
        "open_ms": round(open_ms, 1),
        "plain_ms": round(plain_ms, 1),
        "ratio": round(open_ms / plain_ms, 2),
        "jump_ms": round(statistics.median(jumps), 1),
        "jump_max_ms": round(max(jumps), 1),
        "lit": lit,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--pieces", type=int, default=10_000)
    given = parser.parse_args()
    print(json.dumps(measure(given.runs, given.megabytes, given.pieces)))


if __name__ == "__main__":
    main()
