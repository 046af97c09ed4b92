"""The process that does jobs one after another for ``build/workers.py``.

Standard input brings the name of a function, then one job after another; standard output takes
one frame a message: its length in eight bytes, then a pickle. Both come from and go to no one but
the program that started the process. Once that program is gone the pipe ends, and with it the
process; a job that holds the interpreter is ended by a timer of its own, which needs none.
"""

import faulthandler
import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct(">Q")
_LATER: Final = 10  # what a person does meanwhile comes first
_GRACE: Final = 5.0  # seconds after its limit at which a job ends its process by itself
_BESIDE: Final = 300_000_000  # bytes of address space that the interpreter itself may take

Task = Callable[[Any], object]


def serve() -> None:
    """Do the jobs that come, until no more do."""
    with suppress(OSError, AttributeError):
        os.nice(_LATER)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    messages: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(sys.stdin.buffer, messages), daemon=True).start()
    task = _load(messages.get())
    _send(answers, b"")
    while True:
        job, seconds, memory = messages.get()
        _bound(memory)
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a file that is always there
            faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
            answer = _answer(task, job)
            faulthandler.cancel_dump_traceback_later()
        _send(answers, pickle.dumps(answer))


def _answer(task: Task, job: object) -> tuple[bytes, str]:
    """What the task makes of a job, pickled, and no problem; or nothing, and the problem."""
    try:
        return pickle.dumps(task(job), pickle.HIGHEST_PROTOCOL), ""
    except MemoryError:
        return b"", "needs more memory than it may have; split it"
    except Exception as error:  # noqa: BLE001 - one file's failure is a line in the list of files
        told = " ".join(f"{type(error).__name__}: {error}".split())
        return b"", f"could not be read: the program failed ({told[:200]})"


def _load(name: str) -> Task:
    """The function of that name, as in ``package.module:function``."""
    module, _, function = name.partition(":")
    task: Task = getattr(import_module(module), function)
    return task


def _receive(pipe: BinaryIO, messages: "SimpleQueue[Any]") -> None:
    """Hand over what comes; at the end of the pipe end the process, whatever it does."""
    for message in _messages(pipe):
        messages.put(message)
    os._exit(0)


def _messages(pipe: BinaryIO) -> Iterator[Any]:
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            yield pickle.load(pipe)


def _send(answers: BinaryIO, data: bytes) -> None:
    try:
        answers.write(LENGTH.pack(len(data)) + data)
        answers.flush()
    except OSError:  # nobody takes it
        os._exit(0)


def _bound(memory: int) -> None:
    """Let no more than so many bytes be taken, where the system can hold a process to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory + _BESIDE, most))
