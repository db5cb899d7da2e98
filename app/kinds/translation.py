"""Translation: a text, and the same in another language."""

from app.fields import Field
from app.fields.language_tag import LanguageTag
from app.fields.text import LongText
from app.kinds.ask import Ask, Words
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.agree import fold


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    target = str(row.get("target", ""))
    return (LongText("translation", words.question, longest=20_000, lang=target),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"typing"})


def _langs(row: Row) -> tuple[str, ...]:
    return (str(row["target"]),)


def _same(answer: Answer) -> str | None:
    return fold(str(answer["translation"]))


KIND = Kind(
    name="translation",
    title=N_("Translation"),
    supplies=(
        LongText("text", N_("Text")),
        LanguageTag("target", N_("Language to translate into")),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    langs=_langs,
    one_right=False,
)
