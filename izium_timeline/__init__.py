"""Izium Timeline: a folder of documents as a chronology that can be checked.

Data flows one way: documents, text, timexes, chronology, picture, screen.
"""

__version__ = "0.1.0"
