"""Cards for a partner: each code opens a card of its own, within what the batch may earn."""

import csv
import re
from pathlib import Path

from sqlalchemy import select

from app.actions.cards import Opening, open_card
from app.rules.card import read
from app.settings import read_settings
from app.store import tables
from app.store.opening import Store
from tests.commands.conftest import Type
from tests.pool_folders import NOW, many, write_pool


def batches(tmp_path: Path) -> list[tuple[int | None, int, int | None]]:
    store = Store(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}")
    found = select(tables.batch.c.pool, tables.batch.c.cards, tables.batch.c.cap)
    rows = store.read(lambda unit: [tuple(row) for row in unit.execute(found)])
    store.close()
    return [(pool, cards, cap) for pool, cards, cap in rows]


def test_each_line_is_a_code_that_opens_a_card(command: Type, tmp_path: Path) -> None:
    lines = command("cards", "new", "--count", "3").stdout.splitlines()
    assert len({read(line) for line in lines}) == 3
    settings = read_settings()
    store = Store(settings.database_url)
    assert all(isinstance(open_card(store, settings, line, False, NOW), Opening) for line in lines)
    store.close()
    assert batches(tmp_path) == [(None, 3, 15_000)]


def test_a_batch_can_be_for_one_pool_and_have_a_cap(command: Type, tmp_path: Path) -> None:
    command("pool", "import", write_pool(tmp_path / "pool", many(1)))
    made = command(
        "cards", "new", "--count", "2", "--pool", "spam", "--cap", "700", "--format", "csv"
    )
    rows = list(csv.DictReader(made.stdout.splitlines()))
    assert [(row["batch"], row["card"]) for row in rows] == [("1", "1"), ("1", "2")]
    assert all(isinstance(read(row["code"]), str) for row in rows)
    assert batches(tmp_path) == [(1, 2, 700)]


def test_the_sheet_to_print_holds_everything_and_asks_nobody(command: Type) -> None:
    sheet = command("cards", "new", "--count", "2", "--format", "html").stdout
    codes = re.findall(r'<bdi dir="ltr">([\d ]+)</bdi>', sheet)
    assert len({read(code) for code in codes}) == 2
    assert sheet.count("<svg") == 2
    assert "http" not in sheet
    assert "src=" not in sheet
    assert '<html lang="en" dir="ltr">' in sheet
