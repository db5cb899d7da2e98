"""The fields that a pool names itself: the `[[pool.ask.fields]]` tables, and their words."""

import re
from collections.abc import Sequence

from app.formats.lengths import LONGEST_CHOICE, LONGEST_QUESTION, LONGEST_TITLE
from app.formats.nearest import not_one_of, shown
from app.formats.pool_pages import lay_out, read_on_page
from app.formats.toml_table import TomlTable
from app.kinds.ask import (
    MOST_FIELDS,
    SHAPES,
    WITH_CHOICES,
    AskedField,
    FieldWords,
    check_choices,
)
from app.rules.alike import alike
from app.rules.mask import LONGEST_MASK, is_mask
from app.rules.problem import Problem

LONGEST_NAME = 40
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_fields(ask: TomlTable, pages: bool = False) -> tuple[AskedField, ...]:
    """The fields of `[pool.ask]`, on pages where the kind has them; problems are noted."""
    tables = ask.tables("fields")
    if len(tables) > MOST_FIELDS:
        ask.wrong("fields", Problem("fields_many", {"found": len(tables), "most": MOST_FIELDS}))
        return ()
    placed = [read_on_page(table) for table in tables] if pages else []
    found = [_field(table) for table in tables]
    names = [one.name for one in found]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        ask.wrong("fields", Problem("fields_twice", {"found": name}))
    return lay_out(found, placed) if pages else tuple(found)


def read_choices(table: TomlTable, regions: bool = False) -> tuple[str, ...]:
    """The choices of a table; none with a problem noted where they are not good."""
    given = table.texts("choices", LONGEST_CHOICE)
    found = check_choices(given, regions) if given and all(given) else ()
    if isinstance(found, Problem):
        table.wrong("choices", found)
        return ()
    tell_alike(table, found)
    return found


def tell_alike(table: TomlTable, choices: Sequence[str]) -> None:
    """Note in a table the first two of its choices that read alike."""
    if found := alike(choices):
        values: dict[str, str | int] = {"found": shown(found[0]), "nearest": shown(found[1])}
        table.wrong("choices", Problem("choices_alike", values))


def read_field_words(words: TomlTable, fields: Sequence[AskedField]) -> tuple[FieldWords, ...]:
    """The words of the same fields in another language, in the same order."""
    tables = words.tables("fields")
    if tables and len(tables) != len(fields):
        values: dict[str, str | int] = {"found": len(tables), "wanted": len(fields)}
        words.wrong("fields", Problem("words_fields", values))
        return ()
    return tuple(_words(table, field) for table, field in zip(tables, fields, strict=False))


def _field(table: TomlTable) -> AskedField:
    name = table.text("name", LONGEST_NAME)
    if name and not _NAME.fullmatch(name):
        table.wrong("name", Problem("field_name", {"found": shown(name)}))
    shape = table.text("shape", LONGEST_NAME) if "shape" in table else "text"
    if shape and shape not in SHAPES:
        table.wrong("shape", not_one_of("shape", shape, SHAPES))
    # Each wants the other.
    patterned = shape == "text" and not table.values.keys().isdisjoint(("pattern", "pattern_words"))
    field = AskedField(
        name=name,
        shape=shape if shape in SHAPES else "text",
        label=table.text("label", LONGEST_QUESTION),
        hint=table.text("hint", LONGEST_QUESTION) if "hint" in table else "",
        required=table.flag("required") if "required" in table else True,
        choices=read_choices(table) if shape in WITH_CHOICES else (),
        pattern=_pattern(table) if patterned and "pattern" in table else (),
        pattern_words=table.text("pattern_words", LONGEST_QUESTION) if patterned else "",
    )
    if patterned and "pattern" not in table:
        table.get("pattern")
    table.finish()
    return field


def _pattern(table: TomlTable) -> tuple[str, ...]:
    """The masks of a field, one or several; none with a problem noted where they are not good."""
    one = isinstance(table.values["pattern"], str)
    found = (table.text("pattern", LONGEST_MASK),) if one else table.texts("pattern", LONGEST_MASK)
    wrong = next((mask for mask in found if mask and not is_mask(mask)), None)
    if wrong is None:
        return tuple(filter(None, found))
    table.wrong("pattern", Problem("pattern_unclear", {"found": shown(wrong)}))
    return ()


def _words(table: TomlTable, field: AskedField) -> FieldWords:
    if field.hint and "hint" not in table:
        table.get("hint")
    choices = table.texts("choices", LONGEST_CHOICE) if field.choices else ()
    if choices and len(choices) != len(field.choices):
        values: dict[str, str | int] = {"found": len(choices), "wanted": len(field.choices)}
        table.wrong("choices", Problem("words_choices", values))
    elif len(set(choices)) != len(choices):
        table.wrong("choices", Problem("ask_choices_twice"))
    else:
        tell_alike(table, choices)
    patterned = field.pattern or field.pattern_words
    said = FieldWords(
        label=table.text("label", LONGEST_QUESTION),
        hint=table.text("hint", LONGEST_QUESTION) if "hint" in table else "",
        choices=choices,
        heading=table.text("heading", LONGEST_TITLE) if field.heading else "",
        pattern_words=table.text("pattern_words", LONGEST_QUESTION) if patterned else "",
    )
    table.finish()
    return said
