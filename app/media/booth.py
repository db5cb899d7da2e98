"""The child process for sound: takes it over one line, and can do nothing else.

It is imported as `media.booth`, without the rest of the application, hence the dots below.
"""

import io
import wave
from array import array
from contextlib import suppress

from . import duty
from .duty import Limits, described, refused
from .hear import HasFilmError, TooLongError, hear
from .pieces import is_silent, pieces
from .press import press
from .sound import LEAST_SECONDS, RATE, Sound


def serve() -> None:
    """Write sounds anew until the line ends."""
    duty.serve(rehearse, _answer)


def make(data: bytes, file_format: str, most_seconds: int) -> Sound | str:
    """A sound in its small forms, or in one word why there is none."""
    samples = hear(data, file_format, most_seconds)
    if len(samples) < LEAST_SECONDS * RATE:
        return "short"
    if is_silent(samples):
        return "silent"
    return Sound(round(len(samples) / RATE, 2), tuple(map(press, pieces(samples))))


def rehearse() -> None:
    """Run everything once on a sound of our own, so that every part of FFmpeg is loaded."""
    sheet = io.BytesIO()
    with wave.open(sheet, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE * 2)
        out.writeframes(array("h", ([9_000] * 80 + [-9_000] * 80) * 200).tobytes())
    made = make(sheet.getvalue(), "WAV", 60)
    if isinstance(made, str):
        raise TypeError(made)
    for take, name in ((made.pieces[0].ogg, "OGG"), (made.pieces[0].mp3, "MP3")):
        hear(take.data, name, 60)
    for name in ("FLAC", "M4A"):
        with suppress(Exception):
            hear(b"no sound", name, 60)


def _answer(data: bytes, file_format: str, limits: Limits) -> list[bytes]:
    """The frames to send back: a header, and three forms for each piece where there is a sound."""
    try:
        made = make(data, file_format, limits["seconds"])
    except TooLongError:
        return refused("long")
    except HasFilmError:
        return refused("film")
    except MemoryError:
        return refused("memory")
    except Exception:  # A decoder fed with nonsense may raise anything; all of it means the same.
        return refused("unreadable")
    return refused(made) if isinstance(made, str) else _frames(made)


def _frames(sound: Sound) -> list[bytes]:
    """The length of each piece, and the bytes of its forms."""
    header = {"seconds": sound.seconds, "pieces": [one.seconds for one in sound.pieces]}
    forms = (form for one in sound.pieces for form in (one.ogg, one.mp3, one.slow))
    return described(header, *(form.data for form in forms))
