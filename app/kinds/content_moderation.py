"""Content moderation: a text, and the verdict on it."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.text import LongText
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("verdict", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset()


def _same(answer: Answer) -> str | None:
    return str(answer["verdict"])


KIND = Kind(
    name="content_moderation",
    title=N_("Content moderation"),
    supplies=(LongText("text", N_("Text")),),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
)
