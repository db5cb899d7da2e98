"""What a file of rows is read into, whatever its form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, in their order."""

    row: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the line where it begins, and its cells by column."""

    row: int
    cells: dict[str, str]
