"""Document digitization: a picture of print or handwriting, and the text on it."""

from dataclasses import replace

from app.fields import Field
from app.fields.text import Text
from app.kinds.ask import Ask, Words
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import PICTURE
from app.language import N_
from app.rules.agree import fold


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Text("text", words.question),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"sight", "typing"})


def _same(answer: Answer) -> str | None:
    return fold(str(answer["text"]))


KIND = Kind(
    name="document_digitization",
    title=N_("Document digitization"),
    supplies=(
        replace(PICTURE, required=True),
        Text("document", N_("Document"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
)
