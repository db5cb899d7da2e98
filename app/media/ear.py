"""What workers record: checked and written anew in a confined process, while others wait."""

from threading import Timer
from typing import Any, NamedTuple

from app.media.child import Limits, Refusal, Take, Trade
from app.media.marks import RECORDINGS, sound_format_of
from app.media.sounds import can_hear
from app.media.waiting import Queue
from app.media.workshop import Bench
from app.rules.problem import Problem
from app.rules.recorded import MOST_BYTES, MOST_SECONDS, SLACK_SECONDS, Heard, fault

_USUAL = Limits(
    file_bytes=MOST_BYTES,
    seconds=MOST_SECONDS + SLACK_SECONDS,
    cpu_seconds=20,
    wall_seconds=30.0,
    memory_bytes=1 << 30,
)
# A process that nobody needs gives its memory back.
_REST_SECONDS = 60.0
_REFUSALS = {
    "long": Problem("recording_long", {"most": MOST_SECONDS}),
    "short": Problem("recording_short"),
    "film": Problem("recording_film"),
    "time": Problem("recording_hard"),
    "memory": Problem("recording_hard"),
}
_NOT_NOW = Problem("recording_not_now")
# So many are before it that it is worth another try.
BUSY = Problem("recording_not_now", {"again": 1})
_MOST_SECONDS_WAITED, _MOST_WAITING = 30.0, 16


class Voice(NamedTuple):
    """A recording that can be used: Ogg Opus with nothing else in it."""

    data: bytes
    seconds: float


class Ear(Bench[tuple[Heard, bytes]]):
    """Hears recordings one after another, for all threads."""

    def __init__(self, limits: Limits = _USUAL) -> None:
        """Hear within these limits."""
        super().__init__(limits, _TRADE)
        self._queue = Queue(_MOST_SECONDS_WAITED, _MOST_WAITING)
        self._resting: Timer | None = None

    def hear(self, data: bytes, whose: int = 0) -> Voice | Problem:
        """The recording in these bytes, or why it cannot be used and what to do.

        With `whose` there is one at a time of the same one (0: anybody); BUSY where all must wait.
        """
        if not data:
            return Problem("recording_missing")
        if len(data) > self._limits.file_bytes:
            most = self._limits.file_bytes // 1_000_000
            return Problem("recording_large", {"found": len(data) // 1_000_000, "most": most})
        form = sound_format_of(data)
        if form not in RECORDINGS:
            wanted = ", ".join(RECORDINGS)
            return Problem("recording_form", {"found": form, "wanted": wanted})
        answer = self._heard(data, form, whose) if can_hear() else _NOT_NOW
        if isinstance(answer, Problem):
            return answer
        heard, written = answer
        return fault(heard) or Voice(written, heard.seconds)

    def close(self) -> None:
        """End the process, if there is one; the next recording gets another."""
        with self._queue.alone:
            self._stop_resting()
            self._dismiss()

    def _heard(self, data: bytes, form: str, whose: int) -> tuple[Heard, bytes] | Problem:
        with self._queue.turn(whose) as mine:
            if not mine:
                return BUSY
            self._stop_resting()
            try:
                answer = self._ask(data, form)
            except RuntimeError:
                return _NOT_NOW
            self._resting = Timer(_REST_SECONDS, self.close)
            self._resting.daemon = True
            self._resting.start()
        if isinstance(answer, Refusal):
            return _REFUSALS.get(answer.why, Problem("recording_unreadable"))
        return answer

    def _stop_resting(self) -> None:
        if self._resting:
            self._resting.cancel()
            self._resting = None


def _made(header: dict[str, Any], take: Take) -> tuple[Heard, bytes]:
    """The recording that a child describes; nothing else it says is believed."""
    heard = Heard(*(_figure(header[name]) for name in Heard._fields))
    return heard, take("audio/ogg")


def _figure(said: object) -> float:
    if not isinstance(said, int | float) or not 0 <= said < 1_000_000:
        raise ValueError("no figure of a recording")
    return float(said)


_TRADE = Trade("voice_booth", _made)
