"""An answer in the words of who gave it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.actions.showing import Facts, TaskFacts
from app.fields import Field, Value
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.day import Day
from app.fields.link import Link
from app.fields.number import Number
from app.fields.recording import Recording
from app.fields.region import RegionField
from app.fields.text import LongText, Text
from app.fields.tree import TreeChoice
from app.kinds.ask import Words
from app.language import N_, direction
from app.language.tags import Direction
from app.pages import door
from app.pages.worker.recording import heard_before
from app.pages.worker.region_words import said_of
from app.pages.worker.views import fields_of, label_lang, words_of
from app.rules import region
from app.rules.preferences import NO_WORDS

EMPTY = N_("Left empty")
LONG_RECORDING = N_("A recording of %(length)s")
FIRST_DAY = date(1970, 1, 1).toordinal()


def lines_of(
    pool: Facts, task: TaskFacts, answer: Mapping[str, Value] | None
) -> list[dict[str, Any]]:
    """An answer as it is read: each field's label, and its value's words in their language."""
    words, lines = words_of(pool), list[dict[str, Any]]()
    for field in fields_of(pool, task):
        value = (answer or {}).get(field.name)
        if value is None:
            continue
        text, lang, way = value_words(field, value, words, task.lang)
        line = {"label": field.label, "label_lang": label_lang(field, words, task.lang)}
        heard = heard_before(value) if isinstance(field, Recording) else None
        lines.append({**line, "text": text, "lang": lang, "dir": way, "heard": heard})
    return lines


def value_words(field: Field, value: Value, words: Words, lang: str) -> tuple[str, str, Direction]:
    """A value as its worker reads it, in which language, and which way that is written.

    `lang` is the language of the task's material.
    """
    speaks = door.speaks()
    said = _in_readers_words(field, value)
    if said:
        return said, speaks.code, speaks.direction
    if isinstance(value, list) or isinstance(field, Choice):
        return _chosen(field, value if isinstance(value, list) else [value], words)
    if isinstance(field, TreeChoice):
        leaf, said_in = field.tree.nodes.get(str(value)), field.tree.lang or words.locale
        return leaf.path if leaf else str(value), said_in, direction(said_in)
    if isinstance(field, Number):
        return speaks.exact(value), speaks.code, "ltr"
    if isinstance(field, Link):
        return value, NO_WORDS, "ltr"
    typed = field.lang or lang if isinstance(field, Text | LongText) else lang
    return value, typed, direction(typed)


def _in_readers_words(field: Field, value: Value) -> str:
    """What stands for a value that is no text; "" for one that is."""
    speaks = door.speaks()
    if isinstance(field, RegionField):
        return said_of(region.read(str(value)))
    if not value:
        return speaks.gettext(EMPTY)
    if isinstance(field, Recording):
        return speaks.gettext(LONG_RECORDING) % {"length": speaks.minutes(float(value[1]) / 60)}
    if isinstance(field, Day):
        return speaks.day(date.fromisoformat(str(value)).toordinal() - FIRST_DAY)
    return ""


def _chosen(field: Field, keys: Sequence[str], words: Words) -> tuple[str, str, Direction]:
    # An option may be gone by now: its key is all that is left of it.
    offered = dict(field.options) if isinstance(field, Choice | Choices) else {}
    said_in = (isinstance(field, Choice | Choices) and field.lang) or words.locale
    said = [offered.get(key, key) for key in keys]
    return door.speaks().listed(said), said_in, direction(said_in)
