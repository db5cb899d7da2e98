"""What every kind of task says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.fields import Field, Value
from app.kinds.ask import Ask, Words
from app.rules.problem import Problem

Row = Mapping[str, object]
Answer = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of task: what is supplied, asked and needed, and when two answers are the same.

    `asks` may depend on the row. `same` gives a key that equal answers share, or None where only a
    person can compare them. `has_choices` and `has_fields` say whether `[pool.ask]` must list
    choices, or fields of the pool's own, `has_tree` whether it may name a tree of categories in
    place of choices, `can_hide` whether it may keep the material hidden until it is asked for;
    `check` finds what is wrong with a row as a whole, `verify` with an answer whose fields are each
    right; `langs` are the languages that a row asks for beside that of its material.
    """

    name: str
    title: str
    supplies: tuple[Field, ...]
    asks: Callable[[Ask, Words, Row], tuple[Field, ...]]
    needs: Callable[[Row], frozenset[str]]
    same: Callable[[Answer], str | None]
    has_choices: bool = False
    has_fields: bool = False
    has_tree: bool = False
    can_hide: bool = False
    check: Callable[[Row], Problem | None] = lambda _row: None
    verify: Callable[[Answer], Problem | None] = lambda _answer: None
    langs: Callable[[Row], tuple[str, ...]] = lambda _row: ()

    def read(self, fields: tuple[Field, ...], raw: Mapping[str, list[str]]) -> "Reading":
        """The answer in what was sent: each field's value, or each field's problem."""
        answer: dict[str, Value] = {}
        problems: list[Problem] = []
        for field in fields:
            value = field.read(raw.get(field.name, []))
            if isinstance(value, Problem):
                problems.append(value.at(field=field.name))
            else:
                answer[field.name] = value
        wrong = None if problems else self.verify(answer)
        if wrong:
            problems.append(wrong)
        return Reading(answer, tuple(problems))


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading an answer: values and problems, each by its field."""

    answer: Answer
    problems: tuple[Problem, ...]
