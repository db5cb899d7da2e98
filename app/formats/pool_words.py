"""What a pool says in other languages: the `[pool.words.xx]` tables."""

from app.fields.language_tag import read_language
from app.formats.lengths import (
    LONGEST_CHOICE,
    LONGEST_NAME,
    LONGEST_PURPOSE,
    LONGEST_QUESTION,
    LONGEST_STEP,
    LONGEST_TITLE,
)
from app.formats.pool_fields import read_field_words, tell_alike
from app.formats.toml_table import TomlTable
from app.kinds.ask import Ask, Words
from app.rules.problem import Problem


def read_words(tables: TomlTable, own: Words, ask: Ask, keys: frozenset[str]) -> dict[str, Words]:
    """The words of each language, the pool's own first; problems are noted in the tables.

    `keys` may be there also where those of the pool itself could not be read.
    """
    words = {own.locale: own}
    for key in tables.values:
        table = tables.table(key)
        table.accept(*keys)
        locale = read_language(key)
        if isinstance(locale, Problem):
            tables.wrong(key, locale)
        elif locale in words:
            tables.wrong(key, Problem("words_twice", {"found": locale}))
        else:
            words[locale] = _one(tables, key, table, (locale, own, ask))
    return words


def _one(tables: TomlTable, key: str, table: TomlTable, known: tuple[str, Words, Ask]) -> Words:
    """One language's words; nothing of the pool may be left in another language."""
    locale, own, ask = known
    wanted = ["title", "purpose", "steps"]
    wanted += ["question"] if own.question != own.title else []
    wanted += ["choices"] if ask.choices else []
    wanted += ["fields"] if ask.fields else []
    wanted += ["below_floor"] if own.below_floor else []
    missing = [name for name in wanted if name not in table]
    if missing:
        tables.wrong(key, Problem("words_incomplete", {"missing": ", ".join(missing)}))

    def text(name: str, longest: int, *, lines: bool = False) -> str:
        return table.text(name, longest, lines=lines) if name in table else ""

    title = text("title", LONGEST_TITLE)
    words = Words(
        locale=locale,
        title=title,
        purpose=text("purpose", LONGEST_PURPOSE, lines=True),
        asked_by=text("asked_by", LONGEST_NAME) or own.asked_by,
        steps=table.texts("steps", LONGEST_STEP) if "steps" in table else (),
        question=text("question", LONGEST_QUESTION) or title,
        choices=table.texts("choices", LONGEST_CHOICE) if _chosen(table, ask) else (),
        fields=read_field_words(table, ask.fields) if ask.fields and "fields" in table else (),
        below_floor=text("below_floor", LONGEST_QUESTION) if own.below_floor else "",
    )
    if words.choices and len(words.choices) != len(ask.choices):
        values: dict[str, str | int] = {"found": len(words.choices), "wanted": len(ask.choices)}
        table.wrong("choices", Problem("words_choices", values))
    if len(set(words.choices)) != len(words.choices):
        table.wrong("choices", Problem("ask_choices_twice"))
    else:
        tell_alike(table, words.choices)
    table.finish()
    return words


def _chosen(table: TomlTable, ask: Ask) -> bool:
    return bool(ask.choices) and "choices" in table
