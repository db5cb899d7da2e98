"""Starting, asking and ending the process in which strangers' files are decoded."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from app.media.wire import MOST_HEADER, READY, receive, send

# Only this folder is put on the child's path, and only until its few modules are loaded.
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from media import ROOM; sys.path.pop(0); "
    "ROOM.serve()"
)
_FOLDER = Path(__file__).resolve().parents[1]
_START_SECONDS = 60.0
_MARKS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG",
    "image/webp": b"RIFF",
    "audio/ogg": b"OggS",
    "audio/mpeg": b"\xff\xf3",
}
_FATAL_SIGNALS = {-signal.SIGXCPU: "time", -signal.SIGKILL: "memory"}

Made = TypeVar("Made")
# Takes the next form of the named type; bytes that begin otherwise are a ValueError.
Take = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost."""

    file_bytes: int = 20_000_000
    pixels: int = 40_000_000
    seconds: int = 900
    cpu_seconds: int = 20
    wall_seconds: float = 60.0
    memory_bytes: int = 1 << 30
    files_a_child: int = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the child made nothing: unreadable, pixels, time, memory and the like; what it found."""

    why: str
    found: int = 0


@dataclass(frozen=True, slots=True)
class Trade(Generic[Made]):
    """What a child makes: the module it runs, and how its header and forms are believed."""

    room: str
    read: Callable[[dict[str, Any], Take], Made]


class Child(Generic[Made]):
    """One confined process; after a refusal for time or memory, or a crash, it is spent."""

    def __init__(self, limits: Limits, trade: Trade[Made]) -> None:
        self._limits = limits
        self._trade = trade
        self._left = limits.files_a_child
        self._line, theirs = socket.socketpair()
        start = START.replace("ROOM", trade.room)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own program, no shell, nothing of a stranger)
                [sys.executable, "-I", "-c", start, str(_FOLDER), _settings(limits)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd="/",
                env={},
            )
        self._wait_until_ready()

    @property
    def spent(self) -> bool:
        """Whether the next file needs a new child."""
        return self._left <= 0

    def ask(self, data: bytes, file_format: str) -> Made | Refusal:
        """Have one file made into what is kept of it."""
        until = time.monotonic() + self._limits.wall_seconds
        self._left -= 1
        try:
            send(self._line, file_format.encode(), data, until=until)
            answer: Made | Refusal = self._answer(until)
        except TimeoutError:
            answer = Refusal("time")
        except (EOFError, OSError):
            answer = Refusal(self._cause_of_death())
        except (ValueError, KeyError, TypeError):
            # The child speaks nonsense: a decoder may have been taken over. Believe nothing more.
            self._left = 0
            return Refusal("unreadable")
        if isinstance(answer, Refusal) and answer.why in ("time", "memory", "crash"):
            self._left = 0
        return answer

    def end(self) -> None:
        """Kill the process, which holds nothing worth saving."""
        self._line.close()
        self._process.kill()
        self._process.wait()

    def _wait_until_ready(self) -> None:
        """A child that cannot start is a fault of the installation and of no file."""
        try:
            receive(self._line, len(READY), time.monotonic() + _START_SECONDS)
        except (EOFError, OSError, ValueError) as fault:
            self.end()
            raise RuntimeError("the process that decodes files did not start") from fault

    def _answer(self, until: float) -> Made | Refusal:
        """Read the child's reply and believe only what can be checked."""
        header: dict[str, Any] = json.loads(receive(self._line, MOST_HEADER, until))
        if "refused" in header:
            return Refusal(str(header["refused"]), int(header["found"]))

        def take(media_type: str) -> bytes:
            data = receive(self._line, self._limits.file_bytes, until)
            if not data.startswith(_MARKS[media_type]):
                raise ValueError("the bytes are not of the type that was said")
            return data

        return self._trade.read(header, take)

    def _cause_of_death(self) -> str:
        """What ended the process; only its own end is waited for, and not for long."""
        with suppress(subprocess.TimeoutExpired):
            return _FATAL_SIGNALS.get(self._process.wait(timeout=5.0), "crash")
        return "crash"


def _settings(limits: Limits) -> str:
    """The limits as the child reads them."""
    in_all = limits.cpu_seconds * (limits.files_a_child + 1) + 10
    return json.dumps(asdict(limits) | {"cpu_seconds_in_all": in_all})
