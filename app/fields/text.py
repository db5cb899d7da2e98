"""Text on one line, and text on several."""

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from app.rules.mask import fits
from app.rules.problem import Problem

_MOST_SHOWN = 80
# Control characters but tab and line end; and halves of characters, which no file can hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `longest` is in characters, `lang` is the language of what is typed.

    `label_lang` is the label's where that is not the language of the pool's words, and `hint_lang`
    the hint's where that is not the label's. Where there are `masks`, the text must fit one of them
    (`app/rules/mask.py`); `wanted` says so in plain words.
    """

    macro: ClassVar[str] = "text"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    longest: int = 500
    lang: str = ""
    label_lang: str = ""
    hint_lang: str = ""
    masks: tuple[str, ...] = ()
    wanted: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The text with its outer spaces gone, in Unicode's composed form (NFC)."""
        text = read_text(self.name, " ".join(raw[0].split()) if raw else "", self)
        if not text or not self.masks or isinstance(text, Problem):
            return text
        if any(fits(mask, text) for mask in self.masks):
            return text
        return Problem("text_pattern", {"found": text[:_MOST_SHOWN]}, field=self.name)


@dataclass(frozen=True, slots=True)
class LongText:
    """Several lines of text; `longest`, `lang` and `label_lang` as of a text on one line.

    `hint_lang` is the hint's language where that is not the label's.
    """

    macro: ClassVar[str] = "long_text"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    longest: int = 20_000
    lang: str = ""
    label_lang: str = ""
    hint_lang: str = ""

    def read(self, raw: list[str]) -> str | Problem:
        """The text with line ends as `\\n`, in Unicode's composed form (NFC)."""
        text = raw[0].replace("\r\n", "\n").replace("\r", "\n").strip() if raw else ""
        return read_text(self.name, text, self)


def read_text(name: str, text: str, field: Text | LongText) -> str | Problem:
    """A text that holds no control characters and is not too long, or the problem with it."""
    if found := _CONTROL.search(text):
        return Problem("text_control", {"character": f"U+{ord(found[0]):04X}"}, field=name)
    if len(text) > field.longest:
        return Problem("text_long", {"length": len(text), "most": field.longest}, field=name)
    if field.required and not text:
        return Problem("text_missing", field=name)
    return unicodedata.normalize("NFC", text)
