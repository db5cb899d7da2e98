"""A small site for tests: pools of every kind, and browsers to visit it with."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from PIL import Image
from sqlalchemy import func, insert, select, update

from app import create_app
from app.actions.pictures import keep
from app.kinds.ask import AskedField, Words
from app.media.picture import Picture, Variant
from app.pages.parts import KEY, Parts
from app.settings import Settings
from app.store import pools, tables
from app.store.opening import Unit
from tests.reader import Reader
from tests.reading.page import Page

WORDS = Words(
    "en", "Is this spam?", "So that people read less of it.", "The library",
    ("Read the message.", "Choose."), "Is it spam?", ("Spam", "Not spam"),
)  # fmt: skip
LARGE, SMALL = (640, 320), (320, 160)


@dataclass
class Site:
    """One running site."""

    app: Flask
    settings: Settings

    @property
    def parts(self) -> Parts:
        """Its store, shelf and settings."""
        found: Parts = self.app.extensions[KEY]
        return found

    def browser(self) -> Reader:
        """A browser nobody has used yet."""
        browser = self.app.test_client()
        assert isinstance(browser, Reader)
        return browser

    def pool(
        self,
        slug: str = "spam",
        kind: str = "content_moderation",
        rows: Sequence[Mapping[str, str]] | int = 5,
        words: Words | None = None,
        overlap: int = 1,
        pay: int = 5,
        budget: int = 1_000,
        entry: str = "open",
        lang: str = "en",
        translated: Sequence[Words] = (),
        fields: Sequence[AskedField] = (),
        needs: str = "",
        media: Sequence[Mapping[str, Any]] = (),
    ) -> int:
        """Publish a pool; without `media`, an `image` becomes a picture on the shelf."""
        words = words or (WORDS if slug == "spam" else replace(WORDS, title=f"Pool {slug}"))
        given = [{"text": f"Message {n}"} for n in range(rows)] if isinstance(rows, int) else rows
        terms = {
            "slug": slug, "kind": kind, "state": "published", "language": "en",
            "overlap": overlap, "minutes": 0.5, "notes": [], "choices": list(words.choices),
            "fields": [asdict(one) for one in fields],
            "entry": entry, "currency": "EUR" if pay else "", "pay": pay, "budget": budget,
            "reserved": 0, "spent": 0, "sample": True, "public_benefit": True, "version": 1,
        }  # fmt: skip
        media = media or [
            {"image": self.picture(n)} if "image" in row else {} for n, row in enumerate(given)
        ]

        def act(unit: Unit) -> int:
            made = pools.add(unit, terms, {one.locale: one for one in (words, *translated)})
            _lay_tasks(unit, made, list(zip(given, media, strict=True)), overlap, lang, needs)
            return made

        return self.parts.store.write(act)

    def picture(self, shade: int) -> dict[str, Any]:
        """A picture on the shelf, as a task names it."""
        shelf = self.parts.shelf
        made = Picture(
            *LARGE,
            _variant(LARGE, shade, "JPEG"),
            _variant(SMALL, shade, "WEBP"),
            _variant(SMALL, shade, "JPEG"),
        )
        return asdict(keep(shelf, made))

    def set_pool(self, slug: str = "spam", **values: Any) -> None:
        """Change a pool's terms: its state, its budget."""
        pool = tables.pool
        changed = update(pool).where(pool.c.slug == slug)
        changed = changed.values(version=pool.c.version + 1, **values)
        self.parts.store.write(lambda unit: unit.execute(changed))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table."""
        query = select(getattr(tables, table))
        return self.parts.store.read(
            lambda unit: [dict(row) for row in unit.execute(query).mappings()]
        )

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return self.parts.store.read(
            lambda unit: {
                table.name: unit.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables.metadata.sorted_tables
            }
        )


class Compiled(BytecodeCache):
    """Templates that another test's site has compiled already."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, object], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled."""
        kept = self.kept.get(_in_its_language(bucket))
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.kept[_in_its_language(bucket)] = bucket.bytecode_to_string()


def _in_its_language(bucket: Bucket) -> tuple[str, object]:
    # A template is compiled with the words of one language in it.
    return bucket.key, bucket.environment.globals.get("locale")


COMPILED = Compiled()


@contextmanager
def open_site(url: str, data: Path, **settings: Any) -> Iterator[Site]:
    """A site over a database that has its tables."""
    given = {"secret_key": b"s" * 32, "card_key": b"c" * 32, **settings}
    chosen = Settings(data=data, database_url=url, **given)
    app = create_app(chosen)
    app.test_client_class = Reader
    app.jinja_env.bytecode_cache = COMPILED
    site = Site(app, chosen)
    yield site
    site.parts.ear.close()
    site.parts.store.close()


def make_card(browser: Reader, own_device: bool = False) -> str:
    """Make a card in this browser; its code."""
    form = browser.visit("/card/new").form("Make my card")
    shown = form.tick("This is my own device", on=own_device).press()
    return code_on(shown)


def code_on(shown: Page) -> str:
    """The code on the page that shows it."""
    pairs: dict[str, str] = dict(shown.form("/card/print").pairs())
    return pairs["code"]


def open_card(browser: Reader, typed: str) -> Page:
    """Type a code into this browser."""
    return browser.visit("/card").form("Open my card").fill("The code", typed).press()


def leave(browser: Reader) -> Page:
    """Leave this computer."""
    return browser.visit("/leave").form("/leave").press()


def start(browser: Reader, slug: str = "spam", goal: str = "3 tasks") -> Page:
    """Begin a run of tasks; the first of them."""
    return browser.visit(f"/pools/{slug}").form(f"/pools/{slug}").choose(goal).press("Start")


def press(page: Page, words: str) -> Page:
    """Press the one button that begins with these words."""
    names = [page.name(node) for node in page.every("button")]
    (button,) = [name for name in names if name.startswith(words)]
    return page.form(button).press(button)


def answer(page: Page, choice: str = "Spam") -> Page:
    """Send an answer of one choice; the page after it."""
    return page.form("Send answer").choose(choice).press("Send answer")


def _variant(size: tuple[int, int], shade: int, file_format: str) -> Variant:
    held = io.BytesIO()
    Image.new("L", size, 40 + shade).save(held, file_format)
    return Variant(held.getvalue(), f"image/{file_format.lower()}", *size)


def _lay_tasks(
    unit: Unit,
    pool: int,
    rows: list[tuple[Mapping[str, str], dict[str, Any]]],
    overlap: int,
    lang: str,
    needs: str,
) -> None:
    load = unit.execute(
        insert(tables.load).returning(tables.load.c.id),
        {"pool": pool, "ready": True, "touched": 0, "tasks": len(rows)},
    ).scalar_one()
    new = {"pool": pool, "needs": needs, "lang": lang, "head": len(rows) - 1, "tail": -1}
    strand = unit.execute(insert(tables.strand).returning(tables.strand.c.id), new).scalar_one()
    for rank, (row, media) in enumerate(rows):
        task = {
            "pool": pool, "load": load, "strand": strand, "key": str(rank), "lang": lang,
            "payload": dict(row), "media": media, "explain": "",
        }  # fmt: skip
        made = unit.execute(insert(tables.task).returning(tables.task.c.id), task).scalar_one()
        place = {"strand": strand, "lane": 1, "rank": rank, "task": made, "open": overlap}
        unit.execute(insert(tables.place), place)
