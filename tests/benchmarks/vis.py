"""The same frames in vis-timeline, in a headless Chromium: how the two compare.

    python -m tests.benchmarks.vis --chromium PROGRAM --script vis-timeline-graph2d.min.js

``--script`` is the standalone build of vis-timeline. For 1,000 and 10,000 events one JSON
object is printed: the times of vis-timeline, of this timeline in the same run, and their
ratios. A frame of vis-timeline is the change of its window and its layout (setWindow, redraw,
and the reading of a size, which forces it); Chromium's own painting comes on top.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.frames import FRAMES, script_of
from tests.benchmarks.synthetic import LANES, synthetic

_EPOCH = 719_163  # the day number of 1 January 1970
_DAY = 86_400_000.0  # milliseconds
_PATIENCE = 900  # seconds
_OFFLINE = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
    *("--window-size=1600,600", "--dump-dom"),
)
_PAGE = """<!doctype html><meta charset="utf-8"><style>{style}</style>
<div id="timeline" style="width:1600px;height:500px"></div><pre id="result"></pre>
<script>{library}</script>
<script>
const data = {data};
const box = document.getElementById("timeline");
const began = performance.now();
const view = new vis.Timeline(box, new vis.DataSet(data.items), new vis.DataSet(data.groups),
  {{height: 500, start: data.windows[0][0], end: data.windows[0][1]}});
view.redraw(); box.offsetHeight;
const build = performance.now() - began;
const times = data.windows.map(([start, end]) => {{
  const at = performance.now();
  view.setWindow(start, end, {{animation: false}});
  view.redraw(); box.offsetHeight;
  return performance.now() - at;
}});
document.getElementById("result").textContent = JSON.stringify({{build, times}});
</script>"""


def run(arguments: Sequence[str]) -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chromium", required=True)
    parser.add_argument("--script", type=Path, required=True)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 10_000])
    given = parser.parse_args(arguments)
    for count in given.events:
        theirs = _chromium(given.chromium, _page(given.script, count))
        ours = _ours(count)
        median, p95 = statistics.median(theirs["times"]), np.percentile(theirs["times"], 95)
        report = {
            "events": count,
            "vis_build_s": round(theirs["build"] / 1000, 3),
            "vis_median_ms": round(median, 2),
            "vis_p95_ms": round(float(p95), 2),
            "build_s": ours["build_s"],
            "median_ms": ours["median_ms"],
            "p95_ms": ours["p95_ms"],
            "median_ratio": round(median / ours["median_ms"], 1),
            "p95_ratio": round(float(p95) / ours["p95_ms"], 1),
        }
        print(json.dumps(report), flush=True)


def _page(script: Path, count: int) -> str:
    """A page with the library, the synthetic events and the windows of all frames in it."""
    columns = synthetic(count)
    frames = script_of(columns)
    items = [
        {
            "id": row,
            "group": int(columns.place[row]),
            "content": columns.titles[row],
            "start": _milliseconds(columns.start[row]),
            **({} if columns.extent[row] == 0 else {"end": _milliseconds(columns.end[row])}),
            "type": "point" if columns.extent[row] == 0 else "range",
        }
        for row in range(count)
    ]
    data = {
        "items": items,
        "groups": [{"id": lane, "content": f"Lane {lane + 1}"} for lane in range(LANES)],
        "windows": [
            [_milliseconds(day) for day in frames.window(number)] for number in range(FRAMES)
        ],
    }
    style = script.parent.parent.parent / "styles" / "vis-timeline-graph2d.min.css"
    return _PAGE.format(
        style=style.read_text("utf-8") if style.exists() else "",
        library=script.read_text("utf-8").replace("</script", "<\\/script"),
        data=json.dumps(data).replace("</", "<\\/"),
    )


def _milliseconds(day: float) -> float:
    return round((float(day) - _EPOCH) * _DAY)


def _chromium(program: str, page: str) -> dict[str, Any]:
    """What the page measured."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, "utf-8")
        command = [program, *_OFFLINE, f"--user-data-dir={folder}/profile", path.as_uri()]
        shown = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=True
        )
    found = re.search(r'<pre id="result">(\{.*?\})</pre>', shown.stdout)
    if found is None:
        raise RuntimeError(f"the page measured nothing: {shown.stderr[-400:]}")
    return dict(json.loads(found[1]))


def _ours(count: int) -> dict[str, float]:
    """The same frames here, in a process of their own."""
    command = [sys.executable, "-m", "tests.benchmarks.frames", "--events", str(count)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(shown.stdout))


if __name__ == "__main__":
    run(sys.argv[1:])
