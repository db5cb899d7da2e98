"""A file that a coordinator supplies, by its name."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file name below the pool's `media` folder; what is in the file, its own class says."""

    macro: ClassVar[str] = ""
    name: str
    label: str
    required: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The file's name, with a leading `media/` taken away."""
        given = raw[0].strip() if raw else ""
        if not given:
            return Problem("file_missing", field=self.name) if self.required else ""
        name = given.removeprefix("media/")
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or "\0" in name or {"", ".", ".."} & set(parts):
            return Problem("file_name", {"found": given[:80]}, field=self.name)
        return name
