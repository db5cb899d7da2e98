"""Numbers and days are understood in every script's digits and with their language's marks."""

import sys
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.typed import (
    LONGEST,
    MOST_DIGITS,
    latin_digits,
    read_day,
    read_number,
    read_plain_number,
)

EN, ES, AR, DE, FR = (".", ","), (",", "."), (".", ","), (",", "."), (",", "\u202f")
MARKS = {"en": EN, "es": ES, "ar": AR, "de": DE, "fr": FR, "de-CH": (".", "’")}
ZEROS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.decimal(chr(code), None) == 0 and unicodedata.decimal(chr(code + 9), None) == 9
]
every_language = pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
decimals = st.decimals(
    min_value=-(10**9), max_value=10**9, places=3, allow_nan=False, allow_infinity=False
)


def in_script(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(char)) if char.isdigit() else char for char in text)


def grouped(number: Decimal, marks: tuple[str, str]) -> str:
    point, group = marks
    whole, _, fraction = f"{number:,f}".partition(".")
    return whole.replace(",", group) + (point + fraction if fraction else "")


@pytest.mark.parametrize("zero", ZEROS, ids=lambda zero: f"U+{ord(zero):04X}")
def test_every_script_has_its_digits(zero: str) -> None:
    assert latin_digits(in_script("0123456789", zero)) == "0123456789"
    assert read_number(in_script("-1234.5", zero), *EN) == Decimal("-1234.5")
    assert read_day(*(in_script(part, zero) for part in ("7", "03", "2024"))) == date(2024, 3, 7)


@every_language
@given(number=decimals)
def test_a_number_with_its_languages_marks(marks: tuple[str, str], number: Decimal) -> None:
    assert read_number(grouped(number, marks), *marks) == number
    assert read_number(f"{number:f}".replace(".", marks[0]), *marks) == number


@given(number=decimals)
def test_arabic_marks_mean_one_thing(number: Decimal) -> None:
    typed = in_script(grouped(number, ("\u066b", "\u066c")), "\u0660")
    assert read_number(typed, *EN) == read_number(typed, *ES) == number


@pytest.mark.parametrize(
    ("typed", "marks", "meant"),
    [
        ("2,5", EN, "2.5"),
        ("2.5", ES, "2.5"),
        ("1,234", EN, "1234"),
        ("1.234", EN, "1.234"),
        ("1.234", ES, "1234"),
        ("1,234", ES, "1.234"),
        ("0.125", ES, "0.125"),
        ("1234.567", ES, "1234.567"),
        ("1.234,5", EN, "1234.5"),
        ("1,234,567", ES, "1234567"),
        ("12,34,567.5", EN, "1234567.5"),
        ("1 234 567", EN, "1234567"),
        ("1’234.50", EN, "1234.5"),
        ("+5", EN, "5"),
        ("−5", EN, "-5"),
        ("- 5", EN, "-5"),
        ("-0", EN, "0"),
        (".5", EN, "0.5"),
        ("007", EN, "7"),
        ("1000000", EN, "1000000"),
        ("\u200f٢،٥", AR, "2.5"),
    ],
)
def test_marks_that_people_mix(typed: str, marks: tuple[str, str], meant: str) -> None:
    assert f"{read_number(typed, *marks):f}" == meant


@pytest.mark.parametrize(
    "typed",
    ["", "-", ".", "5.", "1d5", "1g000", "5g", "2²", "½", "1e5", "12 34", "1,2,3", "1,2,3.5",
     "1.2.3", "1.234 567", "1,234.5.6", "0x10", "ten", "5 kg", "--5", "1-5", "NaN", "Infinity",
     "1" * (MOST_DIGITS + 1), "1" + "0" * 30 + "1", "0" * (LONGEST + 1)],
)  # fmt: skip
@every_language
def test_what_is_no_number(typed: str, marks: tuple[str, str]) -> None:
    assert read_number(typed, *marks) is None


@every_language
@given(text=st.text() | st.text(alphabet="0123456789.,' -+٫٬²½\u202f"))
def test_any_text_is_a_number_or_none(marks: tuple[str, str], text: str) -> None:
    found = read_number(text, *marks)
    if found is not None:
        assert found.is_finite()
        assert read_plain_number(f"{found:f}") == found


@given(number=decimals)
def test_a_plain_number_is_read_as_it_stands(number: Decimal) -> None:
    assert read_plain_number(f"{number:f}") == number


@pytest.mark.parametrize("typed", ["1,234", "1 234", "2,5", "1.234.567", "+5", "5.", ".5", ""])
def test_a_plain_number_has_no_marks_that_could_mean_two_things(typed: str) -> None:
    assert read_plain_number(typed) is None


@given(day=st.dates())
def test_every_day_is_read(day: date) -> None:
    assert read_day(str(day.day), f" {day.month:02} ", f"{day.year:04}") == day


@pytest.mark.parametrize(
    "parts",
    [("30", "2", "2024"), ("29", "2", "2023"), ("1", "13", "2024"), ("0", "1", "2024"),
     ("1", "1", "24"), ("1", "1", "0000"), ("", "1", "2024"), ("²", "1", "2024"),
     ("1", "May", "2024"), ("-1", "1", "2024"), ("00001", "1", "2024")],
)  # fmt: skip
def test_what_is_no_day(parts: tuple[str, str, str]) -> None:
    assert read_day(*parts) is None


@given(day=st.text(), month=st.text(), year=st.text())
def test_any_texts_are_a_day_or_none(day: str, month: str, year: str) -> None:
    found = read_day(day, month, year)
    assert found is None or read_day(*reversed(found.isoformat().split("-"))) == found
