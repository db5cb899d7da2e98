"""The pages of a survey: which questions are asked, given what was answered before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class When:
    """A question hangs on another one, and is asked where one of these answers was given to it."""

    field: str
    answers: tuple[str, ...]


class Question(Protocol):
    """A question, the page it stands on (1 is the first), and what it hangs on.

    Questions stand in the order of their pages, and one hangs only on an earlier page's.
    """

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def page(self) -> int:
        """Its page."""
        ...

    @property
    def when(self) -> When | None:
        """What it hangs on."""
        ...


Some = TypeVar("Some", bound=Question)


def asked(questions: Sequence[Some], given: Given) -> list[Some]:
    """The questions that these answers lead to; one that is not asked leads to none."""
    found: dict[str, Some] = {}
    for one in questions:
        if one.when is None or (one.when.field in found and _fits(one.when, given)):
            found[one.name] = one
    return list(found.values())


def on_page(questions: Sequence[Some], given: Given, page: int) -> list[Some]:
    """The questions that are asked on a page."""
    return [one for one in asked(questions, given) if one.page == page]


def pages(questions: Sequence[Question], given: Given) -> list[int]:
    """The pages that these answers lead to: those with a question to ask."""
    return sorted({one.page for one in asked(questions, given)})


def page_after(questions: Sequence[Question], given: Given, page: int) -> int:
    """The next page; 0 where there is none."""
    return next((one for one in pages(questions, given) if one > page), 0)


def page_before(questions: Sequence[Question], given: Given, page: int) -> int:
    """The page before; 0 where there is none."""
    return max((one for one in pages(questions, given) if one < page), default=0)


def may_follow(questions: Sequence[Question], given: Given, page: int) -> bool:
    """Whether some answer on this page, or after it, leads to one more page."""
    open_yet = {one.name for one in on_page(questions, given, page)}
    known = {one.name for one in asked(questions, given) if one.page < page}
    for one in (one for one in questions if one.page > page):
        on = one.when
        if on is None or on.field in open_yet or (on.field in known and _fits(on, given)):
            return True
    return False


def how_many(questions: Sequence[Question]) -> int:
    """How many pages everybody gets; 0 where that hangs on the answers."""
    every = {one.page for one in questions}
    return len(every) if every == {one.page for one in questions if one.when is None} else 0


def _fits(when: When, given: Given) -> bool:
    return any(one in when.answers for one in given.get(when.field, ()))
