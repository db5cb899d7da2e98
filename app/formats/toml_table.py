"""One table of a TOML file, read key by key; what is wrong is gathered, not raised."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from app.fields.text import LongText, Text
from app.formats.nearest import not_one_of, shown
from app.rules.problem import Problem

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")


class TomlTable:
    """A table that remembers which of its keys were asked for, so that others can be told."""

    def __init__(
        self,
        values: Mapping[str, object],
        path: str,
        problems: list[Problem],
        rows: Mapping[str, int],
    ) -> None:
        """Read `values`, which stand at the dotted `path` of the file."""
        self.values = values
        self.path = path
        self.problems = problems
        self._rows = rows
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        """Whether the file has this key, which from now on counts as asked for."""
        self._asked.add(key)
        return key in self.values

    def accept(self, *keys: str) -> None:
        """Let keys be there without reading them."""
        self._asked.update(keys)

    def wrong(self, key: str, problem: Problem) -> None:
        """Note a problem with a key."""
        self._asked.add(key)
        row, column = self.place(key)
        self.problems.append(problem.at(row=row, column=column))

    def place(self, key: str) -> tuple[int, str]:
        """The line of a key, and its dotted name."""
        column = f"{self.path}.{key}" if self.path else key
        return self._rows.get(column) or self._rows.get(self.path, 0), column

    def get(self, key: str) -> object:
        """A value as it is, or None with a problem noted where there is none."""
        self._asked.add(key)
        if key not in self.values:
            self.wrong(key, Problem("key_missing", {"wanted": key}))
        return self.values.get(key)

    def text(self, key: str, longest: int, *, lines: bool = False) -> str:
        """A text of one line, or of several; empty with a problem noted where it is not good."""
        found = self.get(key)
        return "" if found is None else self._text(key, found, longest, lines=lines)

    def texts(self, key: str, longest: int, *, least: int = 1) -> tuple[str, ...]:
        """A list of texts, one or more of them unless fewer are allowed."""
        found = self.get(key)
        if found is None:
            return ()
        if not isinstance(found, list) or len(found) < least:
            self.wrong(key, Problem("texts_wanted", {"found": shown(found)}))
            return ()
        return tuple(self._text(key, one, longest) for one in found)

    def flag(self, key: str) -> bool:
        """A yes or no; no where the key is not there."""
        found = self.get(key) if key in self else False
        if not isinstance(found, bool):
            self.wrong(key, Problem("flag_wanted", {"found": shown(found)}))
        return found is True

    def number(self, key: str, least: Decimal, most: Decimal) -> Decimal:
        """A number between two others; the least one with a problem noted where it is not."""
        found = self.get(key)
        if found is None:
            return least
        if isinstance(found, bool) or not isinstance(found, int | Decimal):
            self.wrong(key, Problem("number_wanted", {"found": shown(found)}))
            return least
        number = Decimal(found)
        if not number.is_finite() or not least <= number <= most:
            values = {"found": shown(found), "least": str(least), "most": str(most)}
            self.wrong(key, Problem("number_range", values))
            return least
        return number

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number between two others."""
        number = self.number(key, Decimal(least), Decimal(most))
        if number != int(number):
            self.wrong(key, Problem("whole_wanted", {"found": shown(number)}))
        return int(number)

    def table(self, key: str) -> "TomlTable":
        """A table inside this one; an empty one where there is none."""
        self._asked.add(key)
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            self.wrong(key, Problem("table_wanted", {"found": shown(found)}))
            found = {}
        path = f"{self.path}.{key}" if self.path else key
        return TomlTable(found, path, self.problems, self._rows)

    def tables(self, key: str) -> list["TomlTable"]:
        """A list of tables inside this one, counted from 1 in their paths.

        There are none, with a problem noted, where it is no such list.
        """
        found = self.get(key)
        if found is None:
            return []
        if not isinstance(found, list) or not found or not all(isinstance(o, dict) for o in found):
            self.wrong(key, Problem("tables_wanted", {"found": shown(found)}))
            return []
        path = f"{self.path}.{key}" if self.path else key
        return [
            TomlTable(one, f"{path}.{place}", self.problems, self._rows)
            for place, one in enumerate(found, start=1)
        ]

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        known = frozenset(self._asked)
        for key in self.values:
            if key not in known:
                self.wrong(key, not_one_of("key", key, known))

    def _text(self, key: str, found: object, longest: int, *, lines: bool = False) -> str:
        if not isinstance(found, str):
            self.wrong(key, Problem("text_wanted", {"found": shown(found)}))
            return ""
        field = LongText(key, "", longest=longest) if lines else Text(key, "", longest=longest)
        text = field.read([found])
        if isinstance(text, Problem):
            self.wrong(key, text)
            return ""
        return text


def rows_of_keys(text: str) -> dict[str, int]:
    """The line of each table and key, by its dotted name; `[[tables]]` are counted from 1.

    A simple look from line to line, good enough to say where to look; text over several lines is
    passed over.
    """
    rows: dict[str, int] = {}
    found_so_far: Counter[str] = Counter()
    table = ""
    for row, line in _outside_long_texts(text):
        if found := _TABLE.match(line):
            table = found[2]
            if found[1] == "[[":
                rows.setdefault(table, row)
                found_so_far[table] += 1
                table = f"{table}.{found_so_far[table]}"
            rows.setdefault(table, row)
        elif found := _KEY.match(line):
            rows.setdefault(f"{table}.{found[1]}" if table else found[1], row)
    return rows


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for row, line in enumerate(text.split("\n"), start=1):
        if not inside:
            yield row, line
        if (line.count('"""') + line.count("'''")) % 2:
            inside = not inside
