"""Product classification: a product's words or picture, and the category it belongs to."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.text import LongText, Text
from app.fields.tree import TreeChoice
from app.kinds.ask import Ask, Words, options
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import DESCRIPTION, PICTURE, must_be_seen, shows_nothing
from app.language import N_
from app.rules.problem import Problem


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    tree = words.tree or ask.tree
    if tree:
        return (TreeChoice("category", words.question, tree),)
    return (Choice("category", words.question, options(ask, words)),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"sight"}) if must_be_seen(row) else frozenset()


def _same(answer: Answer) -> str | None:
    return str(answer["category"])


def _check(row: Row) -> Problem | None:
    return None if row.get("title") else shows_nothing(row)


KIND = Kind(
    name="product_classification",
    title=N_("Product classification"),
    supplies=(
        Text("title", N_("Name of the product"), required=False),
        LongText("text", N_("Product"), required=False),
        PICTURE,
        DESCRIPTION,
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_choices=True,
    has_tree=True,
    check=_check,
)
