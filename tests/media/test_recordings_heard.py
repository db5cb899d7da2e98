"""What workers record is written anew, and what is no recording is refused in plain words."""

import struct
from array import array
from collections.abc import Iterator
from unittest.mock import patch

import pytest

from app.media.ear import Ear, Voice
from app.rules.problem import Problem
from tests.sounds import film, heard, pitch, recorded, silence, tone, wav, written

WANTED = "WAV, FLAC, MP3, Ogg, M4A, WebM"
RATE = 16_000


@pytest.fixture(scope="module")
def ear() -> Iterator[Ear]:
    opened = Ear()
    yield opened
    opened.close()


def refused(ear: Ear, data: bytes) -> Problem:
    """The problem with this file; a decent one after it must still be taken."""
    problem = ear.hear(data)
    assert isinstance(problem, Problem), problem
    assert isinstance(ear.hear(wav(tone(0.6))), Voice)
    return problem


@pytest.mark.parametrize(
    "data",
    [
        recorded(tone(2), "webm"),
        recorded(tone(2), "mp4"),
        wav(tone(2)),
        *(written(tone(2), way, title="My name") for way in ("Opus", "MP3", "FLAC", "M4A")),
    ],
    ids=["webm", "mp4", "wav", "opus", "mp3", "flac", "m4a"],
)  # fmt: skip
def test_what_browsers_and_telephones_record_is_written_anew(ear: Ear, data: bytes) -> None:
    voice = ear.hear(data)
    assert isinstance(voice, Voice), voice
    assert 1.9 < voice.seconds < 2.2
    samples, notes = heard(voice.data, "ogg")
    assert 430 < pitch(samples) < 450
    assert b"My name" not in voice.data
    assert notes.keys() <= {"encoder"}
    assert len(voice.data) < 24_000 / 8 * 2.2


def test_the_same_recording_is_the_same_file(ear: Ear) -> None:
    assert ear.hear(wav(tone(1))) == ear.hear(wav(tone(1)))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"#EXTM3U\nhttp://example.org/a.mp3\n", "playlist"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "playlist"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "SVG"),
        (b"<!DOCTYPE html><audio src=x>", "HTML"),
        (b"PK\x03\x04" + bytes(99), "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"),
    ],
)
def test_another_form_is_named_by_its_content(ear: Ear, data: bytes, found: str) -> None:
    wanted = {"found": found, "wanted": WANTED}
    assert refused(ear, data) == Problem("recording_form", wanted)


def of_ten_hours() -> bytes:
    """A WAV file of ten hours, by its header."""
    head, size = wav(silence(1)), RATE * 2 * 36_000
    return (
        head[:4] + struct.pack("<I", size + 36) + head[8:40] + struct.pack("<I", size) + head[44:]
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "recording_missing"),
        (bytes(10_000_001), "recording_large"),
        (wav(tone(0.3)), "recording_short"),
        (wav(tone(64)), "recording_long"),
        (wav(silence(2)), "recording_silent"),
        (wav(array("h", (32_767 if one > 0 else -32_768 for one in tone(1)))), "recording_loud"),
        (film(tone(1)), "recording_film"),
        (of_ten_hours(), "recording_unreadable"),
        # A piece of EBML that says it has a gigabyte.
        (b"\x1aE\xdf\xa3\x08" + struct.pack(">Q", 1 << 30)[1:] + bytes(99), "recording_unreadable"),
        (b"OggS" + b"<html>" * 99, "recording_unreadable"),
        (written(tone(2), "Opus")[:3_000], "recording_unreadable"),
    ],
    ids=[
        "empty", "large", "short", "long", "silent", "loud", "film", "ten hours", "a gigabyte",
        "HTML called Ogg", "cut off",
    ],
)  # fmt: skip
def test_it_says_what_is_wrong(ear: Ear, data: bytes, code: str) -> None:
    assert refused(ear, data).code == code


def test_without_the_package_it_says_that_the_site_cannot(ear: Ear) -> None:
    with patch("app.media.ear.can_hear", return_value=False):
        assert ear.hear(wav(tone(1))) == Problem("recording_not_now")


def test_a_process_that_rested_is_started_again() -> None:
    ear = Ear()
    assert isinstance(ear.hear(wav(tone(1))), Voice)
    ear.close()
    assert isinstance(ear.hear(wav(tone(1))), Voice)
    ear.close()
