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
        """The day as ISO 8601 writes it; one text alone, as files have it, is in that form."""
        parts = [part.strip() for part in (raw[0].split("-")[::-1] if len(raw) == 1 else raw)]
        if not any(parts):
            return Problem("day_missing", field=self.name) if self.required else ""
        found = read_day(*parts) if len(parts) == 3 else None
        if found is None:
            values = {"found": " ".join(raw).strip()[:40]}
            if len(raw) == 1:
                return Problem("day_plain", values, field=self.name)
            return Problem("day_unclear", values, field=self.name)
        return found.isoformat()

    def raw(self, value: str) -> list[str]:
        """What the three controls hold for a stored value."""
        return value.split("-")[::-1] if value else []
