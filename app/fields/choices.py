"""Several choices from a short list."""

from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class Choices:
    """Any of a few options; each option is its key (stored, exported) and its words (shown).

    `lang` is the language of label and options where that is not the one of the pool's words.
    `either` as of a link.
    """

    macro: ClassVar[str] = "choices"
    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""
    required: bool = True
    lang: str = ""
    either: bool = False

    def read(self, raw: list[str]) -> list[str] | Problem:
        """The keys of the options that were chosen, in the order in which they are offered."""
        chosen = {one for one in raw if one}
        if not chosen:
            return Problem("choices_missing", field=self.name) if self.required else []
        unknown = sorted(chosen - dict(self.options).keys())
        if unknown:
            return Problem("choice_unknown", {"found": unknown[0][:80]}, field=self.name)
        return [key for key, _ in self.options if key in chosen]
