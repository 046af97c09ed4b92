"""From a chronology to a picture of it: NumPy and no Qt.

``index`` runs once per chronology and grouping, ``arrange`` once per frame. Plain values are
named tuples, which are quick to load and to make; a dataclass checks itself, changes, or is not
told by its fields.
"""
