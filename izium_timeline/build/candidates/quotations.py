"""What stands between quotation marks, and so is said by somebody."""

import re

_SPEECH_REACH = 1500  # characters within which a quotation is opened and closed
_SHORTEST_SPEECH = 30  # characters: shorter quotations are of single words
_FEWEST = 12  # characters of a quoted sentence
_CLOSED_SINGLE = re.compile(r"\u2019(?!\w)")  # no apostrophe


def is_quoted(text: str, start: int, place: int) -> bool:
    """Whether a place lies behind the opening of a quotation that is not closed before it.

    A straight mark opens where a blank stands before and none behind it: an odd one elsewhere
    in the text turns nothing around.
    """
    if text.rfind("\u201c", start, place) > text.rfind("\u201d", start, place):
        return True
    single = text.rfind("\u2018", start, place)
    if single >= 0 and not _CLOSED_SINGLE.search(text, single, place):
        return True
    mark = text.rfind('"', start, place)
    if mark < 0 or text[mark + 1 : mark + 2].isspace():
        return False
    return mark == start or text[mark - 1] in " \n\t([\u2013\u2014-:\u00a0"


def in_quotation(text: str, start: int, place: int) -> bool:
    """Whether a place lies within quotation marks opened in its block, which starts there.

    Marks about single words ("liberated") don't count: what they hold is no speech.
    """
    start = max(start, place - _SPEECH_REACH)
    if not is_quoted(text, start, place):
        return False
    opened = max(text.rfind(mark, start, place) for mark in ('"', "\u201c", "\u2018"))
    end = place + _SPEECH_REACH
    single = _CLOSED_SINGLE.search(text, place, end) if text[opened] == "\u2018" else None
    closings = (
        single.start() if single else -1,
        text.find('"', place, end),
        text.find("\u201d", place, end),
    )
    closed = min((closing for closing in closings if closing >= 0), default=end)
    whole = text[opened + 1 : opened + 2].isupper() and text[closed - 1 : closed] in ".!?"
    return closed - opened > _SHORTEST_SPEECH or (whole and closed - opened > _FEWEST)
