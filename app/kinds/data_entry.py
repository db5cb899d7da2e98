"""Data entry: what stands on a form or a receipt, typed into fields that the pool names."""

import json
from dataclasses import replace

from app.fields import Field
from app.kinds.ask import Ask, Words, fields_of
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import DESCRIPTION, PICTURE, TEXT, must_be_seen, shows_nothing
from app.language import N_
from app.rules.agree import fold


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    return fields_of(ask, words)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"typing", "sight"} if must_be_seen(row) else {"typing"})


def _same(answer: Answer) -> str | None:
    """All values, without regard to the dress of what was typed."""
    folded = {name: fold(one) if isinstance(one, str) else one for name, one in answer.items()}
    return json.dumps(folded, sort_keys=True)


KIND = Kind(
    name="data_entry",
    title=N_("Data entry"),
    supplies=(replace(PICTURE, of_text=True), DESCRIPTION, TEXT),
    asks=_asks,
    needs=_needs,
    same=_same,
    has_fields=True,
    check=shows_nothing,
)
