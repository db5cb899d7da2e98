"""The child process for what workers record: takes it over one line, and can do nothing else.

It is imported as `media.voice_booth`, without the rest of the application, hence the dots below.
"""

import io
from array import array
from contextlib import suppress

import av
from av.audio.frame import AudioFrame

from . import duty
from .duty import Limits, described, refused
from .hear import HasFilmError, TooLongError, hear
from .press import press_one
from .sound import RATE

# Near the end of the scale: coding blurs what was cut off there a little.
_TOP = 31_000


def serve() -> None:
    """Write recordings anew until the line ends."""
    duty.serve(rehearse, _answer)


def rehearse() -> None:
    """Run everything once on a sound of our own, so that every part of FFmpeg is loaded."""
    samples = array("h", ([9_000] * 80 + [-9_000] * 80) * 200)
    hear(press_one(samples).data, "OGG", 60)
    hear(_as_browsers_do(samples), "WEBM", 60)
    for name in ("FLAC", "M4A", "MP3", "WAV"):
        with suppress(Exception):
            hear(b"no sound", name, 60)


def _as_browsers_do(samples: "array[int]") -> bytes:
    sheet = io.BytesIO()
    with av.open(sheet, "w", format="webm") as container:
        stream = container.add_stream("libopus", rate=RATE, layout="mono")
        stream.codec_context.thread_count = 1
        frame = AudioFrame(format="s16", layout="mono", samples=len(samples), align=True)
        frame.planes[0].update(samples.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return sheet.getvalue()


def _answer(data: bytes, file_format: str, limits: Limits) -> list[bytes]:
    """The frames to send back: what was heard, and its one form."""
    try:
        samples = hear(data, file_format, limits["seconds"])
        return _frames(samples) if samples else refused("short")
    except TooLongError:
        return refused("long")
    except HasFilmError:
        return refused("film")
    except MemoryError:
        return refused("memory")
    except Exception:  # A decoder fed with nonsense may raise anything; all of it means the same.
        return refused("unreadable")


def _frames(samples: "array[int]") -> list[bytes]:
    peak = max(max(samples), -min(samples))
    at_the_top = sum(one >= _TOP or one <= -_TOP for one in samples)
    header = {
        "seconds": round(len(samples) / RATE, 2),
        "peak": round(peak / 32_768, 6),
        "at_the_top": round(at_the_top / len(samples), 6),
    }
    return described(header, press_one(samples).data)
