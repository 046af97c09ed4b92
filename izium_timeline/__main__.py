"""``python -m izium_timeline`` is ``izium-timeline``."""

from izium_timeline.cli import run

if __name__ == "__main__":
    run()
