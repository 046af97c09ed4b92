"""What the first picture needs beside Qt, loaded before it.

Once PySide is loaded, it has Python read the source of each module that is loaded later, to see
whether that one uses PySide too. NumPy alone is a hundred modules, and the start a tenth longer.
"""

from importlib import import_module

_AHEAD = (
    "izium_timeline.app.actions",
    "izium_timeline.corpus.plain_text",
    "izium_timeline.layout.arrange",
    "izium_timeline.layout.legend",
    "izium_timeline.layout.touch",
    "izium_timeline.layout.travel",
    "izium_timeline.model.selected",
    "izium_timeline.store.categories",
    "izium_timeline.store.entered",
    "izium_timeline.store.last_view",
    "izium_timeline.store.open",
    "izium_timeline.store.settings",
    "izium_timeline.views.publishers",
    "izium_timeline.views.verdicts",
    "izium_timeline.views.voices",
)


def load_ahead() -> None:
    """Load it."""
    for name in _AHEAD:
        import_module(name)
