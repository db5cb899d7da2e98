"""Rows as lines of text that either database can take back, whatever version its tables have."""

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from sqlalchemy import (
    JSON,
    Column,
    LargeBinary,
    MetaData,
    Table,
    Text,
    cast,
    column,
    func,
    insert,
    literal,
    select,
    table,
)

from app.store.opening import Unit

BATCH = 1_000


def tables(unit: Unit) -> list[Table]:
    """The tables as they are in the database, those that others lead to first."""
    found = MetaData()
    found.reflect(unit)
    return [one for one in found.sorted_tables if one.name != "alembic_version"]


def write(unit: Unit, one: Table, out: IO[bytes]) -> int:
    """Write a table: its columns, then each row on a line; how many rows."""
    coded = [isinstance(each.type, LargeBinary) for each in one.columns]
    read = select(*(_plain(each) for each in one.columns)).select_from(one)
    count = 0
    with gzip.open(out, "wt", compresslevel=4, encoding="utf-8", newline="\n") as lines:
        names = [each.name for each in one.columns]
        lines.write(json.dumps({"columns": names, "coded": coded}) + "\n")
        for row in unit.execute(read, execution_options={"yield_per": BATCH}):
            cells = (_text(cell) if code else cell for cell, code in zip(row, coded, strict=True))
            lines.write(json.dumps([*cells], ensure_ascii=False) + "\n")
            count += 1
    return count


def read(unit: Unit, name: str, data: IO[bytes]) -> int:
    """Put a written table's rows back; how many."""
    count = 0
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        said = json.loads(next(lines))
        # Columns without a type: the driver hands the values on as they are.
        put = insert(table(name, *map(column, said["columns"])))
        rows = (_values(said, json.loads(line)) for line in lines)
        while some := list(islice(rows, BATCH)):
            unit.execute(put, some)
            count += len(some)
    return count


def count_on(unit: Unit) -> None:
    """Let PostgreSQL count new keys up from those that were put back."""
    if unit.dialect.name != "postgresql":
        return
    for one in tables(unit):
        for key in one.primary_key:
            if "nextval" in str(getattr(key.server_default, "arg", "")):
                sequence = func.pg_get_serial_sequence(one.name, key.name)
                unit.execute(
                    select(func.setval(sequence, func.coalesce(func.max(key), 0) + 1, False))
                )


def empty(unit: Unit) -> bool:
    """Whether no table has a row."""
    return not any(
        unit.execute(select(literal(1)).select_from(each).limit(1)).first() for each in tables(unit)
    )


def _plain(one: Column[Any]) -> Any:
    # JSON as its own text: else nothing and the JSON word null could not be told apart.
    return cast(one, Text) if isinstance(one.type, JSON) else one


def _text(cell: bytes | None) -> str | None:
    return None if cell is None else b64encode(cell).decode()


def _values(said: dict[str, list[Any]], cells: list[Any]) -> dict[str, Any]:
    return dict(_pairs(said, cells))


def _pairs(said: dict[str, list[Any]], cells: list[Any]) -> Iterator[tuple[str, Any]]:
    for name, coded, cell in zip(said["columns"], said["coded"], cells, strict=True):
        yield name, b64decode(cell) if coded and cell is not None else cell
