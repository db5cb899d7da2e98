"""Pools as coordinators hand them in, and where imports put them."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from sqlalchemy import FromClause, func, select

from app.actions.checking import Progress
from app.actions.importing import Imported, Storage, import_pool
from app.formats.pool_folder import open_pool
from app.media.shelf import Folder
from app.rules.problem import Problem
from app.store import tables
from app.store.opening import Store

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*/pool.toml"))

TOML = """\
[pool]
slug = "spam"
kind = "content_moderation"
title = "Is this message spam?"
purpose = "To keep a forum friendly."
asked_by = "The forum"
steps = ["Read it.", "Choose."]
language = "en"
overlap = 2
minutes_per_task = 0.5

[pool.ask]
choices = ["Spam", "Not spam"]
"""
PICTURES_TOML = (
    TOML.replace("content_moderation", "image_labelling")
    .replace("spam", "pictures", 1)
    .replace("overlap", 'needs = ["sight"]\noverlap')
)
SPEAKS = (
    TOML.replace("content_moderation", "voice_recording").partition("[pool.ask]")[0]
    + '[pool.ask]\nquestion = "Your recording"\n'
)


def silent(step: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def picture(colour: int) -> bytes:
    """A small drawing; each colour is a file of its own."""
    image = Image.new("RGB", (64, 48), (colour % 256, colour // 256, 90))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def write_pool(
    folder: Path, rows: str, toml: str = TOML, media: Mapping[str, bytes] | None = None
) -> Path:
    """A pool folder with its rows, as CSV."""
    folder.mkdir(parents=True)
    (folder / "pool.toml").write_text(toml)
    (folder / "tasks.csv").write_text(rows)
    for name, data in (media or {}).items():
        place = folder / "media" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    return folder


def copy_rows(sample: Path, made: Path, columns: Sequence[str], tasks: int | None = None) -> None:
    """Some columns of a sample's tasks, and its first tasks only."""
    with (sample / "tasks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:tasks]
    with (made / "tasks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def many(count: int, first: int = 0) -> str:
    """Rows of messages."""
    return "id,text\n" + "".join(f"k{n},Message {n}\n" for n in range(first, first + count))


def places(problems: object) -> list[tuple[str, int, str, str]]:
    """Where problems are, and what they are."""
    assert isinstance(problems, list), problems
    return [(one.file, one.row, one.column, one.code) for one in problems]


@dataclass
class Ground:
    """A store and a shelf, and what lies there."""

    storage: Storage

    @classmethod
    def at(cls, url: str, folder: Path) -> "Ground":
        """Open a migrated database, with files in a folder."""
        return cls(Storage(Store(url), Folder(folder / "shelf"), folder / "locks"))

    def bring(
        self, folder: Path, publish: bool = True, progress: Progress = silent
    ) -> Imported | list[Problem]:
        """Import a pool."""
        source = open_pool(folder)
        if isinstance(source, list):
            return source
        with source:
            return import_pool(self.storage, source, publish, progress, NOW)

    def rows(self) -> dict[str, int]:
        """How many rows each table has, without the empty ones."""
        every = {
            name: self.count(table)
            for name, table in tables.metadata.tables.items()
            if not name.startswith("alembic")
        }
        return {name: count for name, count in every.items() if count}

    def count(self, table: FromClause) -> int:
        """How many rows a table has."""
        query = select(func.count()).select_from(table)
        return self.storage.store.read(lambda unit: int(unit.execute(query).scalar_one()))

    def files(self) -> set[str]:
        """The files on the shelf."""
        return set(self.storage.shelf.names())

    def named(self) -> set[str]:
        """The files that some load names."""
        query = select(tables.medium.c.name)
        return {row[0] for row in self.storage.store.read(lambda unit: unit.execute(query).all())}
