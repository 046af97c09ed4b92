"""Composition: main window, action table, tasks, session."""

import os

# Read when NumPy is loaded, which the views do. The timeline multiplies no matrices, and the
# threads that would wait for it cost a tenth of the start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
