"""The steps are there when they are needed, and out of the way when they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.recap import has_been_a_while, steps_open

HOURS = st.integers(0, 10**6)


@pytest.mark.parametrize(
    ("done", "waited", "are_open"),
    [
        (0, 0, True), (1, 0, False), (90, 1, False), (1, 12, False), (1, 13, True),
        (0, 13, True), (5, 24 * 90, True),
    ],
)  # fmt: skip
def test_when_the_steps_are_open(done: int, waited: int, are_open: bool) -> None:
    assert steps_open(done, 1_000, 1_000 + waited) == are_open


@pytest.mark.parametrize(("waited", "long"), [(0, False), (12, False), (13, True), (2_000, True)])
def test_twelve_hours_are_a_night_and_more_is_a_while(waited: int, long: bool) -> None:
    assert has_been_a_while(500, 500 + waited) == long


@given(st.integers(0, 1_000), HOURS, HOURS, st.integers(0, 100))
def test_a_longer_pause_never_closes_the_steps(
    done: int, dealt: int, waited: int, more: int
) -> None:
    if steps_open(done, dealt, dealt + waited):
        assert steps_open(done, dealt, dealt + waited + more)
