"""Starting, asking and ending the process in which strangers' pictures are decoded."""

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.media.picture import Picture, Variant
from app.media.wire import READY, receive, send

# Only this folder is put on the child's path, and only until its few modules are loaded.
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from media import darkroom; sys.path.pop(0); "
    "darkroom.serve()"
)
_FOLDER = Path(__file__).resolve().parents[1]
_START_SECONDS = 60.0
_MOST_HEADER = 4_096
_MARKS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG", "image/webp": b"RIFF"}
_FATAL_SIGNALS = {-signal.SIGXCPU: "time", -signal.SIGKILL: "memory"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one picture may cost."""

    file_bytes: int = 20_000_000
    pixels: int = 40_000_000
    cpu_seconds: int = 20
    wall_seconds: float = 60.0
    memory_bytes: int = 1 << 30
    pictures_a_child: int = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the child gave no picture: unreadable, pixels, time or memory, and what it found."""

    why: str
    found: int = 0


class Child:
    """One confined process; after a refusal for time or memory, or a crash, it is spent."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.pictures_a_child
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own program, no shell, nothing of a stranger)
                [sys.executable, "-I", "-c", START, str(_FOLDER), _settings(limits)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd="/",
                env={},
            )
        self._wait_until_ready()

    @property
    def spent(self) -> bool:
        """Whether the next picture needs a new child."""
        return self._left <= 0

    def ask(self, data: bytes, file_format: str) -> Picture | Refusal:
        """Have one picture shrunk."""
        until = time.monotonic() + self._limits.wall_seconds
        self._left -= 1
        try:
            send(self._line, file_format.encode(), data, until=until)
            answer = self._answer(until)
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
        """A child that cannot start is a fault of the installation and of no picture."""
        try:
            receive(self._line, len(READY), time.monotonic() + _START_SECONDS)
        except (EOFError, OSError, ValueError) as fault:
            self.end()
            raise RuntimeError("the process that decodes pictures did not start") from fault

    def _answer(self, until: float) -> Picture | Refusal:
        """Read the child's reply and believe only what can be checked."""
        header: dict[str, Any] = json.loads(receive(self._line, _MOST_HEADER, until))
        if "refused" in header:
            return Refusal(str(header["refused"]), int(header["found"]))
        forms = [self._form(until, *described) for described in header["forms"]]
        original, webp, jpeg = forms
        return Picture(int(header["width"]), int(header["height"]), original, webp, jpeg)

    def _form(self, until: float, media_type: str, width: int, height: int) -> Variant:
        """One form of the picture, if its bytes begin as its type says."""
        data = receive(self._line, self._limits.file_bytes, until)
        if not data.startswith(_MARKS[media_type]):
            raise ValueError("the bytes are not of the type that was said")
        return Variant(data, media_type, int(width), int(height))

    def _cause_of_death(self) -> str:
        """What ended the process; only its own end is waited for, and not for long."""
        with suppress(subprocess.TimeoutExpired):
            return _FATAL_SIGNALS.get(self._process.wait(timeout=5.0), "crash")
        return "crash"


def _settings(limits: Limits) -> str:
    """The limits as the child reads them."""
    in_all = limits.cpu_seconds * (limits.pictures_a_child + 1) + 10
    return json.dumps(asdict(limits) | {"cpu_seconds_in_all": in_all})
