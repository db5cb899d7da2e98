"""Data entry: what stands on a form or a receipt, typed into fields that the pool names."""

import json

from app.fields import Field
from app.fields.picture import PictureFile
from app.fields.text import LongText, Text
from app.kinds.ask import Ask, Words, fields_of
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.agree import fold
from app.rules.problem import Problem


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return fields_of(ask, words)


def _needs(row: Row) -> frozenset[str]:
    unseen = row.get("image") and not row.get("alt")
    return frozenset({"typing", "sight"} if unseen else {"typing"})


def _same(answer: Answer) -> str | None:
    """All values, without regard to the dress of what was typed."""
    folded = {name: fold(one) if isinstance(one, str) else one for name, one in answer.items()}
    return json.dumps(folded, sort_keys=True)


def _check(row: Row) -> Problem | None:
    return (
        None if row.get("image") or row.get("text") else Problem("material_missing", column="image")
    )


KIND = Kind(
    name="data_entry",
    title=N_("Data entry"),
    supplies=(
        PictureFile("image", N_("Picture"), required=False),
        Text("alt", N_("Description of the picture"), required=False),
        LongText("text", N_("Text"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_fields=True,
    check=_check,
)
