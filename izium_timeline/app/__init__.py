"""Composition: main window, action table, tasks, session."""

import gc
import os

# Read when NumPy is loaded, which the views do. The timeline multiplies no matrices, and the
# threads that would wait for it cost a tenth of the start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A start makes a hundred thousand objects and no garbage, and the collector would look through
# them again and again. ``MainWindow.complete`` switches it on once the window stands.
gc.disable()
