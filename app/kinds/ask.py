"""What a pool asks, in the coordinator's words and in those of other languages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.fields import Field
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.day import Day
from app.fields.link import Link
from app.fields.number import Number
from app.fields.text import LongText, Text
from app.language import Language, choose, language
from app.rules.branching import When
from app.rules.problem import Problem
from app.rules.tree import Tree

MOST_CHOICES = 30
MOST_FIELDS = 30


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field that a pool names itself: its shape, and its words in the pool's own language.

    Where the kind has pages, it stands on one of them, whose first field has its heading; `when` is
    the earlier answer that it hangs on. A text must fit one of the masks of its `pattern`, which
    `pattern_words` say in plain words.
    """

    name: str
    shape: str
    label: str
    hint: str = ""
    required: bool = True
    choices: tuple[str, ...] = ()
    page: int = 1
    heading: str = ""
    when: When | None = None
    pattern: tuple[str, ...] = ()
    pattern_words: str = ""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words of such a field in one language; `choices` stand in the order of its choices."""

    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    heading: str = ""
    pattern_words: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """The question of a pool and, where its kind has them, the choices (keys of the answers) and
    the fields that the pool names; `hide` keeps the material away until a worker asks for it.
    A `tree` of categories stands in place of choices."""

    question: str
    choices: tuple[str, ...] = ()
    fields: tuple[AskedField, ...] = ()
    hide: bool = False
    tree: Tree | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a pool says, in one language; `choices` and `fields` stand in the order of the ask's.

    The tree may be left in the pool's own language; `below_floor` is why it pays less than the site
    asks for, where it does.
    """

    locale: str
    title: str
    purpose: str
    asked_by: str
    steps: tuple[str, ...]
    question: str
    choices: tuple[str, ...] = ()
    fields: tuple[FieldWords, ...] = ()
    tree: Tree | None = None
    below_floor: str = ""


def pages_language(words: Words) -> Language:
    """The language for a kind's own words: that of a pool, where the pages speak it too."""
    return language(choose("", words.locale))


def check_choices(choices: tuple[str, ...]) -> tuple[str, ...] | Problem:
    """Two or more different choices, or the problem with them."""
    if len(set(choices)) != len(choices):
        return Problem("ask_choices_twice")
    if not 2 <= len(choices) <= MOST_CHOICES:
        return Problem("ask_choices_count", {"found": len(choices), "most": MOST_CHOICES})
    return choices


def fields_of(ask: Ask, words: Words) -> tuple[Field, ...]:
    """The fields that a pool names, in the words of the language at hand."""
    spoken = words.fields or tuple(map(own_words, ask.fields))
    return tuple(
        SHAPES[one.shape](one, said, words.locale)
        for one, said in zip(ask.fields, spoken, strict=True)
    )


def own_words(field: AskedField) -> FieldWords:
    """A field's words in the pool's own language."""
    return FieldWords(field.label, field.hint, field.choices, field.heading, field.pattern_words)


def _text(one: AskedField, said: FieldWords, _locale: str) -> Field:
    hint = " ".join(filter(None, (said.hint, said.pattern_words)))
    masks, wanted = one.pattern, said.pattern_words
    return Text(one.name, said.label, hint, one.required, masks=masks, wanted=wanted)


def _chosen(
    shape: type[Choice | Choices],
) -> Callable[[AskedField, FieldWords, str], Field]:
    def made(one: AskedField, said: FieldWords, _locale: str) -> Field:
        offered = tuple(zip(one.choices, said.choices or one.choices, strict=True))
        return shape(one.name, said.label, offered, said.hint, one.required)

    return made


SHAPES: Mapping[str, Callable[[AskedField, FieldWords, str], Field]] = {
    "text": _text,
    "long_text": lambda one, said, _: LongText(one.name, said.label, said.hint, one.required),
    "number": lambda one, said, lang: Number(one.name, said.label, said.hint, one.required, lang),
    "day": lambda one, said, _: Day(one.name, said.label, said.hint, one.required),
    "link": lambda one, said, _: Link(one.name, said.label, said.hint, one.required),
    "choice": _chosen(Choice),
    "choices": _chosen(Choices),
}
WITH_CHOICES = frozenset({"choice", "choices"})
TYPED = frozenset({"text", "long_text", "number", "day", "link"})


def options(ask: Ask, words: Words) -> tuple[tuple[str, str], ...]:
    """Each choice's key with its words in the language at hand."""
    return tuple(zip(ask.choices, words.choices or ask.choices, strict=True))
