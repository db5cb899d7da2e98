"""A list of the few system calls that decoding needs; the kernel refuses all others.

The limits of `confine` stop new files and sockets; this also stops what needs none of these, such
as deleting a file by its name or reaching into the process of the server.
"""

import ctypes
import errno
import platform
import sys

_NO_NEW_RIGHTS, _SET_FILTER, _BY_PROGRAM = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_NUMBER_AT, _MACHINE_AT = 0, 4
# Numbers from here on belong to another way of calling on x86-64, which nothing here uses.
_FOREIGN = 0x40000000

# How the kernel names each kind of machine, and which column of numbers below is its own.
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
_CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "getpid": (39, 172),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "exit": (60, 93),
    "getrusage": (98, 165),
    "futex": (202, 98),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "prlimit64": (302, 261),
    "getrandom": (318, 278),
}


class _Step(ctypes.Structure):
    """One step of the kernel's filter program."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    """The steps and their number, as the kernel takes them."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def allow_only_decoding() -> None:
    """Let the kernel refuse every other call, for good; OSError where it does not know how."""
    known = _MACHINES.get(platform.machine())
    if known is None or sys.maxsize < 2**32:
        raise OSError(errno.ENOSYS, "no list of calls for this kind of machine")
    machine, column = known
    steps = _steps(machine, [numbers[column] for numbers in _CALLS.values()])
    array = (_Step * len(steps))(*steps)
    program = _Program(len(steps), array)
    library = ctypes.CDLL(None, use_errno=True)
    _told(library, _NO_NEW_RIGHTS, 1, None)
    _told(library, _SET_FILTER, _BY_PROGRAM, ctypes.byref(program))


def _steps(machine: int, allowed: list[int]) -> list[_Step]:
    """Compare the machine, then the number with each allowed one; jumps count the steps skipped."""
    count = len(allowed)
    return [
        _Step(_LOAD, 0, 0, _MACHINE_AT),
        _Step(_IF_EQUAL, 1, 0, machine),
        _Step(_RETURN, 0, 0, _KILL),
        _Step(_LOAD, 0, 0, _NUMBER_AT),
        _Step(_IF_AT_LEAST, count, 0, _FOREIGN),
        *(_Step(_IF_EQUAL, count - at, 0, number) for at, number in enumerate(allowed)),
        _Step(_RETURN, 0, 0, _REFUSE),
        _Step(_RETURN, 0, 0, _ALLOW),
    ]


def _told(library: ctypes.CDLL, option: int, first: int, second: object) -> None:
    """Ask the kernel for one change of this process."""
    zero = ctypes.c_ulong(0)
    if library.prctl(option, ctypes.c_ulong(first), second, zero, zero):
        code = ctypes.get_errno()
        raise OSError(code, "the kernel did not take the list of calls")
