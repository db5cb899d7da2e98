"""A number."""

from dataclasses import dataclass
from typing import ClassVar

from app.language import number_marks
from app.rules.problem import Problem
from app.rules.typed import LONGEST, read_number, read_plain_number


@dataclass(frozen=True, slots=True)
class Number:
    """A number, stored as `-1234.5` whatever marks it was typed with.

    `lang` is the language of whoever types it; a file has none, and digits and a point only.
    """

    macro: ClassVar[str] = "number"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    lang: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The number in plain digits with a point."""
        typed = raw[0].strip() if raw else ""
        if not typed:
            return Problem("number_missing", field=self.name) if self.required else ""
        if self.lang:
            found = read_number(typed, *number_marks(self.lang))
        else:
            found = read_plain_number(typed)
        if found is None:
            values = {"found": typed[:LONGEST]}
            if self.lang:
                return Problem("number_unclear", values, field=self.name)
            return Problem("number_plain", values, field=self.name)
        return f"{found:f}"

    def raw(self, value: str) -> list[str]:
        """A stored value as this language's people type it."""
        return [value.replace(".", number_marks(self.lang)[0]) if self.lang else value]
