"""Frames: what of a picture is drawn, as an address says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.encode import SMALL_SIDE, WEBP_BYTES
from app.media.grid import FINEST
from app.rules import region
from app.rules.frame import LONG_SIDE, MOST_BYTES, Frame, whole


def test_the_child_draws_as_pages_say() -> None:
    assert (LONG_SIDE, MOST_BYTES, region.FINEST) == (SMALL_SIDE, WEBP_BYTES, FINEST)


@given(
    st.sampled_from(region.GRIDS),
    st.frozensets(st.integers(1, 16), min_size=1),
    st.frozensets(st.integers(0, 255)),
)
def test_a_name_is_read_as_it_was_written(
    grid: int, numbered: frozenset[int], outlined: region.Region
) -> None:
    frame = Frame(grid, numbered, outlined)
    assert Frame.read(frame.name) == frame


@pytest.mark.parametrize("name", ["", "4", "4-1", "4-1ffff-0", "3-1-0", "4-g-0", "4-F-0", "4--0"])
def test_what_is_no_frame(name: str) -> None:
    assert Frame.read(name) is None


def test_the_first_grid_is_over_the_whole_picture() -> None:
    assert whole().name == "4-ffff-0"
    assert whole().crop == (0, 0, 16, 16)
    assert whole().size(320, 160) == (320, 160)
    assert whole().size(80, 160) == (160, 320)


def test_a_closer_look_has_one_square_around_it() -> None:
    six = region.spread([6], 4)
    frame = Frame(8, frozenset(region.asked_at(six, 8)), six)
    assert frame.crop == (2, 2, 10, 10)
    assert frame.size(320, 160) == (320, 160)
    corner = region.spread([1, 2], 4)
    assert Frame(8, frozenset(region.asked_at(corner, 8)), corner).crop == (0, 0, 10, 6)
    assert Frame(8, frozenset(), region.NOWHERE).crop == (0, 0, 16, 16)


def test_numbers_that_are_too_small_are_not_offered() -> None:
    small, large = region.spread([6], 4), region.spread([1, 16], 4)
    for found, legible in ((small, True), (large, False)):
        assert Frame(16, frozenset(region.asked_at(found, 16)), found).is_legible == legible
        assert Frame(8, frozenset(region.asked_at(found, 8)), found).is_legible
