"""Refuses the network to the tests and to every Python process that they start.

Python imports a module of this name at its start where it finds one on its path, so a test that
has this folder on PYTHONPATH guards its child processes as well as its own. The guard is active
while the environment names a report, to which each refusal adds a line: a refusal that the
program swallows is still seen.
"""

import os
import sys
from typing import Any

REPORT = "IZIUM_TIMELINE_TEST_NETWORK_REPORT"

_RESOLVES = {
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
}
_SENDS = {"socket.connect", "socket.sendmsg", "socket.sendto"}


class NetworkReachedError(RuntimeError):
    """The program tried to connect or to resolve a name."""


def _leaves(event: str, args: tuple[Any, ...]) -> bool:
    if event in _SENDS:
        # A socket of the file system goes to a process on this machine, the X server for one.
        # "socket" is not imported here, so that no child process does so for the guard alone.
        channel, address = args[:2]
        return address is not None and channel.family != getattr(
            sys.modules["_socket"], "AF_UNIX", None
        )
    # Qt's sockets raise no audit event, so the module that holds them is refused.
    return event in _RESOLVES or (event == "import" and args[0] == "PySide6.QtNetwork")


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if not _leaves(event, args):
        return
    report = os.environ.get(REPORT)
    if report is None:
        return
    line = f"{event} {args[-1 if event in _SENDS else 0]!r}"
    with open(report, "a", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would be loaded
        file.write(line + "\n")
    raise NetworkReachedError(line)


sys.addaudithook(_refuse)
