"""What in a row would shut somebody out, or give its answer away."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.fields import Value
from app.fields.text import LongText, Text
from app.formats.nearest import shown
from app.kinds.kind import Kind
from app.rules.alike import gives_away
from app.rules.needs import undeclared
from app.rules.preferences import NO_WORDS
from app.rules.problem import Problem

DESCRIPTION = "alt"


class Said(NamedTuple):
    """What a row says: `declared` are the needs that somebody wrote, the kind's own left out."""

    kind: Kind
    payload: Mapping[str, str]
    lang: str
    declared: frozenset[str]
    known: Mapping[str, Value] | None


def dishonest(row: Said) -> Iterator[Problem]:
    """Each thing that a row leaves unsaid or says too much of."""
    columns = {field.name for field in row.kind.supplies}
    for column, need in undeclared(row.payload, columns, row.declared):
        # Some kinds need it whatever words there are, and say so by themselves.
        if need not in row.kind.needs({**row.payload, column: need}):
            yield Problem("words_or_need", {"wanted": need}, column=column)
    if row.lang == NO_WORDS and (filled := _with_words(row)):
        yield Problem("language_for_words", {"found": NO_WORDS, "filled": filled}, column="lang")
    if found := gives_away(row.payload.get(DESCRIPTION, ""), _answers(row)):
        yield Problem("answer_given_away", {"found": shown(found)}, column=DESCRIPTION)


def _with_words(row: Said) -> str:
    """The first column with words that is filled in; empty where none is."""
    written = (f.name for f in row.kind.supplies if isinstance(f, Text | LongText))
    return next((name for name in written if row.payload[name]), "")


def _answers(row: Said) -> Iterator[str]:
    for value in (row.known or {}).values():
        yield from [value] if isinstance(value, str) else value
