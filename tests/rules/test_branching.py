"""The pages of a survey: who is asked what, and that every way through them ends."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.branching import (
    When,
    asked,
    how_many,
    may_follow,
    on_page,
    page_after,
    page_before,
    pages,
)

KEYS = ("a", "b", "c")


@dataclass(frozen=True)
class Asked:
    name: str
    page: int
    when: When | None = None


AGE = Asked("age", 1)
SCHOOL = Asked("school", 2, When("age", ("young",)))
CLASS = Asked("class", 3, When("school", ("yes",)))
LAST = Asked("last", 4)
SURVEY = (AGE, SCHOOL, CLASS, LAST)


def names(found: list[Asked]) -> list[str]:
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["age", "last"]),
        ({"age": ["old"]}, ["age", "last"]),
        ({"age": ["young"]}, ["age", "school", "last"]),
        ({"age": ["young"], "school": ["yes"]}, ["age", "school", "class", "last"]),
        # What was answered on a page that is left out leads nowhere.
        ({"age": ["old"], "school": ["yes"]}, ["age", "last"]),
        ({"age": ["old", "young"]}, ["age", "school", "last"]),
    ],
)
def test_a_question_is_asked_where_its_answer_was_given(
    given: dict[str, list[str]], expected: list[str]
) -> None:
    assert names(asked(SURVEY, given)) == expected


def test_pages_without_a_question_are_passed_over() -> None:
    assert pages(SURVEY, {"age": ["old"]}) == [1, 4]
    assert page_after(SURVEY, {"age": ["old"]}, 1) == 4
    assert page_before(SURVEY, {"age": ["old"]}, 4) == 1
    assert page_after(SURVEY, {}, 4) == page_before(SURVEY, {}, 1) == 0
    assert names(on_page(SURVEY, {"age": ["young"]}, 2)) == ["school"]


def test_a_last_page_is_known_as_such_only_where_no_answer_leads_on() -> None:
    short = (AGE, SCHOOL, CLASS)
    assert may_follow(short, {}, 1)
    assert may_follow(short, {"age": ["young"]}, 2)
    assert not may_follow(short, {"age": ["old"]}, 3)
    assert not may_follow(SURVEY, {}, 4)


def test_the_number_of_pages_is_known_where_no_page_hangs_on_an_answer() -> None:
    assert how_many(SURVEY) == 0
    assert how_many((AGE, Asked("b", 2), Asked("c", 2, When("age", ("x",))))) == 2


@st.composite
def surveys(draw: st.DrawFn) -> list[Asked]:
    """Questions in order, each perhaps hanging on one of an earlier page."""
    found: list[Asked] = []
    page = 1
    for number in range(draw(st.integers(1, 10))):
        page += draw(st.integers(0, 1)) if found else 0
        earlier = [one.name for one in found if one.page < page]
        when = None
        if earlier and draw(st.booleans()):
            keys = draw(st.sets(st.sampled_from(KEYS), min_size=1))
            when = When(draw(st.sampled_from(earlier)), tuple(sorted(keys)))
        found.append(Asked(f"q{number}", page, when))
    return found


ANSWERS = st.dictionaries(
    st.sampled_from([f"q{number}" for number in range(10)]),
    st.lists(st.sampled_from(KEYS), max_size=2),
)


@given(surveys(), ANSWERS)
def test_every_way_ends_and_leads_back(survey: list[Asked], answers: dict[str, list[str]]) -> None:
    way = [1]
    while after := page_after(survey, answers, way[-1]):
        way.append(after)
        assert len(way) <= len(survey)
    assert way == pages(survey, answers)
    assert not may_follow(survey, answers, survey[-1].page)
    back = [way[-1]]
    while before := page_before(survey, answers, back[-1]):
        back.append(before)
    assert back == way[::-1]


@given(surveys(), ANSWERS, ANSWERS)
def test_a_page_called_the_last_is_the_last_whatever_is_answered_from_there_on(
    survey: list[Asked], answers: dict[str, list[str]], later: dict[str, list[str]]
) -> None:
    for page in pages(survey, answers):
        if may_follow(survey, answers, page):
            continue
        from_here = {one.name for one in survey if one.page >= page}
        other = {
            **{name: keys for name, keys in answers.items() if name not in from_here},
            **{name: keys for name, keys in later.items() if name in from_here},
        }
        assert page_after(survey, other, page) == 0


@given(surveys(), ANSWERS)
def test_what_is_asked_on_a_page_hangs_on_earlier_pages_only(
    survey: list[Asked], answers: dict[str, list[str]]
) -> None:
    for page in pages(survey, answers):
        before = {one.name for one in survey if one.page < page}
        known = {name: keys for name, keys in answers.items() if name in before}
        assert on_page(survey, known, page) == on_page(survey, answers, page)


@given(surveys())
def test_a_known_number_of_pages_is_everybodys(survey: list[Asked]) -> None:
    number = how_many(survey)
    every = [{one.name: [key] for one in survey} for key in KEYS]
    lengths = {len(pages(survey, answers)) for answers in ({}, *every)}
    assert number == 0 or lengths == {number}
