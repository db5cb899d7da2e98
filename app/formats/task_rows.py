"""Tasks out of the rows of a file: every cell read by the field of its column."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from app.fields import Field, Value
from app.fields.language_tag import read_language
from app.fields.media_file import MediaFile
from app.formats.known_answers import read_known
from app.formats.media_files import MediaFiles
from app.formats.nearest import not_one_of, shown
from app.formats.record import Header, Record
from app.formats.row_honesty import Said, dishonest
from app.formats.row_shape import CHECK, EXPLAIN, KEY, LANG, OWN_NEEDS, RowShape, explain_columns
from app.rules.needs import NEEDS, by_file
from app.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as a row has it: `row` is its line in the file, `key` the coordinator's own.

    `explains` is the explanation in other languages of the pool.
    """

    row: int
    key: str
    lang: str
    needs: frozenset[str]
    payload: dict[str, str]
    check_answer: dict[str, Value] | None
    explain: str
    explains: dict[str, str] = field(default_factory=dict)


class TaskReader:
    """Reads the records of one file; remembers which keys and columns it met."""

    def __init__(self, shape: RowShape, media: MediaFiles) -> None:
        """Read rows of a shape, whose files are among `media`."""
        self._shape = shape
        self._media = media
        self._checks = shape.checks
        self._columns = frozenset(shape.columns)
        self._known = set(shape.columns)
        # Digests, so that a million long keys take little memory.
        self._keys: set[bytes] = set()

    def read(self, items: Iterable[Header | Record | Problem]) -> Iterator[TaskRow | Problem]:
        """Each task, or each problem with its row."""
        some = False
        for item in items:
            some = some or not isinstance(item, Header)
            if isinstance(item, Problem):
                yield item
            elif isinstance(item, Header):
                yield from self._unknown(item.columns, item.row)
                missing = self._missing(item)
                if missing:
                    yield from missing
                    return
            else:
                yield from self._unknown(item.cells, item.row)
                yield from self._task(item)
        if not some:
            yield Problem("rows_none", row=1)

    def _unknown(self, columns: Iterable[str], row: int) -> Iterator[Problem]:
        """A problem for each column that is met for the first time and not known."""
        for column in columns:
            if column not in self._known:
                self._known.add(column)
                yield self._not_known(column).at(row=row, column=shown(column))

    def _not_known(self, column: str) -> Problem:
        """The problem with a column; those that a pool's own words make are told apart."""
        begins, _, ends = column.partition(".")
        tag = read_language(ends) if begins == EXPLAIN.name else None
        if isinstance(tag, str) and tag not in self._shape.others:
            if tag == self._shape.language:
                return Problem("explain_own", {"found": shown(column)})
            return Problem("explain_not_spoken", {"found": shown(column), "wanted": tag})
        if begins == CHECK:
            wanted = ", ".join(sorted(self._checks))
            return Problem("column_unknown", {"found": shown(column), "wanted": wanted})
        return not_one_of("column", column, self._columns)

    def _missing(self, header: Header) -> list[Problem]:
        required = [
            KEY.name,
            *(field.name for field in self._shape.kind.supplies if field.required),
        ]
        return [
            Problem("column_missing", {"wanted": name}, row=header.row, column=name)
            for name in required
            if name not in header.columns
        ]

    def _task(self, record: Record) -> Iterator[TaskRow | Problem]:
        problems: list[Problem] = []
        cells = record.cells
        payload = {f.name: _read(f, cells, problems) for f in self._shape.kind.supplies}
        # What could not be read is not missing as well.
        wrong = None if problems else self._shape.kind.check(payload)
        problems += [wrong] if wrong else []
        self._find_media(payload, problems)
        own = _needs(cells, problems)
        if_bare = by_file([f.name for f in self._shape.kind.supplies])
        everywhere = (self._shape.needs - if_bare) | self._shape.always
        task = TaskRow(
            row=record.row,
            key=self._key(cells, problems),
            lang=self._lang(cells, problems),
            needs=self._shape.kind.needs(payload) | own | everywhere,
            payload=payload,
            check_answer=self._check(cells, payload, problems),
            explain=_read(EXPLAIN, cells, problems),
            explains=self._explains(cells, problems),
        )
        declared = self._shape.needs | own
        said = Said(self._shape.kind, payload, task.lang, declared, task.check_answer)
        problems += dishonest(said)
        if problems:
            yield from (problem.at(row=record.row) for problem in problems)
        else:
            yield task

    def _key(self, cells: dict[str, str], problems: list[Problem]) -> str:
        key = _read(KEY, cells, problems)
        digest = blake2b(key.encode(), digest_size=16).digest()
        if key and digest in self._keys:
            problems.append(Problem("id_twice", {"found": shown(key)}, column=KEY.name))
        self._keys.add(digest)
        return key

    def _lang(self, cells: dict[str, str], problems: list[Problem]) -> str:
        raw = cells.get(LANG, "").strip()
        language = read_language(raw) if raw else self._shape.language
        if isinstance(language, Problem):
            problems.append(language.at(column=LANG))
            return ""
        return language

    def _check(
        self, cells: dict[str, str], payload: dict[str, str], problems: list[Problem]
    ) -> dict[str, Value] | None:
        """The known answer: a value for every field that the row asks, or for none."""
        given = [column for column in self._checks if cells.get(column, "").strip()]
        if not given:
            return None
        if self._shape.kind.has_pages:
            problems += [Problem("check_survey", column=column) for column in given]
            return None
        asked = {field.name: field for field in self._shape.asks(payload)}
        columns = {field.name: column for column, field in self._checks.items()}
        problems += [
            Problem("check_not_asked", column=column)
            for column in given
            if self._checks[column].name not in asked
        ]
        before = len(problems)
        known = {
            name: _read_known(field, _cell(cells, columns[name]), columns[name], problems)
            for name, field in asked.items()
        }
        if len(problems) == before and self._shape.kind.verify(known):
            problems.append(Problem("check_at_odds", column=given[0]))
        return known

    def _explains(self, cells: dict[str, str], problems: list[Problem]) -> dict[str, str]:
        columns = explain_columns(self._shape.others).items()
        filled = {locale: column for locale, column in columns if cells.get(column, "").strip()}
        own = [EXPLAIN.name] if cells.get(EXPLAIN.name, "").strip() else []
        if not any(cells.get(column, "").strip() for column in self._checks):
            # Nobody would ever read it.
            alone = (*own, *filled.values())
            problems += [Problem("explain_alone", column=column) for column in alone]
        return {
            locale: _read(replace(EXPLAIN, name=column), cells, problems)
            for locale, column in filled.items()
        }

    def _find_media(self, payload: dict[str, str], problems: list[Problem]) -> None:
        for one in self._shape.kind.supplies:
            name = payload[one.name]
            if isinstance(one, MediaFile) and name:
                found = self._media.find(name)
                if isinstance(found, Problem):
                    problems.append(found.at(column=one.name))


def _read(field: Field, cells: dict[str, str], problems: list[Problem]) -> str:
    """The cell's value as its field reads it; empty with a problem noted where it is not good."""
    value = field.read([_cell(cells, field.name)])
    if isinstance(value, Problem):
        problems.append(value.at(column=field.name))
        return ""
    return value if isinstance(value, str) else " ".join(value)


def _read_known(field: Field, cell: str, column: str, problems: list[Problem]) -> Value:
    value = read_known(field, cell)
    if isinstance(value, Problem):
        problems.append(value.at(column=column))
        return ""
    return value


def _cell(cells: dict[str, str], column: str) -> str:
    return unicodedata.normalize("NFC", cells.get(column, "").strip())


def _needs(cells: dict[str, str], problems: list[Problem]) -> frozenset[str]:
    needs = frozenset(cells.get(OWN_NEEDS, "").replace(",", " ").split())
    for need in sorted(needs - frozenset(NEEDS)):
        problems.append(not_one_of("need", need, NEEDS).at(column=OWN_NEEDS))
    return needs
