"""Walking a survey: nothing typed is lost on the way, and only what was asked for counts."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kinds import kinds, walk
from app.kinds.ask import Ask, AskedField, Words, fields_of
from app.kinds.walk import PAGE, WORDS
from app.rules import branching
from app.rules.branching import When

SURVEY = kinds()["survey"]
KEYS = ("a", "b", "c")
ENGLISH = Words("en", "T", "P", "A", ("S",), "T")
SPANISH = Words("es", "T", "P", "A", ("S",), "T")
ASK = Ask(
    "T",
    fields=(
        AskedField("one", "choice", "One", choices=KEYS),
        AskedField("many", "choices", "Many", choices=KEYS, required=False),
        AskedField("told", "text", "Told", page=2, when=When("one", ("a",))),
        AskedField("hours", "number", "Hours", required=False, page=3, when=When("many", ("b",))),
        AskedField("wish", "long_text", "Wish", required=False, page=4),
    ),
)
FIELDS = fields_of(ASK, ENGLISH)
Sent = Mapping[str, list[str]]


@st.composite
def asks(draw: st.DrawFn) -> Ask:
    """Questions on pages, each perhaps hanging on a choice of an earlier page."""
    found: list[AskedField] = []
    page = 1
    for number in range(draw(st.integers(1, 7))):
        page += draw(st.integers(0, 1)) if found else 0
        shape = draw(st.sampled_from(["choice", "choices", "text"]))
        earlier = [one.name for one in found if one.page < page and one.choices]
        when = None
        if earlier and draw(st.booleans()):
            keys = draw(st.sets(st.sampled_from(KEYS), min_size=1))
            when = When(draw(st.sampled_from(earlier)), tuple(sorted(keys)))
        choices = () if shape == "text" else KEYS
        made = AskedField(f"q{number}", shape, "Q", "", False, choices, page, when=when)
        found.append(made)
    return Ask("T", fields=tuple(found))


TEXTS = st.lists(st.sampled_from(["", *KEYS]), min_size=1, max_size=2)
EVERYTHING = st.fixed_dictionaries({f"q{number}": TEXTS for number in range(7)})


def sent(ask: Ask, everything: Sent, typed: Sent) -> dict[str, list[str]]:
    """What the page sends that what was typed stands at: its own questions only."""
    page = walk.page_of(ask, typed)
    shown = branching.on_page(ask.fields, walk.given(ask, typed), page)
    return walk.at(page, {one.name: everything[one.name] for one in shown})


def turned(ask: Ask, typed: Sent, back: bool) -> dict[str, list[str]]:
    page, made = walk.page_of(ask, typed), walk.given(ask, typed)
    turn = branching.page_before if back else branching.page_after
    return walk.at(turn(ask.fields, made, page) or page, typed)


@given(asks(), EVERYTHING)
def test_every_way_ends_with_the_answers_that_were_asked_for(ask: Ask, everything: Sent) -> None:
    fields, typed = fields_of(ask, ENGLISH), walk.at(1, {})
    seen: set[str] = set()
    for _ in ask.fields:
        page = sent(ask, everything, typed)
        seen |= {name for name in page if walk.is_field(name)}
        typed = turned(ask, walk.whole(ask, fields, typed, page), back=False)
    assert walk.page_of(ask, typed) == branching.pages(ask.fields, walk.given(ask, typed))[-1]
    answer = SURVEY.read(walk.counting(ask, fields, typed), typed).answer
    assert set(answer) == seen


@given(asks(), st.lists(st.tuples(EVERYTHING, st.booleans()), max_size=8))
def test_no_answer_to_a_question_that_is_not_asked_is_stored(
    ask: Ask, presses: list[tuple[Sent, bool]]
) -> None:
    fields, typed = fields_of(ask, ENGLISH), walk.at(1, {})
    for everything, back in presses:
        typed = turned(ask, walk.whole(ask, fields, typed, sent(ask, everything, typed)), back)
    answer = SURVEY.read(walk.counting(ask, fields, typed), typed).answer
    for one in ask.fields:
        if one.when and one.name in answer:
            given_there = answer[one.when.field]
            chosen = given_there if isinstance(given_there, list) else [given_there]
            assert set(chosen) & set(one.when.answers)


@given(asks(), EVERYTHING, st.lists(st.booleans(), max_size=8))
def test_going_back_and_forth_loses_nothing(
    ask: Ask, everything: Sent, presses: list[bool]
) -> None:
    fields, typed = fields_of(ask, ENGLISH), walk.at(1, {})
    kept: dict[str, list[str]] = {}
    for back in presses:
        page = sent(ask, everything, typed)
        typed = turned(ask, walk.whole(ask, fields, typed, page), back)
        kept |= {name: texts for name, texts in page.items() if walk.is_field(name)}
    assert {name: typed.get(name) for name in kept} == kept


@given(asks(), EVERYTHING, EVERYTHING)
def test_an_older_page_sent_again_changes_its_own_questions_only(
    ask: Ask, everything: Sent, others: Sent
) -> None:
    fields, typed = fields_of(ask, ENGLISH), walk.at(1, {})
    old = sent(ask, others, typed)
    for _ in ask.fields:
        typed = turned(ask, walk.whole(ask, fields, typed, sent(ask, everything, typed)), False)
    again = walk.whole(ask, fields, typed, old)
    for name, texts in typed.items():
        if walk.is_field(name) and name not in old:
            assert again[name] == texts


def test_a_box_that_was_unticked_is_taken_away_and_a_hidden_text_is_not() -> None:
    typed = {PAGE: ["4"], "one": ["a"], "many": ["b"], "told": ["Orca"], "hours": ["2"]}
    typed = walk.whole(ASK, FIELDS, typed, {PAGE: ["1"], "one": ["c"]})
    assert (typed["one"], typed["many"], typed["told"]) == (["c"], [], ["Orca"])
    read = SURVEY.read(walk.counting(ASK, FIELDS, typed), typed)
    assert read.answer == {"one": "c", "many": [], "wish": ""}


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ({}, 1),
        ({PAGE: ["2"], "one": ["a"]}, 2),
        ({PAGE: ["2"], "one": ["b"]}, 1),
        ({PAGE: ["3"], "one": ["a"]}, 2),
        ({PAGE: ["5"], "one": ["b"]}, 5),
        ({PAGE: ["6"]}, 4),
        ({PAGE: ["x"], "one": ["a"]}, 1),
        # A choice that was sent twice is its first.
        ({PAGE: ["2"], "one": ["b", "a"]}, 1),
    ],
)
def test_the_page_that_is_shown(typed: dict[str, list[str]], page: int) -> None:
    assert walk.page_of(ASK, typed) == page


def test_a_page_that_is_asked_no_more_keeps_what_it_sent_and_wipes_nothing() -> None:
    kept = {PAGE: ["4"], "one": ["b"], "told": ["Or"], "wish": ["Less"]}
    found = walk.whole(ASK, FIELDS, kept, {PAGE: ["2"], "told": ["Orca"]})
    assert (found["one"], found["told"], found["wish"]) == (["b"], ["Orca"], ["Less"])


def test_numbers_go_from_one_language_to_another() -> None:
    typed = {WORDS: ["en"], "hours": ["1,234.5"], "wish": ["1,234.5"]}
    spanish = walk.spoken(fields_of(ASK, SPANISH), typed, "es")
    assert spanish == {WORDS: ["es"], "hours": ["1234,5"], "wish": ["1,234.5"]}
    unclear = {WORDS: ["en"], "hours": ["many"]}
    assert walk.spoken(FIELDS, unclear, "es")["hours"] == ["many"]


def test_a_survey_that_wants_typing_says_so() -> None:
    assert SURVEY.ask_needs(ASK) == {"typing"}
    free = Ask("T", fields=(AskedField("a", "text", "A", required=False), ASK.fields[0]))
    assert SURVEY.ask_needs(free) == frozenset()
