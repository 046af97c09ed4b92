"""Worker processes: what one of them does wrong costs one job."""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from izium_timeline.build.workers import Workers, core_count
from izium_timeline.corpus.limits import Limits
from tests.build import tasks
from tests.build.tasks import Job

POSIX = pytest.mark.skipif(os.name != "posix", reason="processes end otherwise there")


def done(
    jobs: list[Job],
    task: Callable[[Job], object] = tasks.act,
    limits: Limits | None = None,
    cores: int = 2,
) -> dict[Job, object]:
    """What came of each job: its value, or the problem as text."""
    with Workers(task, limits or Limits(), cores) as workers:
        for job in jobs:
            workers.put(job)
        return {each.job: each.problem or pickle.loads(each.answer) for each in workers.results()}


def gone(pid: int) -> bool:
    """Whether a process has ended, soon."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True  # nobody has asked what became of it
        time.sleep(0.02)
    return False


def noted(note: Path) -> int:
    """The process that left its number there."""
    while not note.exists() or not note.read_text():
        time.sleep(0.01)
    return int(note.read_text())


def test_every_job_comes_back_once() -> None:
    jobs = [("", number) for number in range(200)]
    assert done(jobs, tasks.double) == {job: 2 * job[1] for job in jobs}


@POSIX
def test_what_one_job_does_costs_no_other() -> None:
    others: list[Job] = [("give", number) for number in range(12)]
    found = done([("leave", 3), ("die", 0), *others, ("fail", 7), ("leave", 0), ("say", 5)])
    assert [found[job] for job in others] == list(range(12))
    assert found["leave", 3] == "ended the process that read it (exit status 3)"
    assert found["leave", 0] == "ended the process that read it (exit status 0)"
    assert found["die", 0] == "ended the process that read it (signal 9)"
    assert found["fail", 7] == ("could not be read: the program failed (ValueError: no sense in 7)")
    assert found["say", 5] == 5, "what is printed is no answer"


def test_a_job_that_hangs_is_ended_and_the_rest_goes_on() -> None:
    found = done([("spin", 0), ("give", 1), ("give", 2)], limits=Limits(seconds=0.3), cores=1)
    assert found == {
        ("spin", 0): "took longer than 0.3 seconds; split it, or raise the limit in settings.json",
        ("give", 1): 1,
        ("give", 2): 2,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="only there is memory bounded")
def test_a_job_that_takes_too_much_memory_is_told_so() -> None:
    limits = Limits(memory=200_000_000)
    found = done([("fill", 2_000_000_000), ("give", 1)], limits=limits, cores=1)
    assert "memory" in str(found["fill", 2_000_000_000])
    assert found["give", 1] == 1
    limits = Limits(memory=100_000_000)
    found = done([("hold", 250_000_000), ("give", 1)], limits=limits, cores=1)
    assert found == {
        (
            "hold",
            250_000_000,
        ): "needs more memory than 100 MB; split it, or raise the limit in settings.json",
        ("give", 1): 1,
    }


@POSIX
def test_cancelling_ends_the_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "note"
    monkeypatch.setenv("NOTE", str(note))
    workers = Workers(tasks.act, Limits(), 1)
    workers.put(("note", 60))
    workers.put(("give", 1))
    pid = noted(note)
    workers.close()
    assert gone(pid)
    workers.close()  # twice does no harm


_PARENT = """
from izium_timeline.build.workers import Workers
from izium_timeline.corpus.limits import Limits
from tests.build import tasks
workers = Workers(tasks.act, Limits(), 1)
workers.put(("note", 60))
list(workers.results())
"""


@POSIX
def test_no_process_outlives_the_program(tmp_path: Path) -> None:
    note = tmp_path / "note"
    environment = {**os.environ, "NOTE": str(note)}
    with subprocess.Popen([sys.executable, "-c", _PARENT], env=environment) as parent:
        pid = noted(note)
        parent.kill()
    assert gone(pid)


def test_a_task_that_can_not_be_loaded_is_told() -> None:
    with Workers(_local, Limits(), 1) as workers:
        workers.put(1)
        (told,) = workers.results()
    assert told.problem == "could not be read: no worker process starts on this machine"


def _local(number: int) -> int:
    return number


_local.__qualname__ = "not_there"


def test_polling_never_waits() -> None:
    with Workers(tasks.act, Limits(), 1) as workers:
        assert not list(workers.poll())
        workers.put(("note", 60))
        assert not list(workers.poll())
        assert workers.waiting == 1
        assert workers.room == 3


def test_as_many_processes_as_there_are_processors() -> None:
    assert 1 <= core_count() <= (os.cpu_count() or 1)
