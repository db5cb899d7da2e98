"""Statements compiled once: SQLAlchemy writes the SQL and the types, the driver runs it.

Running a statement through SQLAlchemy's own execution costs 50 µs each time, six times what SQLite
takes for it, and a task's cycle has some thirty. Results are plain tuples.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Executable, Float
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from app.store.opening import Unit

Convert = Callable[[Any], Any]


class _Form(NamedTuple):
    """A statement as one database's driver takes it, with what turns values into its own."""

    sql: str
    pick: Callable[[Mapping[str, Any]], Any]
    fixed: dict[str, Any]
    given: tuple[tuple[str, Convert], ...]
    found: tuple[tuple[int, Convert], ...]


class Statement:
    """One statement whose parameters always have the same names."""

    def __init__(self, built: Executable) -> None:
        """Hold what was built with `select`, `insert`, `update` or `delete`."""
        self._built: Any = built
        self._forms: dict[str, _Form] = {}

    def all(self, unit: Unit, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Every row."""
        rows, convert = self._run(unit, values, "fetchall")
        if not convert:
            return list(rows)
        return [_converted(row, convert) for row in rows]

    def first(self, unit: Unit, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row; None where there is none."""
        row, convert = self._run(unit, values, "fetchone")
        if row is None:
            return None
        return _converted(row, convert) if convert else tuple(row)

    def one(self, unit: Unit, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The row that must be there. Raises LookupError where it is not."""
        row = self.first(unit, values)
        if row is None:
            raise LookupError("a row that must be there is not")
        return row

    def run(self, unit: Unit, values: Mapping[str, Any]) -> int:
        """How many rows it changed."""
        changed, _ = self._run(unit, values, "")
        return int(changed)

    def _run(self, unit: Unit, values: Mapping[str, Any], fetch: str) -> tuple[Any, Any]:
        dialect = unit.dialect
        form = self._forms.get(dialect.name) or self._compile(dialect, values)
        if form.fixed or form.given:
            values = {**form.fixed, **values, **{n: turn(values[n]) for n, turn in form.given}}
        sent = form.pick(values)
        connection = unit.connection
        cursor = connection.cursor()
        try:
            cursor.execute(form.sql, sent)
            return (getattr(cursor, fetch)() if fetch else cursor.rowcount), form.found
        except dialect.loaded_dbapi.Error as error:
            raise _told(unit, dialect, form.sql, error, cursor) from error
        finally:
            cursor.close()

    def _compile(self, dialect: Dialect, values: Mapping[str, Any]) -> _Form:
        compiled = self._built.compile(dialect=dialect, column_keys=list(values))
        binds = {name: bind.type for bind, name in compiled.bind_names.items()}
        given = {n: t.dialect_impl(dialect).bind_processor(dialect) for n, t in binds.items()}
        found = (
            _reading(column.type, dialect)
            for column in getattr(self._built, "exported_columns", ())
        )
        fixed = {name: value for name, value in compiled.params.items() if name not in values}
        turns = {name: convert for name, convert in given.items() if convert}
        form = _Form(
            str(compiled),
            _picking(compiled.positiontup if compiled.positional else None),
            {name: turns.get(name, _same)(value) for name, value in fixed.items()},
            tuple((name, convert) for name, convert in turns.items() if name in values),
            tuple((place, convert) for place, convert in enumerate(found) if convert),
        )
        self._forms[dialect.name] = form
        return form


def _picking(places: Sequence[str] | None) -> Callable[[Mapping[str, Any]], Any]:
    """What puts values into the form that the driver wants: in order, or by their names."""
    if places is None:
        return _same
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: [values[name] for name in places]


def _same(value: Any) -> Any:
    return value


def _reading(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """What turns a driver's value into ours; both drivers give fractions as they should be."""
    if isinstance(kind, Float):
        return None
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _converted(row: Sequence[Any], convert: tuple[tuple[int, Convert], ...]) -> tuple[Any, ...]:
    cells = list(row)
    for place, change in convert:
        cells[place] = change(cells[place])
    return tuple(cells)


def _told(unit: Unit, dialect: Dialect, sql: str, error: Any, cursor: Any) -> BaseException:
    """A driver's error as SQLAlchemy tells it: its class, no parameters, a lost line noticed."""
    gone = dialect.is_disconnect(error, None, cursor)
    if gone:
        unit.invalidate(error)
    told: BaseException = DBAPIError.instance(
        sql,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=gone,
        dialect=dialect,
    )
    return told
