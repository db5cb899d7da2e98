"""A day, typed as three numbers."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem
from app.rules.typed import read_day


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the Gregorian calendar; its three controls share its name: day, month, year.

    Three numbers need no picker and no order of their own language's (GOV.UK's date input).
    """

    macro: ClassVar[str] = "day_parts"
    name: str
    label: str
    hint: str = ""
    required: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The day as ISO 8601 writes it; one that was supplied so is read too."""
        parts = [part.strip() for part in (raw[0].split("-")[::-1] if len(raw) == 1 else raw)]
        if not any(parts):
            return Problem("day_missing", field=self.name) if self.required else ""
        found = read_day(*parts) if len(parts) == 3 else None
        if found is None:
            return Problem("day_unclear", {"found": " ".join(parts)[:40]}, field=self.name)
        return found.isoformat()
