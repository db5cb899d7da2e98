"""A card's code: mistakes are found, and it is read however it was typed, pasted or saved."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import card
from app.rules.problem import Problem

CODE = card.make("12345678901234567")
RANDOM = st.text("0123456789", min_size=17, max_size=17)
CODES = RANDOM.map(card.make)
ZEROS = [chr(n) for n in range(sys.maxunicode + 1) if unicodedata.decimal(chr(n), -1) == 0]
BETWEEN = st.sampled_from(["", " ", "-", ".", "\u00a0", "\u200f", "\u2011", " \u202a", "\n", "\t"])
WORDS = st.lists(
    st.text(st.characters(categories=["L", "M", "P", "Z", "S"]), max_size=40), max_size=6
).map(tuple)


def code_of(read: str | Problem) -> str:
    return read.code if isinstance(read, Problem) else "no problem"


@given(CODES, st.integers(0, 17), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(code: str, place: int, off: int) -> None:
    wrong = str((int(code[place]) + off) % 10)
    assert code_of(card.read(code[:place] + wrong + code[place + 1 :])) == "code_check"


def test_every_single_wrong_digit_and_every_swap_is_found_after_any_beginning() -> None:
    # The check's state is one digit, so ten beginnings stand for all of them.
    for before in "0123456789":
        for one in "0123456789":
            for other in set("0123456789") - {one}:
                assert card.check_digit(before + one) != card.check_digit(before + other)
                swapped = card.check_digit(before + other + one)
                assert card.check_digit(before + one + other) != swapped


@given(CODES, st.integers(0, 16))
def test_neighbours_swapped_are_found(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    wanted = code if swapped == code else Problem("code_check")
    assert card.read(swapped) == wanted


@given(CODES)
def test_a_code_is_shown_in_six_groups_of_three(code: str) -> None:
    groups = card.groups(code)
    assert [len(group) for group in groups] == [3] * 6
    assert card.read(" ".join(groups)) == code


@given(CODES, st.lists(BETWEEN, min_size=18, max_size=18))
def test_any_spacing_is_read(code: str, between: list[str]) -> None:
    typed = "".join(mark + digit for mark, digit in zip(between, code, strict=True))
    assert card.read(typed + between[0]) == code


@pytest.mark.parametrize("zero", ZEROS, ids=unicodedata.name)
def test_the_digits_of_every_script_are_read(zero: str) -> None:
    assert card.read("".join(chr(ord(zero) + int(digit)) for digit in CODE)) == CODE


def test_scripts_whose_digits_have_no_place_value_are_read_too() -> None:
    assert card.read("〇一二三四五六七八九〇一二三四五六七") == card.read("012345678901234567")
    assert card.read("፩፪፫ 456 789 012 345 672") == CODE


@pytest.mark.parametrize("typed", ["", "   ", " - - ", "\u200f"])
def test_nothing_typed_is_said_to_be_missing(typed: str) -> None:
    assert card.read(typed) == Problem("code_missing")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("12O 456 789 012 345 672", "O"), ("hello", "h"), ("1+1", "+"), ("12\0", "U+0000")],
)
def test_a_letter_in_place_of_a_digit_is_named(typed: str, found: str) -> None:
    assert card.read(typed) == Problem("code_letters", {"found": found})


@pytest.mark.parametrize("typed", [CODE[:-1], CODE + "0", "7"])
def test_a_wrong_number_of_digits_is_counted(typed: str) -> None:
    assert card.read(typed) == Problem("code_length", {"found": len(typed), "wanted": 18})


@given(CODES, WORDS)
def test_the_saved_file_opens_its_card(code: str, words: tuple[str, ...]) -> None:
    text = card.file_text(code, words)
    assert card.read_file(text) == code
    assert card.read(text) == code


@given(CODES)
def test_the_saved_file_is_read_as_editors_and_browsers_change_it(code: str) -> None:
    text = card.file_text(code, ("Ihre Karte.", "Seite 2, vom 22.11.2026, Platz 007"))
    for changed in (text.replace("\r\n", ""), text.replace("\r\n", " "), "\ufeff" + text, text * 2):
        assert card.read(changed) == code
        assert card.read_file(changed) == code


def test_the_code_stands_alone_on_the_files_last_line() -> None:
    lines = card.file_text(CODE, ("Keep this file.",)).split("\r\n")
    assert lines == ["Keep this file.", "", "    123 456 789 012 345 672", ""]


def test_a_file_without_a_code_says_so() -> None:
    assert card.read_file("Shopping: 3 eggs, 12 rolls") == Problem("code_file", {"wanted": 18})


def test_a_file_whose_code_was_changed_says_so() -> None:
    text = card.file_text(CODE, ("Words",)).replace("672", "673")
    assert card.read_file(text) == Problem("code_check")


def test_a_file_with_two_codes_opens_neither() -> None:
    text = card.file_text(CODE, ()) + card.file_text(card.make("0" * 17), ())
    assert card.read_file(text) == Problem("code_several", {"found": 2})


def test_a_million_guesses_at_a_hundred_thousand_cards_fail() -> None:
    assert card.odds(in_use=100_000, guesses=1_000_000) < 1e-6


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_more_guesses_and_more_cards_never_lower_the_odds(in_use: int, guesses: int) -> None:
    assert card.odds(in_use, guesses) <= card.odds(in_use + 1, guesses + 1)
    assert 0 < card.odds(in_use, guesses) <= in_use * guesses / 10**17 * 1.001


@pytest.mark.parametrize("digits", ["", "1" * 16, "1" * 18, "٣" * 17, "1" * 16 + "x"])
def test_a_code_is_made_of_seventeen_plain_digits_only(digits: str) -> None:
    with pytest.raises(ValueError, match="17 digits"):
        card.make(digits)
