"""What the child gives up before it looks at a stranger's file.

Everything it needs must be imported by then: afterwards no file and no socket can be opened.
"""

import os
import resource
import sys
from contextlib import suppress

from .calls import allow_only_decoding

_NOBODY = 65534


def confine(*, memory_bytes: int, cpu_seconds: int) -> None:
    """Give up network, rights, new files, new processes, and all but this much memory and CPU."""
    _silence()
    # Where a system does not allow one of the three that may fail, the others and the limits hold.
    with suppress(OSError):
        _leave_network()
    with suppress(OSError):
        _become_nobody()
    _lower(resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_CPU, cpu_seconds)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    _lower(resource.RLIMIT_NOFILE, 0)
    with suppress(OSError):
        allow_only_decoding()


def renew_cpu(seconds: int) -> None:
    """Allow this many CPU seconds more from now on, within what was allowed for the whole life."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(spent + seconds, hard), hard))


def _silence() -> None:
    """Cut the error stream, which showed why a start failed, off from the server's log."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _leave_network() -> None:
    """Move into a network of its own, with nothing in it, where Python and the system can."""
    if sys.platform == "linux" and sys.version_info >= (3, 12):
        own_user = 0 if os.geteuid() == 0 else os.CLONE_NEWUSER
        os.unshare(os.CLONE_NEWNET | own_user)


def _become_nobody() -> None:
    """A child of root drops root: root could raise its limits again."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def _lower(which: int, wanted: int) -> None:
    """Set a limit for good, unless a lower one is in force already."""
    _, hard = resource.getrlimit(which)
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(which, (limit, limit))
