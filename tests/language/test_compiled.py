"""The languages offered are those whose catalogs are compiled and fresh."""

import os
from pathlib import Path

from app.language import locales, stale


def written(folder: Path, name: str) -> Path:
    path = folder / name / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text("")
    return path


def compiled(po: Path, seconds_later: int) -> None:
    mo = po.with_suffix(".mo")
    mo.write_bytes(b"")
    moment = po.stat().st_mtime + seconds_later
    os.utime(mo, (moment, moment))


def test_english_is_always_offered(tmp_path: Path) -> None:
    assert locales(tmp_path) == ("en",)


def test_a_compiled_catalog_is_offered_by_its_tag(tmp_path: Path) -> None:
    compiled(written(tmp_path, "zh_Hans"), 1)
    compiled(written(tmp_path, "ar"), 1)
    written(tmp_path, "es")
    assert locales(tmp_path) == ("en", "ar", "zh-Hans")


def test_a_missing_or_old_compiled_catalog_is_named(tmp_path: Path) -> None:
    compiled(written(tmp_path, "ar"), 1)
    compiled(written(tmp_path, "zh_Hans"), -1)
    written(tmp_path, "es")
    assert stale(tmp_path) == ["es", "zh-Hans"]
