"""Transcription: a sound, and the words that are spoken in it."""

from collections.abc import Sequence

from app.fields import Field
from app.fields.sound import SoundFile
from app.fields.text import LongText, Text
from app.kinds.ask import Ask, Words, pages_language
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.heard import mean_error_rate, same_words

HELP = N_("Type [unclear], with the square brackets, for words that you cannot make out.")


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    speaks = pages_language(words)
    return (LongText("text", words.question, speaks.gettext(HELP), hint_lang=speaks.code),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"hearing", "typing"})


def _same(answer: Answer) -> str | None:
    return same_words(str(answer["text"]))


def _word_error_rate(answers: Sequence[Answer]) -> float | None:
    return mean_error_rate([str(answer["text"]) for answer in answers])


KIND = Kind(
    name="transcription",
    title=N_("Transcription"),
    supplies=(
        SoundFile("audio", N_("Sound")),
        Text("about", N_("About it"), required=False),
        # For whoever checks the pool; no page of a worker shows it.
        LongText("transcript", N_("Transcript"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    figures={"word_error_rate": _word_error_rate},
)
