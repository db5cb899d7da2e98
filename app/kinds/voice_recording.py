"""Voice recording: a sentence, and the sound of a person saying it."""

from app.fields import Field
from app.fields.recording import Recording
from app.fields.text import LongText, Text
from app.kinds.ask import Ask, Words
from app.kinds.kind import Answer, Kind, Row
from app.language import N_


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return (Recording("recording", words.question),)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"voice"})


def _same(answer: Answer) -> str | None:
    """Nothing: every voice counts, and a person listens."""
    return None


KIND = Kind(
    name="voice_recording",
    title=N_("Voice recording"),
    supplies=(
        LongText("prompt", N_("Sentence to say"), longest=1_000),
        Text("about", N_("About it"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    records="recording",
)
