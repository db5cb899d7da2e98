"""What a worker's templates show of what was typed and is no answer yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.actions.showing import Facts, TaskFacts, describe
from app.fields import Field
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.link import Link
from app.fields.recording import Recording
from app.fields.region import RegionField
from app.fields.text import LongText, Text
from app.fields.tree import TreeChoice
from app.kinds.ask import Words
from app.language import N_, direction
from app.pages import door
from app.pages.worker.answer_words import value_words
from app.pages.worker.views import fields_of, words_of
from app.rules.preferences import NO_WORDS
from app.rules.problem import Problem

KEPT_RECORDING = N_("A recording")


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What stood in one field; without a language, its direction is found by its letters."""

    text: str
    lang: str = ""
    dir: Literal["ltr", "rtl", "auto"] = "auto"


def kept_lines(pool: Facts, task: TaskFacts, typed: Mapping[str, Any]) -> list[KeptLine]:
    """What was typed into each field, in the order of the fields."""
    words = words_of(pool)
    found = [
        _line(field, [text for text in typed[field.name] if text], words, task.lang)
        for field in fields_of(pool, task)
        if any(typed.get(field.name, ()))
    ]
    return found or [KeptLine(describe(dict(typed)))]


def _line(field: Field, texts: list[str], words: Words, lang: str) -> KeptLine:
    """One field's line; a choice is said in its words, where it is one still."""
    if isinstance(field, Recording):
        speaks = door.speaks()
        return KeptLine(speaks.gettext(KEPT_RECORDING), speaks.code, speaks.direction)
    raw = "\n".join(texts)
    if isinstance(field, Choice | Choices | RegionField | TreeChoice):
        value = field.read(texts)
        if not isinstance(value, Problem):
            return KeptLine(*value_words(field, value, words, lang))
    if isinstance(field, Text | LongText):
        typed = field.lang or lang
        return KeptLine(raw, typed, direction(typed))
    return KeptLine(raw, NO_WORDS, "ltr") if isinstance(field, Link) else KeptLine(raw)
