"""What every kind of task says of itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.fields import Field, Value
from app.fields.link import Link
from app.kinds.ask import Ask, Words
from app.rules.groups import grouped
from app.rules.problem import Problem

Row = Mapping[str, object]
Answer = Mapping[str, Value]
# A figure about the answers to one task; None where they say nothing about it.
Figure = Callable[[Sequence[Answer]], float | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of task: what is supplied, asked and needed, and when two answers are the same.

    `asks` may depend on the row. `same` gives a key that equal answers share, or None where only a
    person can compare them. `has_choices` and `has_fields` say whether `[pool.ask]` must list
    choices, or fields of the pool's own, `has_tree` whether it may name a tree of categories in
    place of choices, `has_pages` whether fields can stand on several pages and hang on earlier
    answers, `can_hide` whether it may keep the material hidden until it is asked for,
    `can_take_several` whether several of the choices may be taken, `can_mark` whether each of them
    may be marked in the picture. Where equal keys say too little, `alike` says whether two answers
    agree, and `settle` what those that agree come to (None: how it was given most often).
    `ask_needs` are the needs that come from what the pool asks; `check` finds what is wrong with a
    row as a whole, `verify` with an answer whose fields are each right; `langs` are the languages
    that a row asks for beside that of its material; `figures` are said of a task's answers beside
    their agreement, each in a column of the results; `says` the columns that are the coordinator's
    own words to a worker, so that their wording is checked. `one_right` is False where a known
    answer is only one of many that are as good, so that others say nothing about it; `records`
    names the field that is a sound of the worker's own.
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
    has_pages: bool = False
    can_hide: bool = False
    can_take_several: bool = False
    can_mark: bool = False
    alike: Callable[[Answer, Answer], bool] | None = None
    settle: Callable[[Sequence[Answer]], Answer | None] = lambda _answers: None
    ask_needs: Callable[[Ask], frozenset[str]] = lambda _ask: frozenset()
    check: Callable[[Row], Problem | None] = lambda _row: None
    verify: Callable[[Answer], Problem | None] = lambda _answer: None
    langs: Callable[[Row], tuple[str, ...]] = lambda _row: ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    one_right: bool = True
    records: str = ""

    def matches(self, answer: Answer, known: Answer) -> bool | None:
        """Whether an answer is the one that is known; None where that cannot be said."""
        if self.same(answer) is None:
            return None
        # Another answer can be as good where there is more than one right one.
        return self.agree(answer, known) or (False if self.one_right else None)

    def keys(self, answers: Sequence[Answer]) -> list[str | None]:
        """A key for each of a task's answers: those that agree share it."""
        keys = list(map(self.same, answers))
        known = [key for key in keys if key is not None]
        alike = self.alike
        if alike is None or len(known) < len(keys):
            return keys
        return [*grouped(known, lambda one, other: alike(answers[one], answers[other]))]

    def agree(self, one: Answer, other: Answer) -> bool:
        """Whether two answers agree."""
        first, second = self.keys((one, other))
        return first is not None and first == second

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The columns that hold addresses on other sites."""
        return tuple(one.name for one in self.supplies if isinstance(one, Link))

    def read(self, fields: tuple[Field, ...], raw: Mapping[str, list[str]]) -> "Reading":
        """The answer in what was sent: each field's value, or each field's problem."""
        answer: dict[str, Value] = {}
        problems: list[Problem] = []
        for asked in fields:
            value = asked.read(raw.get(asked.name, []))
            if isinstance(value, Problem):
                problems.append(value.at(field=asked.name))
            else:
                answer[asked.name] = value
        wrong = None if problems else self.verify(answer)
        if wrong:
            problems.append(wrong)
        return Reading(answer, tuple(problems))


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading an answer: values and problems, each by its field."""

    answer: Answer
    problems: tuple[Problem, ...]
