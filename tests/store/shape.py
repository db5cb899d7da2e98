"""What a database looks like, as a set of plain facts that can be compared."""

import re

from sqlalchemy import text

from app.store.opening import Store, Unit

POSTGRES = {
    "column": """select table_name, column_name, data_type, is_nullable
        from information_schema.columns where table_schema = 'public'""",
    "constraint": """select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace""",
    "index": "select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'",
}
SQLITE = "select name, sql from sqlite_master where name not like 'sqlite_%'"


def shape(store: Store) -> set[tuple[str, ...]]:
    """Every column, constraint and index, with its name and all that it says."""
    return {fact for fact in store.read(_facts) if "alembic_version" not in " ".join(fact)}


def _facts(unit: Unit) -> set[tuple[str, ...]]:
    if unit.dialect.name == "sqlite":
        rows = unit.execute(text(SQLITE)).all()
        return {(name, line) for name, sql in rows for line in _lines(sql or "")}
    return {
        (what, *map(str, row))
        for what, query in POSTGRES.items()
        for row in unit.execute(text(query))
    }


def _lines(sql: str) -> list[str]:
    """A statement's parts, whatever their order and spacing; SQLite quotes a table it renamed."""
    plain = re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql)
    # A column that was added later stands behind the last one, on its line.
    lines = re.sub(r", (?=[a-z_]+ [A-Z])", "\n", plain).splitlines()
    return [re.sub(r"\s+", " ", line).strip(" ,\"'") for line in lines if line.strip()]
