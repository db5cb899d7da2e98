"""Product classification: a product's words, and the category it belongs to."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.text import LongText
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Choice("category", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset()


def _same(answer: Answer) -> str | None:
    return str(answer["category"])


KIND = Kind(
    name="product_classification",
    title=N_("Product classification"),
    supplies=(LongText("text", N_("Product")),),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
)
