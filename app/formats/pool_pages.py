"""The pages of a survey: where a field begins one, and the earlier answer that it hangs on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.formats.lengths import LONGEST_CHOICE, LONGEST_NAME, LONGEST_TITLE
from app.formats.nearest import not_one_of, shown
from app.formats.toml_table import TomlTable
from app.kinds.ask import AskedField
from app.rules.branching import When
from app.rules.problem import Problem


class OnPage(NamedTuple):
    """What a field's table says of pages, before the other fields are known."""

    begins: bool
    heading: str
    when: When | None
    table: TomlTable


def read_on_page(table: TomlTable) -> OnPage:
    """Whether a field begins a page, under which heading, and what it hangs on."""
    begins = table.flag("new_page")
    heading = table.text("heading", LONGEST_TITLE) if "heading" in table else ""
    return OnPage(begins, heading, _when(table) if "when" in table else None, table)


def lay_out(fields: Sequence[AskedField], said: Sequence[OnPage]) -> tuple[AskedField, ...]:
    """The fields on their pages, in their order; what cannot be is noted in the tables."""
    laid: list[AskedField] = []
    for field, one in zip(fields, said, strict=True):
        page = (laid[-1].page if laid else 1) + (1 if laid and one.begins else 0)
        if one.heading and laid and not one.begins:
            one.table.wrong("heading", Problem("heading_inside"))
        earlier = {other.name: other for other in laid if other.page < page}
        later = {other.name for other in fields} - set(earlier)
        if one.when:
            _check(one, one.when, earlier, later)
        laid.append(replace(field, page=page, heading=one.heading, when=one.when))
    return tuple(laid)


def _when(table: TomlTable) -> When | None:
    inner = table.table("when")
    field = inner.text("field", LONGEST_NAME)
    answers = inner.texts("is", LONGEST_CHOICE)
    inner.finish()
    return When(field, answers) if field and answers and all(answers) else None


def _check(one: OnPage, when: When, earlier: Mapping[str, AskedField], later: set[str]) -> None:
    """Note why a field cannot hang on what it says."""
    table = one.table
    found = earlier.get(when.field)
    if found is None:
        if when.field in later or not earlier:
            table.wrong("when", Problem("when_later", {"found": when.field}))
        else:
            table.wrong("when", not_one_of("when", when.field, earlier))
    elif not found.choices:
        table.wrong("when", Problem("when_typed", {"found": shown(when.field)}))
    else:
        for answer in when.answers:
            if answer not in found.choices:
                table.wrong("when", not_one_of("answer", answer, found.choices))
