"""What was heard: the same words however they are typed, and how far two answers differ."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kinds.transcription import HELP
from app.language import language
from app.rules.heard import mean_error_rate, same_words, word_error_rate, words

SAID = st.lists(st.sampled_from(["ten", "of", "clubs", "hearts", "[unclear]"]), max_size=9)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ten of CLUBS.", "ten of clubs"),
        ("“Ten”, of — clubs…", "ten of clubs"),
        ("don’t well-known I.B.M. 1,5", "don't well-known i.b.m 1,5"),
        ("yes—no/perhaps...never", "yes no perhaps never"),
        ("¿Qué pasó?", "qué pasó"),
        ("قال: «نعم»، شكرا.", "قال نعم شكرا"),
        ("हिन्दी में लिखो।", "हिन्दी में लिखो"),
        ("", ""),
    ],
)
def test_the_words_are_what_counts(typed: str, found: str) -> None:
    assert " ".join(words(typed)) == found


@pytest.mark.parametrize(
    "typed",
    [
        "a [unclear] b",
        "A [ Unclear ], b",
        "a (unclear) b",
        "a[?]b",
        "a [unclear] [unclear] (??) b",
        "a [no  se entiende] b",
        "a [غير واضح] b",
        "a [؟] b",
    ],
)
def test_what_was_not_understood_is_one_word(typed: str) -> None:
    assert words(typed) == ("a", "[unclear]", "b")


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_what_the_help_asks_for_is_understood(locale: str) -> None:
    said = language(locale).gettext(HELP)
    (mark,) = re.findall(r"\[.*\]", said)
    assert words(mark) == ("[unclear]",)


def test_an_answer_without_words_is_the_same_as_itself_only() -> None:
    assert same_words("?!") == same_words(" ?! ") != same_words("...")


@pytest.mark.parametrize(
    ("one", "other", "rate"),
    [
        ("ten of clubs", "Ten of clubs.", 0),
        ("ten of clubs", "ten clubs", 1 / 3),
        ("ten of clubs", "seven of clubs", 1 / 3),
        ("ten of clubs", "it is ten of clubs", 2 / 5),
        ("ten of clubs", "of clubs ten", 2 / 3),
        ("ten", "", 1),
        ("", "", 0),
    ],
)
def test_the_rate_is_words_to_change_for_each_word(one: str, other: str, rate: float) -> None:
    assert word_error_rate(one, other) == pytest.approx(rate)
    assert word_error_rate(other, one) == pytest.approx(rate)


def test_several_answers_are_compared_each_with_each() -> None:
    assert mean_error_rate(["ten of clubs", "ten of clubs", "ten clubs"]) == pytest.approx(2 / 9)
    assert mean_error_rate(["ten of clubs"]) is None
    assert mean_error_rate([]) is None


def table(one: list[str], two: list[str]) -> int:
    """The fewest changes, by the book: a row of the table after another."""
    row = list(range(len(two) + 1))
    for count, first in enumerate(one, 1):
        before, row = row, [count]
        for place, second in enumerate(two):
            row.append(
                min(before[place] + (first != second), before[place + 1] + 1, row[place] + 1)
            )
    return row[-1]


@given(SAID, SAID)
def test_it_is_the_fewest_changes(one: list[str], two: list[str]) -> None:
    first, second = words(" ".join(one)), words(" ".join(two))
    longer = max(len(first), len(second), 1)
    found = word_error_rate(" ".join(one), " ".join(two)) * longer
    assert found == pytest.approx(table(list(first), list(second)))


@given(st.text(max_size=80))
def test_words_stay_the_same_words(typed: str) -> None:
    assert word_error_rate(typed, typed) == 0
    assert same_words(same_words(typed)) == same_words(typed)
