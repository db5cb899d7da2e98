"""Reading `pool.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.fields.language_tag import read_language
from app.formats.lengths import (
    LONGEST_NAME,
    LONGEST_PURPOSE,
    LONGEST_QUESTION,
    LONGEST_STEP,
    LONGEST_TITLE,
)
from app.formats.nearest import not_one_of, shown
from app.formats.pool_fields import read_choices, read_fields
from app.formats.pool_pay import Pay, read_pay
from app.formats.pool_spec import OPEN, PoolSpec, TreeFile
from app.formats.pool_tree import named_tree, named_trees
from app.formats.pool_words import read_words
from app.formats.toml_table import TomlTable, rows_of_keys
from app.kinds import kinds
from app.kinds.ask import Ask, Words, own_words
from app.rules.needs import CONTENT_NOTES, NEEDS
from app.rules.preferences import NO_WORDS
from app.rules.problem import Problem

FILE = "pool.toml"
MOST_BYTES = 1_000_000
MOST_OVERLAP = 100
LONGEST_SLUG = 60
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACE = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)$")


def read_pool_toml(data: bytes) -> PoolSpec | list[Problem]:
    """The pool that a `pool.toml` describes, or every problem with it."""
    found = _parse(data)
    if isinstance(found, Problem):
        return [found.at(file=FILE)]
    text, values = found
    problems: list[Problem] = []
    rows = rows_of_keys(text)
    file = TomlTable(values, "", problems, rows)
    pool = file.table("pool")
    if "pool" not in file:
        file.get("pool")
    else:
        spec = _read(pool, rows)
    file.finish()
    return [problem.at(file=FILE) for problem in problems] or spec


def _parse(data: bytes) -> tuple[str, dict[str, object]] | Problem:
    """The file's text and its TOML, or why there is none."""
    if len(data) > MOST_BYTES:
        return Problem("file_large", {"most": MOST_BYTES // 1000})
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        byte = error.start - (before.rfind(b"\n") + 1) + 1
        values: dict[str, str | int] = {"found": f"0x{data[error.start]:02X}", "byte": byte}
        return Problem("encoding_broken", values, row=before.count(b"\n") + 1)
    except RecursionError:
        return _broken(text, 1, "too deeply nested")
    except ValueError as error:
        words = str(error)
        place = _PLACE.search(words)
        row = int(place[1]) if place and place[1] else text.count("\n") + 1
        return _broken(text, row, _PLACE.sub("", words))


def _broken(text: str, row: int, reason: str) -> Problem:
    """What cannot be read as TOML, with its line, or the last one before it that is not blank."""
    lines = list(enumerate(text.split("\n")[:row], start=1))
    row, found = next((line for line in reversed(lines) if line[1].strip()), (row, ""))
    return Problem("toml_broken", {"found": shown(found), "reason": shown(reason)}, row=row)


def _read(pool: TomlTable, rows: Mapping[str, int]) -> PoolSpec:
    language = _language(pool)
    pay = read_pay(pool.table("pay")) if "pay" in pool else Pay()
    kind = _kind(pool)
    title = pool.text("title", LONGEST_TITLE)
    ask, tree = _ask(pool.table("ask"), kind, title)
    own = replace(_own(pool, language, title, ask), below_floor=pay.below_floor)
    spec = PoolSpec(
        slug=_slug(pool),
        kind=kind,
        title=title,
        purpose=own.purpose,
        asked_by=own.asked_by,
        steps=own.steps,
        language=language,
        overlap=pool.whole("overlap", 1, MOST_OVERLAP),
        minutes=float(pool.number("minutes_per_task", Decimal("0.01"), Decimal(600))),
        content_notes=_notes(pool),
        public_benefit=pool.flag("public_benefit"),
        sample=pool.flag("sample"),
        ordered=pool.flag("ordered"),
        pay=pay.pay,
        currency=pay.currency,
        budget=pay.budget,
        entry=pay.entry or OPEN,
        ask=ask,
        words=read_words(pool.table("words"), own, ask, _asked_in(kind)),
        trees=named_trees(language, tree, pool.table("words")),
        needs=_needs(pool),
        rows=rows,
    )
    pool.finish()
    return spec


def _own(pool: TomlTable, language: str, title: str, ask: Ask) -> Words:
    """What the pool says in its own language."""
    return Words(
        locale=language,
        title=title,
        purpose=pool.text("purpose", LONGEST_PURPOSE, lines=True),
        asked_by=pool.text("asked_by", LONGEST_NAME),
        steps=pool.texts("steps", LONGEST_STEP),
        question=ask.question,
        choices=ask.choices,
        fields=tuple(map(own_words, ask.fields)),
    )


def _slug(pool: TomlTable) -> str:
    slug = pool.text("slug", LONGEST_SLUG)
    if slug and not _SLUG.fullmatch(slug):
        pool.wrong("slug", Problem("slug_wrong", {"found": shown(slug)}))
    return slug


def _kind(pool: TomlTable) -> str:
    kind = pool.text("kind", 100)
    if kind and kind not in kinds():
        pool.wrong("kind", not_one_of("kind", kind, kinds()))
    return kind


def _language(pool: TomlTable) -> str:
    found = pool.text("language", 100)
    language = read_language(found) if found else ""
    if language == NO_WORDS:
        # The pool's own words are in this language too.
        language = Problem("language_unknown", {"found": found})
    if isinstance(language, Problem):
        pool.wrong("language", language)
        return ""
    return language


def _notes(pool: TomlTable) -> frozenset[str]:
    notes = _known_words(pool, "content_notes")
    for note in sorted(notes - frozenset(CONTENT_NOTES)):
        pool.wrong("content_notes", not_one_of("note", note, CONTENT_NOTES))
    return notes


def _needs(pool: TomlTable) -> frozenset[str]:
    needs = _known_words(pool, "needs")
    for need in sorted(needs - frozenset(NEEDS)):
        pool.wrong("needs", not_one_of("need", need, NEEDS))
    return needs


def _known_words(pool: TomlTable, key: str) -> frozenset[str]:
    """The words of a list that may be left out; those that are no text were told."""
    pool.accept(key)
    found = pool.texts(key, 100, least=0) if key in pool else ()
    return frozenset(filter(None, found))


def _asked_in(kind: str) -> frozenset[str]:
    """The keys that a kind's questions can stand in; all of them where the kind is not known."""
    known = kinds().get(kind)
    if known is None:
        return frozenset({"question", "choices", "tree", "fields"})
    if known.has_fields:
        return frozenset({"fields"})
    keys = {"question": True, "choices": known.has_choices, "tree": known.has_tree}
    return frozenset(key for key, stands in keys.items() if stands)


def _ask(table: TomlTable, kind: str, title: str) -> tuple[Ask, TreeFile | None]:
    """The question, which is the title where there is none, and what a kind asks beside it."""
    keys = _asked_in(kind)
    asked = "question" in keys and "question" in table
    question = table.text("question", LONGEST_QUESTION) if asked else title
    ask, tree = Ask(question), None
    if kind in kinds():
        tree = _tree(table) if "tree" in keys else None
        several, regions = _labels(table, kind)
        choices = read_choices(table, regions) if _lists_choices(table, keys) else ()
        fields = read_fields(table, kinds()[kind].has_pages) if "fields" in keys else ()
        hide = kinds()[kind].can_hide and table.flag("hide")
        ask = Ask(question, choices, fields, hide, several=several, regions=regions)
    else:
        table.accept(*keys, "hide", "several", "regions")
    table.finish()
    return ask, tree


def _labels(table: TomlTable, kind: str) -> tuple[bool, bool]:
    """Whether several choices may be taken, and whether each of them is marked in the picture."""
    several = kinds()[kind].can_take_several and table.flag("several")
    regions = kinds()[kind].can_mark and table.flag("regions")
    if several and regions:
        table.wrong("regions", Problem("ask_several_and_regions"))
    return several, regions


def _tree(table: TomlTable) -> TreeFile | None:
    """The tree that stands in place of choices; exactly one of them is wanted."""
    if "tree" in table and "choices" in table:
        table.wrong("tree", Problem("ask_choices_and_tree"))
    elif "tree" not in table and "choices" not in table:
        table.wrong("choices", Problem("ask_choices_or_tree"))
    return named_tree(table) if "tree" in table else None


def _lists_choices(table: TomlTable, keys: frozenset[str]) -> bool:
    return "choices" in keys and ("choices" in table or "tree" not in keys)
