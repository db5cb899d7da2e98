"""Sounds come in with a pool, each heard once, or are refused by their rows."""

from pathlib import Path

import pytest

from app.actions.importing import Imported
from tests.pool_folders import PICTURES_TOML, TOML, Ground, picture, places, write_pool
from tests.sounds import silence, tone, wav

SOUNDS_TOML = TOML.partition("[pool.ask]")[0].replace("content_moderation", "transcription")
SOUNDS_TOML += '\n[pool.ask]\nquestion = "What is said?"\n'


def test_sounds_are_refused_by_their_rows_and_nothing_is_kept(
    ground: Ground, tmp_path: Path
) -> None:
    media = {
        "good.wav": wav(tone(1)),
        "silent.wav": wav(silence(1)),
        "short.wav": wav(tone(0.2)),
        "list.mp3": b"#EXTM3U\nhttp://example.org/a.mp3\n",
        "half.wav": wav(tone(1))[:9_000],
    }
    rows = "id,audio\n" + "".join(f"{name},{name}\n" for name in media)
    problems = ground.bring(write_pool(tmp_path / "pool", rows, SOUNDS_TOML, media))
    assert places(problems) == [
        ("tasks.csv", 3, "audio", "sound_silent"),
        ("tasks.csv", 4, "audio", "sound_short"),
        ("tasks.csv", 5, "audio", "sound_format"),
        ("tasks.csv", 6, "audio", "sound_unreadable"),
    ]
    assert ground.rows() == {}
    assert ground.files() == set()


def test_without_its_package_only_sound_is_refused(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.actions.media.can_hear", lambda: False)
    media = {name: wav(tone(1)) for name in ("a.wav", "b.wav")}
    rows = "id,audio\na,a.wav\nb,b.wav\n"
    problems = ground.bring(write_pool(tmp_path / "pool", rows, SOUNDS_TOML, media))
    assert places(problems) == [("tasks.csv", 2, "audio", "sound_package")]
    media = {"a.png": picture(1)}
    fine = ground.bring(write_pool(tmp_path / "seen", "id,image\na,a.png\n", PICTURES_TOML, media))
    assert isinstance(fine, Imported)


def test_each_sound_is_heard_once_and_progress_is_told(ground: Ground, tmp_path: Path) -> None:
    media = {f"{n}.wav": wav(tone(0.4, pitch=300 + n)) for n in range(20)}
    rows = "id,audio\n" + "".join(f"{n},{n % 20}.wav\n" for n in range(40))
    told: list[tuple[int, int]] = []

    def progress(step: str, done: int, of: int) -> None:
        if step == "media":
            told.append((done, of))

    done = ground.bring(write_pool(tmp_path / "pool", rows, SOUNDS_TOML, media), progress=progress)
    assert isinstance(done, Imported)
    assert done.tasks == 40
    assert told == [(n, 20) for n in range(1, 21)]
    assert len(ground.files()) == 60
