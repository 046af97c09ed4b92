"""The command line: ``izium-timeline``.

Importing it costs next to nothing and leaves Qt and NumPy alone.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NoReturn

from izium_timeline import __version__
from izium_timeline.cli.commands import COMMANDS, open_target, path_of
from izium_timeline.cli.terminal import PROGRAM, drop, put, release, say
from izium_timeline.model.errors import QueryError, TimelineError, UsageError

_DONE, _FAILED, _MISUSED, _INTERRUPTED = 0, 1, 2, 130


def run() -> None:
    """What ``izium-timeline`` calls: run the command line and leave with its exit status."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run a command line; return its exit status: 0, 1 for a failure, 2 for wrong usage.

    A failure is one line on standard error. A reader that has read enough, and Ctrl-C, pass
    in silence.
    """
    try:
        return _finished(_dispatch(arguments))
    except SystemExit as leaving:  # how the parser of arguments ends after --help
        return _finished(_DONE if leaving.code is None else int(leaving.code))
    except KeyboardInterrupt:
        return _finished(_INTERRUPTED)
    except BrokenPipeError:
        return _finished(_DONE)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a person
        return _finished(_explain(error))


def _explain(error: Exception) -> int:
    """Say in one line what went wrong; return the exit status that goes with it."""
    if isinstance(error, TimelineError):
        say(str(error))
        return _MISUSED if isinstance(error, UsageError | QueryError) else _FAILED
    if isinstance(error, ImportError):
        say(f"a part of the program can't be loaded ({error}); install it again")
    elif isinstance(error, OSError):
        place = error.filename or "standard output"
        say(f"{place}: {error.strerror or error}; check its rights and the space that is left")
    else:
        say(f"unexpected {error!r}; please report it with the command")
    return _FAILED


def _finished(status: int) -> int:
    """Let the output out and return the status; what nobody can take is dropped."""
    try:
        release()
    except BrokenPipeError:
        drop()
    except OSError as error:
        drop()
        return status or _explain(error)
    return status


def _dispatch(arguments: Sequence[str]) -> int:
    first = arguments[0] if arguments else None
    if first in COMMANDS:
        return _run_command(first, arguments[1:])
    if first is None or (len(arguments) == 1 and not first.startswith("-")):
        return open_target(None if first is None else path_of(first))
    if first in _ANSWERS and len(arguments) == 1:
        put(_ANSWERS[first]())
        return _DONE
    raise _misuse(first, arguments)


def _misuse(first: str, arguments: Sequence[str]) -> UsageError:
    """What is wrong with a call that begins with no command."""
    option = next((word for word in arguments if word.startswith("-")), "")
    if not option and path_of(first).exists():
        return UsageError(
            f"one folder or file can be opened, not {len(arguments)}",
            remedy="put a name that holds blanks in quotation marks",
        )
    return UsageError(
        f"there is no command or option {(option or first)!r}",
        remedy=f"the commands are {', '.join(COMMANDS)}; see {PROGRAM} --help",
    )


def _run_command(name: str, arguments: Sequence[str]) -> int:
    """Parse a command's arguments and run it; raises UsageError where they make no sense."""
    from argparse import ArgumentParser

    class Parser(ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise UsageError(f"{name}: {message}", remedy=f"see {self.prog} --help")

    command = COMMANDS[name]
    parser = Parser(f"{PROGRAM} {name}", description=command.summary, allow_abbrev=False)
    command.declare(parser)
    return command.run(parser.parse_args(_shielded(arguments, command.query_after)))


def _shielded(arguments: Sequence[str], query_after: str | None) -> list[str]:
    """The arguments with a blank before a query like -attack, which is no option."""

    def is_query(before: str, word: str) -> bool:
        excludes = word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h"
        return excludes and query_after in ("", before)

    return [
        f" {word}" if is_query(before, word) else word
        for before, word in pairwise(("", *arguments))
    ]


def _help() -> Iterator[str]:
    yield f"usage: {PROGRAM} [FOLDER or FILE]"
    yield f"       {PROGRAM} COMMAND ..."
    yield ""
    yield "Opens the chronology of Izium, a folder of documents, or a chronology file in a window."
    yield ""
    yield from (f"  {name:8}{command.summary}" for name, command in COMMANDS.items())
    yield ""
    yield f"{PROGRAM} COMMAND --help tells more. A folder named like a command is written ./export."


_ANSWERS: dict[str, Callable[[], Iterable[str]]] = {
    "-h": _help,
    "--help": _help,
    "--version": lambda: (f"{PROGRAM} {__version__}",),
}
