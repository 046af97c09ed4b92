"""From a chronology to a picture of it: NumPy and no Qt.

``index`` runs once per chronology and grouping, ``arrange`` once per frame.
"""
