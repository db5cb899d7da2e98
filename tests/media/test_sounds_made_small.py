"""A coordinator's sound comes out small, clean, and in parts that can be heard again."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.media.sounds import Sound, Studio
from tests.sounds import RATE, heard, pitch, silence, tone, wav, written

from .conftest import Keep


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    with Studio() as opened:
        yield opened


def accepted(studio: Studio, path: Path) -> Sound:
    sound = studio.sound(path)
    assert isinstance(sound, Sound), sound
    return sound


@pytest.mark.parametrize("way", ["WAV", "FLAC", "MP3", "Opus", "M4A"])
def test_each_format_becomes_three_forms(studio: Studio, keep: Keep, way: str) -> None:
    given = wav(tone(2)) if way == "WAV" else written(tone(2), way, title="Anna, 7 March")
    sound = accepted(studio, keep("no-ending", given))
    assert sound.seconds == pytest.approx(2, abs=0.06)
    (piece,) = sound.pieces
    for take, name in ((piece.ogg, "ogg"), (piece.mp3, "mp3"), (piece.slow, "mp3")):
        samples, notes = heard(take.data, name)
        assert pitch(samples) == pytest.approx(440, rel=0.02)
        assert not notes
    assert (piece.ogg.media_type, piece.mp3.media_type) == ("audio/ogg", "audio/mpeg")
    assert len(heard(piece.slow.data, "mp3")[0]) / RATE == pytest.approx(2 / 0.75, abs=0.15)


def test_a_sound_stays_below_its_bits(studio: Studio, keep: Keep) -> None:
    noise = array("h", ((n * n * 7_919) % 40_001 - 20_000 for n in range(10 * RATE)))
    (piece,) = accepted(studio, keep("noise.wav", wav(noise))).pieces
    assert len(piece.ogg.data) * 8 / piece.seconds <= 24_000
    assert len(piece.mp3.data) * 8 / piece.seconds <= 48_000


def test_the_same_sound_is_the_same_file(studio: Studio, keep: Keep) -> None:
    path = keep("a.wav", wav(tone(1)))
    assert accepted(studio, path) == accepted(studio, path)


def test_a_cover_picture_is_left_behind(studio: Studio, keep: Keep) -> None:
    cover = b"\0image/png\0\x03\0\x89PNG" + bytes(500)
    frame = b"APIC" + len(cover).to_bytes(4, "big") + b"\0\0" + cover
    tag = b"ID3\x03\0\0\0\0" + bytes([len(frame) >> 7, len(frame) & 0x7F]) + frame
    music = written(tone(1), "MP3")
    (piece,) = accepted(studio, keep("a.mp3", tag + music)).pieces
    assert b"PNG" not in piece.ogg.data + piece.mp3.data


def test_notes_in_another_coding_are_no_reason_to_refuse(studio: Studio, keep: Keep) -> None:
    title = b"\0Gr\xfc\xdfe"
    frame = b"TIT2" + len(title).to_bytes(4, "big") + b"\0\0" + title
    tag = b"ID3\x03\0\0\0\0\0" + bytes([len(frame)]) + frame
    accepted(studio, keep("a.mp3", tag + written(tone(1), "MP3")))


def test_a_long_sound_is_cut_where_it_is_quiet(studio: Studio, keep: Keep) -> None:
    spoken = tone(24) + silence(0.6) + tone(25) + silence(0.6) + tone(20)
    sound = accepted(studio, keep("long.wav", wav(spoken)))
    lengths = [piece.seconds for piece in sound.pieces]
    assert lengths == pytest.approx([24.3, 25.6, 20.3], abs=0.35)
    assert sum(lengths) == pytest.approx(sound.seconds, abs=0.05)


def test_a_sound_that_is_never_quiet_is_cut_all_the_same(studio: Studio, keep: Keep) -> None:
    sound = accepted(studio, keep("long.wav", wav(tone(61))))
    assert all(10 <= piece.seconds <= 30 for piece in sound.pieces)
    assert len(sound.pieces) == 3
