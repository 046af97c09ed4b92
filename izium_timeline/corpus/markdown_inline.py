"""The marks inside a paragraph of Markdown: emphasis, links, code, tags, escapes.

What counts as emphasis follows CommonMark 0.31.2, sections 6.1 to 6.4, in one pass: a run of
marks closes the last open run of its length; one that finds no partner is text.
"""

import html
import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|<!--(?:(?!-->)[^<])*-->"
    r"|<(?P<address>(?:https?|mailto):[^<>\s]*)>"
    r"|</?[A-Za-z][^<>]*>"
    r"|!?\[(?P<label>[^\[\]]*)\](?:\([^()\r\n]*(?:\([^()\r\n]*\)[^()\r\n]*)?\)|\[[^\[\]]*\])"
    r"|\[\^[^\[\]\s]*\]"
    r"|(?P<run>\*+|_+|~~)"
)
_IMAGE_LINK = re.compile(r"\[(!\[[^\[\]]*\]\([^()\s]*\))\]\([^()\s]*\)")


def plain(paragraph: str) -> str:
    """The paragraph as it reads; its line ends stay."""
    if not paragraph:
        return paragraph
    pieces = list(_pieces(_IMAGE_LINK.sub(r"\1", paragraph)))
    texts = [piece if isinstance(piece, str) else piece[0] for piece in pieces]
    open_runs: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        if isinstance(piece, str):
            continue
        run, opens, closes = piece
        partners = open_runs.setdefault(run, [])
        if closes and partners:
            texts[partners.pop()] = texts[index] = ""
        elif opens:
            partners.append(index)
    return "".join(texts)


def _pieces(text: str) -> Iterator[str | tuple[str, bool, bool]]:
    """Text, and runs of marks with whether each may open and close emphasis."""
    position = 0
    while match := _TOKEN.search(text, position):
        yield html.unescape(text[position : match.start()])
        position = match.end()
        if match["ticks"]:
            code, position = _code(text, match)
            yield code
        elif match["run"]:
            yield (match["run"], *_flanks(text, match))
        elif match["label"] is not None:
            yield plain(match["label"])
        else:
            yield match["escaped"] or match["address"] or ""
    yield html.unescape(text[position:])


def _code(text: str, ticks: re.Match[str]) -> tuple[str, int]:
    """What stands between two equal runs of ticks, and where to go on; ticks alone are text."""
    end = text.find(ticks["ticks"], ticks.end())
    if end < 0:
        return ticks["ticks"], ticks.end()
    return text[ticks.end() : end], end + len(ticks["ticks"])


def _flanks(text: str, run: re.Match[str]) -> tuple[bool, bool]:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if run["run"][0] == "_" and before.isalnum() and after.isalnum():
        return False, False  # snake_case
    return opens, closes
