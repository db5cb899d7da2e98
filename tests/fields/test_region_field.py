"""The squares of a region as a form or a file has them."""

from app.fields.region import RegionField, marks_of
from app.rules import region
from app.rules.problem import Problem

DOG = RegionField("region1", "Dog")
EVERY = [f"16/{number}" for number in range(1, 257)]


def test_ticks_of_several_grids_are_taken_together() -> None:
    assert DOG.read(["4/1", "8/3", "16/256"]) == "16/1-6 17-22 33-36 49-52 256"
    assert DOG.read([]) == DOG.read([""]) == DOG.read(["8/"]) == ""


def test_what_was_typed_counts_in_place_of_what_was_ticked() -> None:
    assert DOG.read(["8/20", "1 2"]) == region.write(region.spread([1, 2], 8))
    assert DOG.read(["4/2", " 1 "]) == region.write(region.spread([1], 4))


def test_what_is_not_clear_is_told_with_the_numbers_there_are() -> None:
    for raw, most in ((["x" * 99], 16), (["8/20", "65"], 64)):
        found = DOG.read(raw)
        assert isinstance(found, Problem)
        assert (found.code, found.field, found.values["most"]) == (
            "squares_unclear",
            "region1",
            most,
        )
        assert len(str(found.values["found"])) <= 40


def test_every_square_can_be_sent_by_itself_and_nobody_can_send_work_without_end() -> None:
    assert DOG.read([*EVERY, "16/1-256", ""]) == "16/1-256"
    assert marks_of(["16/1-256"] * 50_000).ticked == frozenset(range(256))
    assert DOG.read(["16/7", "x" * 1_000_000]) == "16/7"


def test_every_other_square_fits_a_known_answer() -> None:
    checkered = frozenset(one for one in range(256) if (one + one // 16) % 2)
    assert DOG.read([region.write(checkered)]) == region.write(checkered)
