"""Masks: what fits, what does not, and that none of them can take long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.mask import DIGIT, EITHER, LETTER, MORE, fits, is_mask


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("00000", "12345"),
        ("00000", "١٢٣٤٥"),
        ("00000", "१२३४५"),
        ("AA-000", "AB-123"),
        ("AA-000", "äß–١٢٣"),
        ("AA-000", "ك\u200fت-123"),
        ("DE 00", "de 12"),
        ("XX", "7b"),
        ("X", "०"),
        ("A", "कि"),
        ("0+", "7"),
        ("0+", "12345678901234567890"),
        ("A+-0+/X", "Invoice-7/b"),
        ("0+0", "12"),
        (r"\+00 0+", "+49 30901820"),
        (r"\A0", "a7"),
        ("0.00", "1.50"),
    ],
)
def test_a_text_that_looks_so_fits(mask: str, text: str) -> None:
    assert is_mask(mask)
    assert fits(mask, text)


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("00000", "1234"),
        ("00000", "123456"),
        ("00000", "1234A"),
        ("00000", "1234½"),
        ("AA-000", "AB 123"),
        ("AA-000", "A1-123"),
        ("A", "7"),
        ("X", "-"),
        ("0+0", "1"),
        ("0+", ""),
        (r"\A0", "B7"),
    ],
)
def test_a_text_that_looks_otherwise_does_not_fit(mask: str, text: str) -> None:
    assert is_mask(mask)
    assert not fits(mask, text)


@pytest.mark.parametrize(
    "mask",
    ["", "+", "+0", "0++", "0\\", "-", "abc", r"\d+", "[0-9]{5}", "^0$", "0*", "a|0", "0?"],
)
def test_what_is_no_mask_or_an_expression_is_refused(mask: str) -> None:
    assert not is_mask(mask)


def test_a_mask_that_can_be_read_in_many_ways_takes_no_longer() -> None:
    # As an expression, these forty repeats would be tried in more ways than anybody can wait for.
    assert not fits("X+" * 40, "a" * 500 + "-")
    assert fits("X+" * 40, "a" * 500)


@given(mask=st.text(DIGIT + LETTER + EITHER + MORE + "\\-[x7 ", max_size=12), text=st.text())
def test_any_mask_and_any_text_can_be_compared(mask: str, text: str) -> None:
    assert fits(mask, text) in (True, False)
    assert is_mask(mask) in (True, False)


@given(st.text("0AX-/ .", min_size=1, max_size=20))
def test_a_mask_drawn_in_its_own_signs_fits_what_it_draws(mask: str) -> None:
    assert fits(mask, mask.replace("0", "7").replace("A", "q").replace("X", "z"))
