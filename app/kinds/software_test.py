"""Software test: steps to try on another site, and whether each of them worked."""

from app.fields import Field
from app.fields.choice import Choice
from app.fields.link import Link
from app.fields.text import LongText
from app.kinds.ask import Ask, Words, pages_language
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.problem import Problem

MOST_STEPS = 10
LONGEST_STEP = 300
VERDICTS = {
    "passed": N_("It worked"),
    "failed": N_("It did not work"),
    "blocked": N_("I could not try it"),
}


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    """A verdict for each step of the row; without a row, for as many as any row can have."""
    speaks = pages_language(words)
    verdicts = tuple((key, speaks.gettext(said)) for key, said in VERDICTS.items())
    steps = _steps(row)
    labels = steps or [f"step{number}" for number in range(1, MOST_STEPS + 1)]
    asked = (
        Choice(
            name=f"step{number}",
            label=label,
            options=verdicts,
            required=bool(steps),
            of_material=True,
            lang=speaks.code,
        )
        for number, label in enumerate(labels, 1)
    )
    happened = speaks.gettext(N_("What happened? Say what you saw, if you like."))
    own = LongText(
        name="what_happened",
        label=happened,
        required=False,
        lang=words.locale,
        label_lang=speaks.code,
    )
    return (*asked, own)


def _needs(row: Row) -> frozenset[str]:
    # What happened may be left empty, so nobody must type; a row whose steps want it says so.
    return frozenset({"other_site"})


def _same(answer: Answer) -> str | None:
    """The verdicts; what happened is said in everybody's own words."""
    numbers = range(1, MOST_STEPS + 1)
    return " ".join(str(answer.get(f"step{number}", "")) for number in numbers).rstrip()


def _check(row: Row) -> Problem | None:
    steps = _steps(row)
    if len(steps) > MOST_STEPS:
        return Problem("steps_many", {"found": len(steps), "most": MOST_STEPS}, column="steps")
    long = next((step for step in steps if len(step) > LONGEST_STEP), None)
    if long is not None:
        return Problem("text_long", {"length": len(long), "most": LONGEST_STEP}, column="steps")
    return None


def _steps(row: Row) -> list[str]:
    lines = (" ".join(line.split()) for line in str(row.get("steps", "")).split("\n"))
    return [line for line in lines if line]


KIND = Kind(
    name="software_test",
    title=N_("Software test"),
    supplies=(
        Link("url", N_("Address of the page to try")),
        LongText("steps", N_("Steps, one on each line")),
        LongText("expected", N_("What should happen"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    check=_check,
    says=("steps", "expected"),
)
