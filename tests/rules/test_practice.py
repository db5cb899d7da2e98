"""How many tasks are for practice, which comes next, and when a known answer is doubtful."""

from hypothesis import given
from hypothesis import strategies as st

from app.rules.practice import (
    DROPPED,
    ENOUGH_ANSWERS,
    KEPT,
    MOST,
    RULINGS,
    Stand,
    following,
    how_many,
    is_paused,
)

counts = st.integers(0, 1_000)


def test_five_tasks_are_for_practice_where_the_pool_is_large_enough() -> None:
    assert how_many(tasks=40, known=38) == 5
    assert how_many(tasks=40, known=3) == 3
    assert how_many(tasks=7, known=7) == 2
    assert how_many(tasks=2, known=2) == 0
    assert how_many(tasks=100, known=0) == 0


@given(counts, counts)
def test_most_tasks_stay_to_be_worked_on(tasks: int, more: int) -> None:
    practice = how_many(tasks, min(tasks, more))
    assert practice <= min(MOST, more)
    assert tasks == 0 or practice <= (tasks - practice) / 2


def test_the_task_in_hand_comes_first_then_new_then_saved_then_those_passed_over() -> None:
    stands = [Stand.DONE, Stand.PASSED, Stand.SAVED, Stand.NEW, Stand.NEW, Stand.IN_HAND]
    walked = []
    while (at := following(stands)) is not None:
        walked.append(at)
        stands[at] = Stand.DONE
    assert walked == [5, 3, 4, 2, 1]


@given(st.lists(st.sampled_from(Stand)))
def test_practice_that_is_done_never_comes_again(stands: list[Stand]) -> None:
    at = following(stands)
    if at is None:
        assert set(stands) <= {Stand.DONE}
    else:
        assert stands[at] is not Stand.DONE


def test_a_known_answer_that_most_workers_do_not_give_is_paused() -> None:
    assert not is_paused(same=0, other=4)
    assert is_paused(same=0, other=5)
    assert is_paused(same=2, other=3)
    assert not is_paused(same=3, other=3)
    assert not is_paused(same=90, other=10)


@given(counts, counts, st.sampled_from(RULINGS))
def test_what_the_coordinator_says_counts_more(same: int, other: int, ruling: str) -> None:
    assert is_paused(same, other, ruling) == (ruling == DROPPED)
    assert not is_paused(same, other, KEPT)


@given(counts, counts)
def test_few_answers_pause_nothing_and_agreement_never_does(same: int, other: int) -> None:
    if same + other < ENOUGH_ANSWERS or same >= other:
        assert not is_paused(same, other)
