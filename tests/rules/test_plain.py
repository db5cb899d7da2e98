"""A coordinator's text is checked for what would shut somebody out."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.plain import level, steps_wording, wording
from app.rules.problem import Problem

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/pool.toml"))


def found(text: str, code: str, lang: str = "en") -> list[object]:
    return [p.values["found"] for p in wording(text, lang) if p.code == code]


def test_a_sentence_of_more_than_25_words_is_counted() -> None:
    long = "Read this now " + "and then " * 12 + "stop."
    assert wording(f"Short. {long} Short.") == [
        Problem("plain_long_sentence", {"found": 28, "most": 25, "start": "Read this now and then"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["word"] * 25) + ". " + " ".join(["word"] * 25) + ".",
        " ".join(["word"] * 20) + "\n" + " ".join(["word"] * 20),
        "「" + "。".join(["文章です"] * 40) + "」",
    ],
)
def test_many_short_sentences_are_fine(text: str) -> None:
    assert wording(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Click the red one.", "click the red"),
        ("Press the green button to go on.", "press the green"),
        ("Then use the  Round  button.", "use the round"),
        ("The price is on the left.", "on the left"),
        ("The menu is on the right-hand side.", "on the right"),
        ("The name is at the top of the page.", "at the top"),
        ("Follow the rules, see above.", "see above"),
        ("Type it in the box below", "the box below"),
        ("Copy the words marked in yellow.", "marked in yellow"),
        ("Start after the beep.", "after the beep"),
        ("Open the left-hand box.", "the left-hand box"),
    ],
)
def test_words_that_lean_on_one_sense_are_quoted(text: str, words: str) -> None:
    assert found(text, "plain_senses") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Choose the right answer.",
        "Put it on the right shelf.",
        "Choose “Red” if the car is red.",
        "It costs above 5 euros.",
        "You have the right to stop.",
        "Read the text in the box called “Message”.",
    ],
)
def test_words_that_only_look_like_it_are_fine(text: str) -> None:
    assert wording(text) == []


def test_the_senses_are_checked_in_the_language_of_the_text() -> None:
    assert found("the red button", "plain_senses", lang="en-GB") == ["the red button"]
    assert found("the red button", "plain_senses", lang="es") == []


def codes(*steps: str) -> list[str]:
    return [problem.code for problem in steps_wording(steps, "en")]


def test_more_than_five_steps_or_a_step_of_more_than_20_words_are_told() -> None:
    assert codes(*["Read it."] * 5, "Choose.") == ["plain_steps_many"]
    assert codes(*["Read it."] * 5) == []
    assert codes(" ".join(["word"] * 20)) == []
    assert codes(" ".join(["word"] * 21)) == ["plain_step_long"]
    assert codes("Read this. " * 11 + "Stop!") == ["plain_step_long", "plain_exclamation"]


def test_a_step_that_is_very_long_is_told_once() -> None:
    assert codes(" ".join(["word"] * 60)) == ["plain_step_long"]


def test_a_hard_text_is_told_with_the_sentence_to_begin_with() -> None:
    hard = "Facilitate comprehensive administrative categorization"
    assert level(f"Read it. {hard}.", "en") == [Problem("plain_hard", {"found": hard})]
    assert level(f"Read it. {hard}.", "de") == []


def test_shouting_is_quoted() -> None:
    assert found("NEVER EVER guess, ALWAYS read", "plain_shouting") == ["NEVER ALWAYS"]
    assert found("The UNESCO list, says UNESCO. The WHO and the BBC.", "plain_shouting") == []


def test_exclamation_marks_are_counted() -> None:
    assert found("Hurry! Now!!", "plain_exclamation") == [3]


@given(st.text())
def test_any_text_can_be_checked_and_its_parts_are_no_worse_alone(text: str) -> None:
    apart = [problem for line in text.split("\n") for problem in wording(line)]
    assert {p.code for p in apart} - {p.code for p in wording(text)} == set()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_sample_pools_are_worded_plainly(path: Path) -> None:
    pool = tomllib.loads(path.read_text())["pool"]
    asked = pool["ask"]
    own = [text for one in asked.get("fields", ()) for text in (one["label"], one.get("hint", ""))]
    questions = own or [asked["question"]]
    for text in (pool["title"], pool["purpose"], *pool["steps"], *questions):
        assert wording(text) == []
