"""Warnings are counted, and of each kind only the first few are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.doubts import FIRST, Doubts, is_warning
from app.rules.problem import Problem
from app.rules.trace import could_tell


@given(st.lists(st.sampled_from(["plain_hard", "link_of_one_row", "unjudged_level"])))
def test_the_first_few_of_each_kind_are_kept_and_the_rest_counted(codes: list[str]) -> None:
    doubts = Doubts()
    for row, code in enumerate(codes, start=2):
        doubts.note(Problem(code, row=row))
    told = {first[0].code: (first, more) for first, more in doubts.kinds()}
    assert set(told) == set(codes)
    for code, (first, more) in told.items():
        rows = [row for row, found in enumerate(codes, start=2) if found == code]
        assert [one.row for one in first] == rows[:FIRST]
        assert more == max(0, len(rows) - FIRST)
    assert doubts.warnings == sum(map(is_warning, codes))


@pytest.mark.parametrize(
    ("address", "tells"),
    [
        ("https://example.org/", False),
        ("https://example.org/help/settings.html", False),
        ("http://127.0.0.1:8000/pools", False),
        ("https://example.org/news/2024/", False),
        ("https://example.org/?who=7", True),
        ("https://example.org/t/8f3a9c21", True),
        ("https://a81b2c3d.example.org/", True),
        ("https://example.org/#u4711xyz", True),
        ("https://anna@example.org/", True),
    ],
)
def test_an_address_with_something_like_a_code_can_tell(address: str, tells: bool) -> None:
    assert could_tell(address) == tells


@given(st.text(st.characters(categories=["L"])))
def test_a_page_with_a_name_cannot(name: str) -> None:
    assert not could_tell(f"https://example.org/{name}")
