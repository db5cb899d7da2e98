"""A sound that a worker makes."""

import re
from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem

_NAME = re.compile(r"[0-9a-f]{32}\.[a-z0-9]{2,5}")


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording, by the name under which it is kept; the sound itself comes as a file.

    Whether it is this worker's own, who stores the answer asks.
    """

    macro: ClassVar[str] = "recording"
    name: str
    label: str
    hint: str = ""
    required: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The name of a kept recording."""
        given = raw[0].strip() if raw else ""
        if not given:
            return Problem("recording_missing", field=self.name) if self.required else ""
        return given if _NAME.fullmatch(given) else Problem("recording_missing", field=self.name)
