"""Regions: squares that get smaller, what they are as text, and how far two of them agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import region
from app.rules.region import Box

regions = st.frozensets(st.integers(0, 255))
some = st.frozensets(st.integers(0, 255), min_size=1)
grids = st.sampled_from(region.GRIDS)


@pytest.mark.parametrize(
    ("squares", "grid", "written"),
    [
        ([], 4, ""),
        ([1], 16, "16/1"),
        ([1, 2, 5], 16, "16/1-2 5"),
        ([1], 8, "16/1-2 17-18"),
        ([16], 4, "16/205-208 221-224 237-240 253-256"),
    ],
)
def test_what_a_region_is_as_text(squares: list[int], grid: int, written: str) -> None:
    found = region.spread(squares, grid)
    assert region.write(found) == written
    assert region.read(written) == found


@given(regions)
def test_a_text_is_read_as_it_was_written(one: region.Region) -> None:
    assert region.read(region.write(one)) == one


@pytest.mark.parametrize(
    "text", ["", "7", "5/1", "16/0", "4/17", "4/2-1", "4/a", "4/1,2", "4/-1", "٤/1", "4/1 x", "/"]
)
def test_what_is_no_region(text: str) -> None:
    assert region.read_squares(text) is None
    assert region.read(text) == region.NOWHERE


@given(st.text(max_size=40))
def test_nothing_that_is_read_makes_a_fault(text: str) -> None:
    assert region.read(text) <= frozenset(range(256))
    assert region.read_typed(text, 4) is None or region.read_typed(text, 4)


@given(regions, grids)
def test_the_squares_of_a_region_cover_it(one: region.Region, grid: int) -> None:
    covered = region.spread(region.touched(one, grid), grid)
    assert one <= covered
    assert region.fits(one, grid) == (one == covered)
    assert region.touched(covered, grid) == region.touched(one, grid)


@given(regions, st.sampled_from(region.GRIDS[1:]))
def test_a_closer_look_loses_nothing(one: region.Region, grid: int) -> None:
    whole = region.spread(region.touched(one, grid // 2), grid // 2)
    asked = set(region.asked_at(one, grid))
    inside = set(region.touched(whole, grid)) - asked
    assert region.spread(asked | inside, grid) == whole
    # What is not asked about has the region on all its sides.
    around = {(down, along) for down in (-1, 0, 1) for along in (-1, 0, 1)}
    for square in inside:
        row, column = divmod(square - 1, grid)
        assert all((row + d) * grid + column + a + 1 in asked | inside for d, a in around)


def test_one_square_is_four_finer_ones() -> None:
    assert region.asked_at(region.spread([1], 4), 8) == [1, 2, 9, 10]
    assert region.asked_at(region.NOWHERE, 4) == list(range(1, 17))
    assert [region.finer(grid) for grid in region.GRIDS] == [8, 16, 16]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("6", [6]),
        ("6 11", [6, 7, 10, 11]),
        ("11-6", [6, 7, 10, 11]),
        ("10, 7", [6, 7, 10, 11]),
        ("from 1 to 4", [1, 2, 3, 4]),
        ("٦ إلى ٧", [6, 7]),
        ("६ ७", [6, 7]),
        ("", None),
        ("six", None),
        ("0 3", None),
        ("3 17", None),
        ("1 2 3", None),
        ("12345", None),
    ],
)
def test_two_squares_are_typed_in_any_script(typed: str, found: list[int] | None) -> None:
    assert region.read_typed(typed, 4) == found


@given(st.integers(1, 256), st.integers(1, 256))
def test_a_rectangle_is_the_same_from_any_corner(first: int, last: int) -> None:
    found = region.rectangle(first, last, 16)
    assert found == region.rectangle(last, first, 16) == sorted(found)
    assert {first, last} <= set(found)
    assert len(region.boxes(region.spread(found, 16))) == 1


def test_how_large_it_is_and_where() -> None:
    corner, middle = region.spread([4], 4), region.spread([6, 7, 10, 11], 4)
    assert (region.share(corner), region.share(middle)) == (1 / 16, 1 / 4)
    assert (region.middle(corner), region.middle(middle)) == ((0, 2), (1, 1))
    assert region.middle(region.spread([13], 4)) == (2, 0)


def test_the_boxes_of_its_parts() -> None:
    two = region.spread([1, 16], 4) | region.spread([12], 16)
    assert region.boxes(two) == [
        Box(0, 0, 25, 25),
        Box(68.75, 0, 6.25, 6.25),
        Box(75, 75, 25, 25),
    ]
    assert region.boxes(region.spread([1, 6], 4)) == [Box(0, 0, 50, 50)]
    assert region.boxes(region.NOWHERE) == []


@given(some)
def test_every_square_lies_in_a_box(one: region.Region) -> None:
    boxes = region.boxes(one)
    for square in one:
        y, x = (100 / 16 * part for part in divmod(square, 16))
        assert any(
            box.x <= x < box.x + box.width and box.y <= y < box.y + box.height for box in boxes
        )


@given(regions, regions)
def test_how_far_two_overlap(one: region.Region, other: region.Region) -> None:
    found = region.overlap(one, other)
    assert 0 <= found <= 1
    assert found == region.overlap(other, one)
    assert (found == 1) == (one == other)
    assert region.overlap(one, one) == 1


def test_half_of_the_squares_are_the_same() -> None:
    one, other = region.spread([1, 2, 3], 4), region.spread([2, 3, 4], 4)
    assert region.overlap(one, other) == 0.5
    assert region.overlap(one, region.spread([3, 4, 8], 4)) == 0.2


@given(st.lists(some, min_size=1, max_size=5))
def test_what_most_of_those_who_agree_mark_is_never_nothing(marked: list[region.Region]) -> None:
    agree = [one for one in marked if region.overlap(one, marked[0]) >= 0.5]
    agree = [one for one in agree if all(region.overlap(one, other) >= 0.5 for other in agree)]
    found = region.majority(agree or marked[:1])
    assert found
    assert frozenset.intersection(*(agree or marked[:1])) <= found <= frozenset.union(*marked)


def test_the_majority_of_three() -> None:
    three = [region.spread(squares, 4) for squares in ([1, 2], [2, 3], [2])]
    assert region.majority(three) == region.spread([2], 4)
    assert region.majority([]) == region.NOWHERE
