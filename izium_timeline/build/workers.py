"""Worker processes of the program's own, one job in flight each.

The standard pool loses every job in flight when one of its processes dies. Here a process that
crashes, takes too long or too much memory costs the one job that it was at, and another takes its
place. One thread a process hands it jobs and waits for its answers, so that none idles until
somebody looks; the threads do next to nothing else, for they share the interpreter with a window.
"""

import os
import pickle
import queue
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Final, Generic, TypeVar

from izium_timeline.build.worker import LENGTH
from izium_timeline.corpus.limits import Limits

_LOOK: Final = 0.2  # seconds between two looks at time and memory
_STARTS: Final = 3  # processes in a row that may die before they are ready
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_SPLIT: Final = "split it, or raise the limit in settings.json"
_UNABLE: Final = "could not be read: no worker process starts on this machine"

JobT = TypeVar("JobT")


def core_count() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    count: Callable[[], int | None] = getattr(os, "process_cpu_count", os.cpu_count)
    return count() or 1


@dataclass(frozen=True, slots=True)
class Done(Generic[JobT]):
    """A job that is done: the pickle of what came of it, or in one line why nothing did.

    ``of_file`` says whether that lies with the job's file, and would come of it again.
    """

    job: JobT
    answer: bytes = b""
    problem: str = ""
    of_file: bool = True


class Workers(Generic[JobT]):
    """Does jobs in other processes; results come in the order in which they are ready.

    ``task`` is a function at the top of a module, which the processes import. Jobs are picklable.
    Every method is to be called from one thread. Left as a context, it ends its processes.
    """

    def __init__(
        self, task: Callable[[JobT], object], limits: Limits, cores: int | None = None
    ) -> None:
        self._task = f"{task.__module__}:{task.__qualname__}"
        self._limits = limits
        self._most = cores or core_count()
        self._jobs: queue.SimpleQueue[JobT | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Done[JobT]] = queue.SimpleQueue()
        self._hands: list[_Hand] = []
        self._open = 0
        self._looked = 0.0

    def __enter__(self) -> "Workers[JobT]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def waiting(self) -> int:
        """How many jobs were put and have not come back."""
        return self._open

    @property
    def room(self) -> int:
        """How many more jobs keep every process busy until somebody looks again."""
        return 4 * self._most - self._open

    def put(self, job: JobT) -> None:
        """Have a job done; a process is started for it where all others are busy."""
        self._open += 1
        self._jobs.put(job)
        if len(self._hands) < min(self._most, self._open):
            self._hands.append(_Hand(self._task, self._limits, self._jobs, self._done))

    def poll(self, seconds: float = 0.0) -> Iterator[Done[JobT]]:
        """The jobs that are done by now; where there is none, it waits so long for the first."""
        self._look()
        wait = seconds if self._open else 0.0
        with suppress(queue.Empty):
            while True:
                done = self._done.get(timeout=wait) if wait else self._done.get_nowait()
                wait = 0.0
                self._open -= 1
                yield done

    def results(self) -> Iterator[Done[JobT]]:
        """The jobs as they are done, until none is open."""
        while self._open:
            yield from self.poll(_LOOK)

    def close(self) -> None:
        """End all processes; what is not done yet never will be."""
        for hand in self._hands:
            hand.stop()
        for _ in self._hands:
            self._jobs.put(None)
        for hand in self._hands:
            hand.join()
        self._hands.clear()

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked >= _LOOK:
            self._looked = now
            for hand in self._hands:
                hand.check(now)


class _Hand:
    """A thread with its process, and with the next one where that dies."""

    def __init__(
        self,
        task: str,
        limits: Limits,
        jobs: "queue.SimpleQueue[Any]",
        done: "queue.SimpleQueue[Any]",
    ) -> None:
        self._task, self._limits = task, limits
        self._jobs, self._done = jobs, done
        self._process: subprocess.Popen[bytes] | None = None
        self._began: float | None = None
        self._killed = ""
        self._stopped = False
        self._unready = 0
        self._turn = Lock()  # so that no process is killed for a job that it has done
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def check(self, now: float) -> None:
        """Kill the process where its job has taken too long, or too much memory."""
        with self._turn:
            began, process = self._began, self._process
            if began is None or process is None:
                return
            if now - began > self._limits.seconds:
                self._kill(process, f"took longer than {self._limits.seconds:g} seconds; {_SPLIT}")
            elif _resident(process.pid) > self._limits.memory:
                self._kill(
                    process, f"needs more memory than {self._limits.memory // 10**6} MB; {_SPLIT}"
                )

    def stop(self) -> None:
        """End the process, and let no other follow."""
        self._stopped = True
        process = self._process
        if process is not None:
            self._kill(process, "was not read")

    def join(self) -> None:
        """Wait until process and thread have ended."""
        self._thread.join()

    def _kill(self, process: "subprocess.Popen[bytes]", why: str) -> None:
        self._killed = self._killed or why
        process.kill()

    def _run(self) -> None:
        try:
            while not self._stopped and (job := self._jobs.get()) is not None:
                self._done.put(self._do(job))
        finally:
            self._end()

    def _do(self, job: object) -> "Done[Any]":
        process = self._ready()
        if process is None:
            return Done(job, problem=_UNABLE, of_file=False)
        self._began = time.monotonic()
        try:
            _write(process, (job, self._limits.seconds, self._limits.memory))
            answer, problem = pickle.loads(_read(process))
            return Done(job, answer, problem)
        except (OSError, EOFError):
            return Done(job, problem=self._reason(process))
        finally:
            with self._turn:
                self._began = None
            if self._killed:
                self._end()

    def _ready(self) -> "subprocess.Popen[bytes] | None":
        """The process, started where there is none; None where none can be."""
        while self._process is None and self._unready < _STARTS and not self._stopped:
            try:
                self._killed = ""
                self._process = process = _start()
                if self._stopped:
                    process.kill()
                _write(process, self._task)
                _read(process)
                self._unready = 0
            except (OSError, EOFError):
                self._unready += 1
                self._end()
        return self._process

    def _reason(self, process: "subprocess.Popen[bytes]") -> str:
        """Why a process is gone; it is cleared away."""
        self._end()
        return self._killed or f"ended the process that read it ({_ended_by(process.returncode)})"

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):  # what was still to be written
                process.communicate()


def _start() -> "subprocess.Popen[bytes]":
    """A process that imports what the task needs and nothing else, from where this one does."""
    code = f"import sys; sys.path[:] = {sys.path!r}; import izium_timeline.build.worker as worker"
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"{code}; worker.serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _write(process: "subprocess.Popen[bytes]", message: object) -> None:
    assert process.stdin is not None
    process.stdin.write(pickle.dumps(message))
    process.stdin.flush()


def _read(process: "subprocess.Popen[bytes]") -> bytes:
    """One frame; raises EOFError where the process ended before it was whole."""
    (length,) = LENGTH.unpack(_exactly(process, LENGTH.size))
    return _exactly(process, length)


def _exactly(process: "subprocess.Popen[bytes]", length: int) -> bytes:
    assert process.stdout is not None
    data = process.stdout.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _ended_by(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit status {code}"


def _resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 where the system does not tell in /proc."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0
