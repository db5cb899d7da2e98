"""Document digitization: a picture of print or handwriting, and the text on it."""

from collections.abc import Sequence
from dataclasses import replace

from app.fields import Field
from app.fields.text import Text
from app.kinds.ask import Ask, Words, pages_language
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import PICTURE
from app.language import N_
from app.rules.agree import fold, mean_similarity
from app.rules.unclear import with_one_mark

HELP = N_("Type [?], with the square brackets, for letters or words that you cannot read.")
MARK = "[?]"


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    speaks = pages_language(words)
    return (Text("text", words.question, speaks.gettext(HELP), hint_lang=speaks.code),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"sight", "typing"})


def _same(answer: Answer) -> str | None:
    return _read(answer)


def _similarity(answers: Sequence[Answer]) -> float | None:
    return mean_similarity(list(map(_read, answers)))


def _read(answer: Answer) -> str:
    """The text without its dress, with one mark for each stretch that could not be read."""
    return fold(with_one_mark(str(answer["text"]), MARK))


KIND = Kind(
    name="document_digitization",
    title=N_("Document digitization"),
    supplies=(
        replace(PICTURE, required=True, of_text=True),
        Text("document", N_("Document"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    figures={"similarity": _similarity},
)
