"""What is no decent sound is refused by name, and the next sound is taken."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.media.sounds import Limits, Sound, Studio
from app.rules.problem import Problem
from tests.sounds import film, silence, tone, wav, written

from .conftest import Keep, Swap

WANTED = "WAV, FLAC, MP3, Ogg, M4A"


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with Studio() as opened:
        yield opened


def refused(studio: Studio, path: Path) -> Problem:
    """The problem with this file; a decent sound after it must still be taken."""
    problem = studio.sound(path)
    assert isinstance(problem, Problem), problem
    assert problem.values["sound"] == path.name
    decent = path.parent / "decent.wav"
    decent.write_bytes(wav(tone(0.5)))
    assert isinstance(studio.sound(decent), Sound)
    return problem


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"#EXTM3U\nhttp://example.org/a.mp3\n", "playlist"),
        (b"[playlist]\nFile1=/etc/passwd\n", "playlist"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "playlist"),
        (b"#!AMR\n" + bytes(99), "AMR"),
        (b"\x1aE\xdf\xa3" + bytes(99), "WebM"),
        (b"MThd" + bytes(99), "MIDI"),
        (b"\xff\xf1" + bytes(99), "AAC"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"),
        (b"<!DOCTYPE html><audio src=x>", "HTML"),
        (b"Dear coordinator, this is a letter.\n", "text"),
    ],
)
def test_another_format_is_named_by_its_content(
    studio: Studio, keep: Keep, content: bytes, found: str
) -> None:
    wanted = {"sound": "a.mp3", "found": found, "wanted": WANTED}
    assert refused(studio, keep("a.mp3", content)) == Problem("sound_format", wanted)


@pytest.mark.parametrize("way", ["WAV", "FLAC", "MP3", "Opus", "M4A"])
@pytest.mark.parametrize("share", [0.5, 0.93])
def test_a_sound_cut_short_is_unreadable(
    studio: Studio, keep: Keep, way: str, share: float
) -> None:
    whole = wav(tone(4)) if way == "WAV" else written(tone(4), way)
    problem = refused(studio, keep("half.wav", whole[: int(len(whole) * share)]))
    assert problem.code == "sound_unreadable"


@pytest.mark.parametrize(
    "start", [b"fLaC", b"OggS", b"ID3\x04", b"RIFF\x10\0\0\0WAVE", b"\xff\xfb"]
)
def test_nonsense_that_begins_like_a_sound_is_unreadable(
    studio: Studio, keep: Keep, start: bytes
) -> None:
    junk = start + bytes((n * n * 31) % 256 for n in range(50_000))
    assert refused(studio, keep("junk", junk)).code == "sound_unreadable"


def test_a_film_is_no_sound(studio: Studio, keep: Keep) -> None:
    problem = refused(studio, keep("film.m4a", film(tone(1))))
    assert problem == Problem("sound_film", {"sound": "film.m4a"})


def test_a_film_or_list_within_an_allowed_format_is_not_opened(studio: Studio, keep: Keep) -> None:
    # What may be in the container, and not what may be read out of it.
    riff = b"RIFF" + (36 + 99).to_bytes(4, "little") + b"WAVEfmt \x10\0\0\0\x55\0\x01\0"
    riff += bytes(12) + b"data" + (99).to_bytes(4, "little") + bytes(99)
    assert refused(studio, keep("mp3-in.wav", riff)).code == "sound_unreadable"


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        (tone(0.25), "sound_short"),
        (silence(3), "sound_silent"),
        (tone(3, loud=0.001), "sound_silent"),
    ],
)
def test_what_nobody_can_hear_is_refused(
    studio: Studio, keep: Keep, samples: "memoryview", code: str
) -> None:
    assert refused(studio, keep("a.wav", wav(samples))) == Problem(code, {"sound": "a.wav"})


def test_a_very_quiet_voice_is_a_sound(studio: Studio, keep: Keep) -> None:
    assert isinstance(studio.sound(keep("quiet.wav", wav(tone(1, loud=0.01)))), Sound)


def test_a_sound_without_end_is_not_heard_to_its_end(keep: Keep) -> None:
    with Studio(Limits(seconds=60)) as studio:
        # A second of silence takes a handful of bytes here.
        path = keep("endless.flac", written(silence(200), "FLAC"))
        assert path.stat().st_size < 100_000
        assert refused(studio, path) == Problem("sound_long", {"sound": "endless.flac", "most": 1})


def test_a_rate_that_no_sound_has_is_unreadable(studio: Studio, keep: Keep) -> None:
    assert refused(studio, keep("a.wav", wav(tone(1), rate=1))).code == "sound_unreadable"


def test_an_empty_file_is_said_to_be_empty(studio: Studio, keep: Keep) -> None:
    assert refused(studio, keep("a.wav", b"")) == Problem("sound_empty", {"sound": "a.wav"})


def test_a_file_that_is_too_heavy_is_not_even_read(keep: Keep) -> None:
    with Studio(Limits(file_bytes=1_000_000)) as studio:
        values = {"sound": "a.wav", "found": 3, "allowed": 1}
        problem = refused(studio, keep("a.wav", wav(tone(0.5)) + bytes(3_000_000)))
        assert problem == Problem("sound_too_large", values)


def test_what_is_no_plain_file_is_missing(studio: Studio, tmp_path: Path, keep: Keep) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.wav").symlink_to(keep("real.wav", wav(tone(1))))
    os.mkfifo(tmp_path / "pipe.wav")
    for name in ("absent.wav", "folder", "link.wav", "pipe.wav", "nul\0.wav"):
        assert refused(studio, tmp_path / name).code == "sound_missing"


@pytest.mark.parametrize(
    ("decoder", "lacking"),
    [("while True: pass", "time"), ("hoard = bytearray(4_000_000_000)", "memory")],
)
def test_a_sound_that_is_too_hard_is_the_problem_of_that_sound_alone(
    swap: Swap, keep: Keep, decoder: str, lacking: str
) -> None:
    swap(
        "from media import booth\n"
        "real = booth.hear\n"
        "def decode(data, file_format, seconds):\n"
        f"    if len(data) > 100_000:\n        {decoder}\n"
        "    return real(data, file_format, seconds)\n",
        "booth.hear",
    )
    with Studio(Limits(cpu_seconds=2, wall_seconds=10.0)) as studio:
        problem = refused(studio, keep("hard.wav", wav(tone(4))))
    assert problem == Problem("sound_too_hard", {"sound": "hard.wav", "lacking": lacking})


def test_the_decoder_of_sounds_is_as_confined_as_that_of_pictures(swap: Swap, keep: Keep) -> None:
    swap(
        "import os, socket, threading\n"
        "from media import booth\n"
        "tries = (lambda: open('/etc/passwd'), socket.socket, os.fork, os.pipe,\n"
        "         threading.Thread(target=print).start)\n"
        "real = booth.hear\n"
        "def works(attempt):\n"
        "    try: attempt()\n"
        "    except (OSError, RuntimeError): return False\n"
        "    return True\n"
        "def decode(data, file_format, seconds):\n"
        "    if len(data) > 100_000 and not any(map(works, tries)): raise booth.TooLongError\n"
        "    return real(data, file_format, seconds)\n",
        "booth.hear",
    )
    with Studio() as studio:
        assert isinstance(studio.sound(keep("short.wav", wav(tone(1)))), Sound)
        found = studio.sound(keep("long.wav", wav(tone(4))))
    assert isinstance(found, Problem)
    assert found.code == "sound_long"
