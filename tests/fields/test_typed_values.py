"""Numbers, days, links and several choices: what is typed, what is stored, what is shown again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields.choices import Choices
from app.fields.day import Day
from app.fields.language_tag import LanguageTag
from app.fields.link import LONGEST, Link
from app.fields.number import Number
from app.language import number_marks
from app.rules.problem import Problem

LANGUAGES = ("en", "es", "ar", "de", "fr", "hi", "fa", "de-CH", "pt-BR", "zh-Hant", "bzd")
OPTIONS = (("a", "First"), ("b", "Second"), ("c", "Third"))
in_every_language = pytest.mark.parametrize("lang", LANGUAGES)


def code(value: object) -> str:
    assert isinstance(value, Problem), value
    return value.code


@in_every_language
@given(
    number=st.decimals(
        min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False
    )
)
def test_a_stored_number_is_shown_so_that_it_is_read_as_the_same(
    lang: str, number: Decimal
) -> None:
    field = Number("n", "Number", lang=lang)
    stored = Number("n", "Number").read([f"{number:f}"])
    assert isinstance(stored, str)
    assert field.read(field.raw(stored)) == stored
    assert Decimal(stored) == number


def test_a_number_is_stored_in_one_form() -> None:
    assert Number("n", "Number", lang="es").read(["1.234,50"]) == "1234.5"
    assert Number("n", "Number", lang="en").read(["1,234.50"]) == "1234.5"
    assert Number("n", "Number", lang="en").read(["-0.0"]) == "0"


def test_a_number_in_a_file_has_no_language() -> None:
    assert Number("n", "Number").read(["1234.5"]) == "1234.5"
    assert Number("n", "Number").raw("1234.5") == ["1234.5"]
    assert code(Number("n", "Number").read(["1,234"])) == "number_plain"
    assert code(Number("n", "Number", lang="en").read(["many"])) == "number_unclear"


def test_a_language_that_nobody_described_has_marks_too() -> None:
    assert number_marks("bzd") == (".", ",")


@given(day=st.dates())
def test_a_stored_day_fills_its_controls_and_comes_back(day: date) -> None:
    field = Day("d", "Day")
    stored = field.read([str(day.day), str(day.month), f"{day.year:04}"])
    assert stored == day.isoformat()
    assert field.read(field.raw(str(stored))) == field.read([str(stored)]) == stored


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (["7", "", "2024"], "day_unclear"),
        (["7", "3"], "day_unclear"),
        (["7", "3", "2024", "1"], "day_unclear"),
        (["07/03/2024"], "day_plain"),
        (["2024-3"], "day_plain"),
        (["", " ", ""], "day_missing"),
        ([], "day_missing"),
    ],
)
def test_what_is_no_day(raw: list[str], found: str) -> None:
    assert code(Day("d", "Day").read(raw)) == found


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" www.example.org ", "https://www.example.org"),
        ("http://example.org/a?b=c#d", "http://example.org/a?b=c#d"),
        ("HTTPS://Example.org", "HTTPS://Example.org"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("example.org/?to=https://other.org/", "https://example.org/?to=https://other.org/"),
        ("https://ar.wikipedia.org/wiki/القاهرة", "https://ar.wikipedia.org/wiki/القاهرة"),
    ],
)
def test_an_address_is_taken(typed: str, stored: str) -> None:
    assert Link("l", "Link").read([typed]) == stored


@pytest.mark.parametrize(
    "typed",
    ["University of Nairobi", "see www.example.org", "example", "ftp://example.org",
     "javascript:alert(1)//a.b", "mailto:a@example.org", "https://me:pass@example.org/",
     "https://:pass@example.org/", "https://example.org:99999/", "https://[::1", "https://./",
     "https://example.org/<b>", "https://example.org/a\u200bb", "a." + "b" * LONGEST],
)  # fmt: skip
def test_what_is_no_address(typed: str) -> None:
    assert code(Link("l", "Link").read([typed])) == "link_unclear"


@given(chosen=st.lists(st.sampled_from("abc"), min_size=1))
def test_several_choices_are_stored_in_the_order_they_are_offered(chosen: list[str]) -> None:
    assert Choices("c", "Choices", OPTIONS).read(chosen) == sorted(set(chosen))


def test_choices_that_are_not_offered_or_missing() -> None:
    field = Choices("c", "Choices", OPTIONS)
    assert code(field.read(["a", "x"])) == "choice_unknown"
    assert code(field.read([""])) == "choices_missing"
    assert Choices("c", "Choices", OPTIONS, required=False).read([]) == []


EMPTY = [Number("f", "F", required=False), Day("f", "F", required=False)]
MAY_BE_EMPTY = [*EMPTY, Link("f", "F", required=False), LanguageTag("f", "F", required=False)]


@pytest.mark.parametrize("field", MAY_BE_EMPTY, ids=lambda field: type(field).__name__)
def test_a_field_that_may_be_empty(field: Number | Day | Link | LanguageTag) -> None:
    assert field.read([" "]) == field.read([]) == ""


@given(raw=st.lists(st.text(), max_size=4))
def test_whatever_is_sent_is_a_value_or_a_problem_of_its_field(raw: list[str]) -> None:
    for field in (*MAY_BE_EMPTY, Number("f", "F", lang="es"), Choices("f", "F", OPTIONS)):
        found = field.read(raw)
        assert isinstance(found, str | list) or found.field == "f"


def test_a_language_by_its_tag() -> None:
    field = LanguageTag("t", "Target")
    assert field.read([" PT-br "]) == "pt-BR"
    assert code(field.read(["tl"])) == "language_meant"
    assert code(field.read(["xx"])) == "language_unknown"
    assert code(field.read([""])) == "text_missing"
