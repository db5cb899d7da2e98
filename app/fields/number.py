"""A number."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from app.language import number_marks
from app.rules.problem import Problem
from app.rules.typed import LONGEST, read_number

# A value of sixteen digits is no longer one that any spreadsheet keeps whole.
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number, stored as `-1234.5` whatever marks it was typed with; `lang` is its typist's."""

    macro: ClassVar[str] = "number"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    lang: str = "en"

    def read(self, raw: list[str]) -> str | Problem:
        """The number in plain digits with a point."""
        typed = raw[0].strip() if raw else ""
        if not typed:
            return Problem("number_missing", field=self.name) if self.required else ""
        found = read_number(typed, *number_marks(self.lang)) if len(typed) <= LONGEST else None
        if found is None or len(found.as_tuple().digits) > MOST_DIGITS:
            return Problem("number_unclear", {"found": typed[:LONGEST]}, field=self.name)
        return _plain(found)


def _plain(number: Decimal) -> str:
    return f"{number:f}"
