"""One choice from a short list."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few options; each option is its key (stored, exported) and its words (shown).

    `of_material` says that the label is a text of the task, in the material's language; `lang` is
    the language of the options where that is not the one of the pool's words.
    """

    macro: ClassVar[str] = "choice"
    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""
    required: bool = True
    of_material: bool = False
    lang: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The key of the option that was chosen."""
        chosen = raw[0] if raw else ""
        if not chosen:
            return Problem("choice_missing", field=self.name) if self.required else ""
        if chosen not in dict(self.options):
            return Problem("choice_unknown", {"found": chosen[:80]}, field=self.name)
        return chosen
