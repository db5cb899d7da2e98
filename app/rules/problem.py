"""What can go wrong with something a person gave, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and the values its words need.

    `code` names the sentence in `app.language.problems`; `row` counts from 1 with the header line
    as row 1, as a spreadsheet does, and is 0 where there is no row.
    """

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    field: str = ""
    row: int = 0
    column: str = ""
    file: str = ""

    def at(self, *, file: str = "", row: int = 0, column: str = "", field: str = "") -> "Problem":
        """The same problem with its place filled in where it had none."""
        return replace(
            self,
            file=self.file or file,
            row=self.row or row,
            column=self.column or column,
            field=self.field or field,
        )
