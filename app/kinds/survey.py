"""Survey: questions that the pool names, on several pages, some of them hanging on earlier ones."""

from app.fields import Field
from app.kinds.ask import TYPED, Ask, Words, fields_of
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import TEXT
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return fields_of(ask, words)


def _needs(row: Row) -> frozenset[str]:
    return frozenset()


def _ask_needs(ask: Ask) -> frozenset[str]:
    # What may be left empty asks nobody to type.
    must = any(one.required and one.shape in TYPED for one in ask.fields)
    return frozenset({"typing"} if must else ())


def _same(answer: Answer) -> str | None:
    """Nothing: each person says what is so for them, and every answer counts."""
    return None


KIND = Kind(
    name="survey",
    title=N_("Survey"),
    supplies=(TEXT,),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_fields=True,
    has_pages=True,
    ask_needs=_ask_needs,
)
