"""Judging a pool as a whole: what its words and its money would mean for those who work in it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Protocol

from app.formats.pool_pay import as_written, in_minor_units
from app.kinds import kinds
from app.kinds.ask import Ask, Words
from app.media.sounds import can_hear
from app.rules.doubts import Note
from app.rules.fair import hourly, wanted_budget
from app.rules.plain import level, not_judged, steps_wording, wording
from app.rules.problem import Problem
from app.rules.reading import sentences

# The least that an hour may pay on a site, by currency.
Floors = Mapping[str, Decimal]
NO_FLOORS: Floors = {}


class Terms(Protocol):
    """What is judged of a pool, be it in a file or in the store; money is in minor units."""

    @property
    def language(self) -> str:
        """The pool's own language."""

    @property
    def overlap(self) -> int:
        """How many answers each task wants."""

    @property
    def currency(self) -> str:
        """The currency of pay and budget."""

    @property
    def pay(self) -> int:
        """What a task pays."""

    @property
    def budget(self) -> int:
        """What there is for all tasks."""

    @property
    def minutes(self) -> float:
        """About how long a task takes, by the coordinator's own trial."""

    @property
    def sample(self) -> bool:
        """Whether its pay is not real money."""

    @property
    def ask(self) -> Ask:
        """What it asks."""

    @property
    def words(self) -> Mapping[str, Words]:
        """What it says, in each language."""


class Place:
    """Where the words and terms of a pool stand: in a file with lines, or under its name."""

    def __init__(self, file: str, rows: Mapping[str, int] | None = None) -> None:
        """Say that they stand in `file`; `rows` has the line of each key."""
        self._file = file
        self._rows = rows or {}

    def put(self, problem: Problem, column: str) -> Problem:
        """A problem at a key, on its line or on that of the table which holds it."""
        inside = column
        while inside and inside not in self._rows:
            inside = inside.rpartition(".")[0]
        return problem.at(file=self._file, row=self._rows.get(inside, 0), column=column)


def floor_above(hour: int, currency: str, floors: Floors) -> int:
    """The least that an hour may pay, where this is less; else 0."""
    floor = in_minor_units(floors[currency], currency) if currency in floors else 0
    return floor if hour < floor else 0


def rate_problems(terms: Terms, floors: Floors, place: Place) -> list[Problem]:
    """Whether an hour pays less than the site asks for, and nobody wrote why."""
    hour = hourly(terms.pay, terms.minutes)
    least = floor_above(hour, terms.currency, floors)
    if not least or terms.sample or terms.words[terms.language].below_floor:
        return []
    values: dict[str, str | int] = {
        "found": as_written(hour, terms.currency),
        "wanted": as_written(least, terms.currency),
    }
    return [place.put(Problem("pay_below_floor", values), "pool.pay.amount")]


def sound_problems(kind: str, place: Place) -> list[Problem]:
    """Whether a pool asks for recordings, and nothing here can hear them."""
    lacking = bool(kinds()[kind].records) and not can_hear()
    return [place.put(Problem("sound_package"), "pool.kind")] if lacking else []


def money_problems(terms: Terms, tasks: int, place: Place) -> list[Problem]:
    """Whether a pool's budget covers all that its tasks ask for."""
    wanted = wanted_budget(tasks, terms.overlap, terms.pay)
    if wanted <= terms.budget:
        return []
    values: dict[str, str | int] = {
        "found": as_written(terms.budget, terms.currency),
        "wanted": as_written(wanted, terms.currency),
    }
    return [place.put(Problem("budget_short", values), "pool.pay.budget")]


def note_words(terms: Terms, needs: frozenset[str], place: Place, note: Note) -> None:
    """Note what is doubtful in a pool's words; `needs` are those that all its tasks have."""
    for locale, said in terms.words.items():
        for column, found in _of_language(terms, said, needs):
            note(place.put(found, column))
        for found in not_judged(locale):
            note(place.put(found, _table(terms, locale)))


def _of_language(terms: Terms, said: Words, needs: frozenset[str]) -> Iterator[tuple[str, Problem]]:
    own = said.locale == terms.language
    table = _table(terms, said.locale)
    asked = "pool.ask" if own else table
    texts = {f"{table}.title": said.title, f"{table}.purpose": said.purpose}
    if said.question != said.title:
        texts[f"{asked}.question"] = said.question
    for number, one in enumerate(said.fields, start=1):
        texts[f"{asked}.fields.{number}.label"] = one.label
        texts[f"{asked}.fields.{number}.hint"] = one.hint
        texts[f"{asked}.fields.{number}.pattern_words"] = one.pattern_words
    for column, text in texts.items():
        for found in wording(text, said.locale, needs):
            yield column, found
    for found in steps_wording(said.steps, said.locale, needs):
        yield f"{table}.steps", found
    for found in level("\n".join([said.purpose, *said.steps]), said.locale):
        in_purpose = found.values["found"] in sentences(said.purpose)
        yield f"{table}.{'purpose' if in_purpose else 'steps'}", found


def _table(terms: Terms, locale: str) -> str:
    return "pool" if locale == terms.language else f"pool.words.{locale}"
