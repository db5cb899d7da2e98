"""Which language is spoken to whom, and which way it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language import choose, direction, groups

OFFERED = ("en", "ar", "es", "pt-BR", "zh-Hans")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("", "en"),
        ("es", "es"),
        ("es-MX,es;q=0.9", "es"),
        ("de-AT, de;q=0.9, ar;q=0.8, en;q=0.5", "ar"),
        ("en;q=0.5,AR;q=0.8", "ar"),
        ("ar;q=0,es;q=0.1", "es"),
        ("pt", "pt-BR"),
        ("zh-Hans-CN", "zh-Hans"),
        ("*", "en"),
        ("xx;q=much,es;q=0.1", "es"),
        (";;;,=,q=1,\0", "en"),
    ],
)
def test_the_browsers_first_language_that_is_offered_is_spoken(asked: str, spoken: str) -> None:
    assert choose(asked, "", OFFERED) == spoken


def test_a_set_language_comes_first() -> None:
    assert choose("es", "ar", OFFERED) == "ar"
    assert choose("es", "tlh", OFFERED) == "es"


@given(st.text(), st.text())
def test_whatever_is_asked_an_offered_language_is_spoken(asked: str, setting: str) -> None:
    assert choose(asked, setting, OFFERED) in OFFERED


@pytest.mark.parametrize(
    "lang",
    ["ar", "ar-EG", "he", "fa", "ur", "ckb", "ug", "yi", "dv", "syr", "nqo", "sd", "pnb", "AR"],
)
def test_right_to_left_languages_are_known_by_their_script(lang: str) -> None:
    assert direction(lang) == "rtl"


@pytest.mark.parametrize("lang", ["az-Arab", "pa-PK", "uz-AF", "ff-Adlm", "ar_EG", "ms-Arab-MY"])
def test_a_script_or_a_region_decides_too(lang: str) -> None:
    assert direction(lang) == "rtl"


@pytest.mark.parametrize(
    "lang",
    ["en", "zh-Hant", "az", "pa", "uz", "ff", "ur-Latn", "ar-Latn-EG", "ku", "tlh", "xx", "", "-"],
)
def test_other_languages_run_left_to_right(lang: str) -> None:
    assert direction(lang) == "ltr"


def test_digits_are_grouped() -> None:
    assert groups("123456789012345672") == "123 456 789 012 345 672"
    assert groups("1234567", 4) == "1234 567"
    assert groups("") == ""
