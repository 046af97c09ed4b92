"""Work in many small steps, for whoever has other things to do meanwhile."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that pauses after each bit of it, and returns its result at the end."""
