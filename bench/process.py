"""What a process and its children cost: processor time and memory, read from /proc."""

import os
from pathlib import Path
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")


class Spent(NamedTuple):
    """Processor seconds: the program's own, and those the kernel worked for it.

    Waiting for a disk to keep something is kernel time, and differs much from machine to machine.
    """

    user: float
    kernel: float

    def since(self, before: "Spent") -> "Spent":
        """What was spent since an earlier reading."""
        return Spent(self.user - before.user, self.kernel - before.kernel)


def family(process: int) -> list[int]:
    """A process and all that it started."""
    members = [process]
    for member in members:
        for children in Path(f"/proc/{member}/task").glob("*/children"):
            members += map(int, children.read_text().split())
    return members


def spent(process: int) -> Spent:
    """What a process and its children spent so far."""
    ticks = [_stat(member) for member in family(process)]
    return Spent(sum(user for user, _ in ticks) / TICKS, sum(own for _, own in ticks) / TICKS)


def memory(process: int) -> float:
    """The proportional memory (PSS) of the largest process of a family, in megabytes."""
    return max(map(_pss, family(process))) / 1024


def _stat(process: int) -> tuple[int, int]:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]), int(fields[12])


def _pss(process: int) -> int:
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
