"""Groups of answers that no key can compare: the same ones, whatever order they come in."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.rules.groups import grouped

numbers = st.lists(st.integers(0, 30), min_size=1, max_size=6)


def near(values: list[int]) -> list[str]:
    """Numbers that lie at most three apart are alike."""
    return grouped(
        [f"{value:02}" for value in values],
        lambda one, other: abs(values[one] - values[other]) <= 3,
    )


def test_two_that_are_alike_have_one_name() -> None:
    assert near([4, 20, 6]) == ["04", "20", "04"]
    assert near([4, 4]) == ["04", "04"]


def test_the_largest_group_is_found_whoever_stands_between() -> None:
    # The one in the middle is alike to both sides, which are not alike to each other.
    assert near([1, 4, 7, 6, 5]) == ["01", "05", "05", "05", "05"]


@given(numbers)
def test_in_a_group_every_two_are_alike(values: list[int]) -> None:
    names = near(values)
    for one, name in zip(values, names, strict=True):
        assert all(
            abs(one - other) <= 3
            for other, found in zip(values, names, strict=True)
            if found == name
        )


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5))
def test_the_order_does_not_matter(values: list[int]) -> None:
    wanted = dict(zip(values, near(values), strict=True))
    for order in permutations(values):
        assert dict(zip(order, near(list(order)), strict=True)) == wanted


def test_of_nobody_there_is_no_group() -> None:
    assert near([]) == []
