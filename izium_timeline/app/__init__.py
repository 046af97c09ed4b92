"""Composition: main window, action table, tasks, session."""

import os

from izium_timeline.app.ahead import load_ahead

# Read when NumPy is loaded. The timeline multiplies no matrices, and the threads that would wait
# for it cost a tenth of the start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
load_ahead()
