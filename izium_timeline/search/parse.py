"""One line of text becomes a query.

Words, ``"exact phrase"``, ``-not``, ``a OR b``, ``begin*`` and ``field:value``; ``OR`` binds
closer than the blank between clauses, so brackets are not needed and count as blanks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from izium_timeline.build.vocabulary.words import folded_words
from izium_timeline.model.edtf import EdtfError, parse_edtf
from izium_timeline.search.fields import AROUND, EVENT_FIELDS, EXAMPLES, TIME_FIELDS
from izium_timeline.search.mistakes import (
    Instead,
    ParseError,
    date_in_words,
    near,
    near_field,
    nothing,
)
from izium_timeline.search.query import (
    Around,
    Atom,
    Clause,
    Either,
    Field,
    Not,
    Phrase,
    Query,
    Time,
    Words,
)

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u201f\uff02", '"'))
_DAYS = re.compile("[0-9]{1,5}")
_PIECE = re.compile(
    r"(?P<negated>-?)(?:(?P<field>[A-Za-z][A-Za-z-]*):)?"
    r'(?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<bare>[^\s"]*))'
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of the line as it was written; ``unfinished`` where the line ends in it.

    ``text`` is its value, ``rest`` that and whatever follows it, in quotation marks nothing.
    """

    position: int
    written: str
    rest: str
    negated: bool
    field: str
    text: str
    quoted: bool
    unfinished: bool

    @property
    def end(self) -> int:
        """The code point behind it."""
        return self.position + len(self.written)

    def instead(self, field: str, value: str, more: int = 0) -> Instead:
        """Another field and value in its place and that of so many code points behind it."""
        named = f"{field}:" * bool(field)
        return Instead(self.position, self.end + more, f"{'-' * self.negated}{named}{value}")

    @property
    def joiner(self) -> str:
        """OR or AND, empty for a piece that says something."""
        plain = not (self.negated or self.field or self.quoted)
        return self.text if plain and self.text in ("OR", "AND") else ""


def parse(text: str) -> Query:
    """The query of a line; an empty line is the query that everything matches.

    Raises ParseError, which says where the line goes wrong and what to write instead.
    """
    clauses: list[Clause] = []
    waiting: int | None = None  # where an OR stands that has its left side alone
    for piece in _pieces(text):
        if piece.joiner == "OR":
            if not clauses or waiting is not None:
                raise _lonely_or(piece.position)
            waiting = piece.position
        elif clause := None if piece.joiner else _clause(piece):
            clauses.append(
                clause if waiting is None else _either(clauses.pop(), clause, piece.position)
            )
            waiting = None
    if waiting is not None:
        raise _lonely_or(waiting)
    if not clauses and text.strip():
        raise ParseError("there is no word in it", 0, "write a word, a name or a date")
    return Query(tuple(clauses))


def _pieces(text: str) -> Iterator[_Piece]:
    line = text.translate(_QUOTES)
    position = 0
    while match := _PIECE.search(line, position):
        if match.end() == len(line) == match.start():
            return
        position = max(match.end(), match.start() + 1)
        if match["phrase"] is not None and not match["close"]:
            raise ParseError(
                "the quotation mark is not closed",
                match.start("phrase") - 1,
                'write another " at the end of the phrase',
                end=len(line),
                meant=partial(_closed, match.start("phrase") - 1, match["phrase"].strip()),
            )
        if match[0]:
            yield _Piece(
                match.start(),
                match[0],
                match["phrase"] or line[match.start("bare") :],
                bool(match["negated"]),
                (match["field"] or "").lower(),
                match["bare"] or match["phrase"] or "",
                match["phrase"] is not None,
                match.end() == len(line),
            )


def _clause(piece: _Piece) -> Atom | Not | Around | None:
    """What a piece says; None where it holds no word, as a lone dash."""
    if piece.field == AROUND:
        return _around(piece)
    atom = _field(piece) if piece.field else _words(piece)
    return Not(atom) if atom and piece.negated else atom


def _words(piece: _Piece) -> Words | Phrase | None:
    words = folded_words(piece.text)
    if not words:
        return None
    if piece.quoted:
        return Phrase(words)
    return Words(words, prefix=piece.unfinished or piece.text.endswith("*"))


def _field(piece: _Piece) -> Atom:
    if piece.field not in EXAMPLES:
        raise _unknown_field(piece)
    if piece.field in TIME_FIELDS:
        return _time(piece)
    value = _words(piece)
    if value is None:
        raise _lacks(piece, "value")
    _check_choice(piece, value.words[0])
    return Field(piece.field, value)


def _check_choice(piece: _Piece, word: str) -> None:
    choices = EVENT_FIELDS[piece.field].choices if piece.field in EVENT_FIELDS else ()
    if choices and not any(choice.startswith(word) for choice in choices):
        close = near(word, choices)
        raise ParseError(
            f"{piece.field}: can't be {piece.text!r}",
            piece.position,
            f"it is one of {', '.join(choices)}",
            end=piece.end,
            meant=nothing if close is None else lambda: piece.instead(piece.field, close),
        )


def _time(piece: _Piece) -> Time:
    if not piece.text:
        raise _lacks(piece, "date")
    try:
        return Time(piece.field, parse_edtf(piece.text))
    except EdtfError as error:
        raise ParseError(
            error.what,
            piece.position,
            error.remedy,
            end=piece.end,
            meant=partial(_dated, piece),
        ) from None


def _dated(piece: _Piece) -> Instead | None:
    """The piece with a date that a person wrote in words, which may go on behind it."""
    found = date_in_words(piece.rest)
    if found is None:
        return None
    more = 0 if piece.quoted else max(0, found[0] - len(piece.text))
    return piece.instead(piece.field, found[1], more)


def _closed(start: int, words: str) -> Instead | None:
    """A phrase with the quotation mark that it lacks."""
    return Instead(start, start + 1 + len(words), f'"{words}"') if words else None


def _around(piece: _Piece) -> Around:
    if piece.negated:
        raise _lonely_around(piece.position)
    if not _DAYS.fullmatch(piece.text):
        raise _lacks(piece, "number of days")
    return Around(int(piece.text))


def _lacks(piece: _Piece, what: str) -> ParseError:
    return ParseError(
        f"{piece.field}: lacks a {what}",
        piece.position,
        f"write it like {EXAMPLES[piece.field]}",
        end=piece.end,
    )


def _unknown_field(piece: _Piece) -> ParseError:
    value = piece.written.partition(":")[2]
    field = near_field(piece.field)
    remedy = {
        None: f"the fields are {', '.join(EXAMPLES)}",
        "": "write the words alone: they are sought in titles and quotes",
    }.get(field, f"did you mean {field}:")
    return ParseError(
        f"there is no field {piece.field!r}",
        piece.position,
        remedy,
        end=piece.end,
        meant=nothing if field is None else lambda: piece.instead(field, value),
    )


def _either(left: Clause, right: Atom | Not | Around, position: int) -> Either:
    if isinstance(left, Around) or isinstance(right, Around):
        raise _lonely_around(position)
    return Either((*left.choices, right) if isinstance(left, Either) else (left, right))


def _lonely_around(position: int) -> ParseError:
    return ParseError(
        "around: is no condition and stands by itself", position, "write it like flag around:7"
    )


def _lonely_or(position: int) -> ParseError:
    return ParseError(
        "OR stands without a word on each side",
        position,
        "write it like Izium OR Kharkiv",
        end=position + len("OR"),
    )
