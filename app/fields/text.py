"""Text on one line, and text on several."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from app.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `longest` is in characters, `lang` is the language of what is typed."""

    macro: ClassVar[str] = "text"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    longest: int = 500
    lang: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The text with its outer spaces gone, in Unicode's composed form (NFC)."""
        return read_text(self.name, " ".join(raw[0].split()) if raw else "", self)


@dataclass(frozen=True, slots=True)
class LongText:
    """Text of several lines; `longest` is in characters, `lang` is the language of what is typed."""

    macro: ClassVar[str] = "long_text"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    longest: int = 20_000
    lang: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The text with line ends as `\\n`, in Unicode's composed form (NFC)."""
        text = raw[0].replace("\r\n", "\n").replace("\r", "\n").strip() if raw else ""
        return read_text(self.name, text, self)


def read_text(name: str, text: str, field: Text | LongText) -> str | Problem:
    """A text that holds no control characters and is not too long, or the problem with it."""
    found = next((c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"), "")
    if found:
        return Problem("text_control", {"character": f"U+{ord(found):04X}"}, field=name)
    if len(text) > field.longest:
        return Problem("text_long", {"length": len(text), "most": field.longest}, field=name)
    if field.required and not text:
        return Problem("text_missing", field=name)
    return unicodedata.normalize("NFC", text)
