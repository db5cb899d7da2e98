"""The shape of a pool's rows: which columns they may have, and what stands in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.fields import Field
from app.fields.text import LongText, Text
from app.kinds import kinds
from app.kinds.ask import Ask, Words
from app.kinds.kind import Kind, Row

KEY = Text("id", "", longest=100)
LANG = "lang"
OWN_NEEDS = "needs"
CHECK = "check_answer"
EXPLAIN = LongText("explain", "", required=False, longest=2_000)


@dataclass(frozen=True, slots=True)
class RowShape:
    """What the rows of a pool must look like: its kind, its language, the fields it asks.

    `fields` are those that any row may ask; `asks` tells those of one row. `needs` are declared for
    all rows or come from what the pool asks, beside what the kind and each row say; sight and
    hearing count where words lack, but for `always`, which every row needs. `others` are the
    languages of the pool's words beside its own.
    """

    kind: Kind
    language: str
    fields: tuple[Field, ...]
    asks: Callable[[Row], tuple[Field, ...]]
    needs: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    always: frozenset[str] = frozenset()

    @property
    def checks(self) -> dict[str, Field]:
        """The field of each column that holds a known answer."""
        return dict(zip(check_columns(f.name for f in self.fields), self.fields, strict=True))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that such rows may have."""
        supplies = (field.name for field in self.kind.supplies)
        explains = explain_columns(self.others).values()
        return (KEY.name, *supplies, LANG, OWN_NEEDS, *self.checks, EXPLAIN.name, *explains)


def row_shape(
    kind: str,
    language: str,
    ask: Ask,
    needs: frozenset[str] = frozenset(),
    locales: Iterable[str] = (),
) -> RowShape:
    """The shape of the rows of a pool whose words are in these languages."""
    # In no language: a number in a file is not written with the marks of whoever may read it.
    words = Words("", "", "", "", (), ask.question)

    def asks(row: Row) -> tuple[Field, ...]:
        return kinds()[kind].asks(ask, words, row)

    found = kinds()[kind]
    others = tuple(locale for locale in locales if locale != language)
    always = found.ask_needs(ask)
    return RowShape(found, language, asks({}), asks, needs | always, others, always)


def check_columns(fields: Iterable[str]) -> tuple[str, ...]:
    """The columns of known answers: one for each field that is asked, by its name if several."""
    names = tuple(fields)
    return (CHECK,) if len(names) == 1 else tuple(f"{CHECK}.{name}" for name in names)


def explain_columns(locales: Iterable[str]) -> dict[str, str]:
    """The column of the explanation in each language beside the pool's own."""
    return {locale: f"{EXPLAIN.name}.{locale}" for locale in locales}
