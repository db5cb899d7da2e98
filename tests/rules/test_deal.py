"""Who is asked what next: one search, and where it stops."""

from app.rules.deal import (
    MAIN,
    MOST_PROBES,
    REOPENED,
    Lane,
    Search,
    begin,
    had,
    is_old,
    nothing,
    taken,
    went_round,
)

LANES = [Lane(7, MAIN), Lane(7, REOPENED), Lane(8, MAIN), Lane(8, REOPENED)]


def numbers(search: Search) -> list[int]:
    return [lane.number for lane in search.ahead]


def test_the_main_order_comes_first() -> None:
    assert numbers(begin(LANES, deals=0)) == [MAIN, MAIN, REOPENED, REOPENED]


def test_every_fifth_deal_starts_with_what_was_handed_back() -> None:
    first = [numbers(begin(LANES, deals))[0] for deals in range(10)]
    assert first == [MAIN] * 4 + [REOPENED] + [MAIN] * 4 + [REOPENED]


def test_whatever_comes_first_all_lanes_are_tried() -> None:
    for deals in range(10):
        search, tried = begin(LANES, deals), set()
        while search.lane:
            tried.add((search.lane.strand, search.lane.number))
            search = nothing(search)
        assert tried == {(7, MAIN), (7, REOPENED), (8, MAIN), (8, REOPENED)}
        assert not search.capped


def test_nobody_waits_for_a_lane_that_they_have_been_through() -> None:
    search = begin([Lane(7, MAIN), Lane(7, REOPENED, after=3)], deals=0)
    for rank in range(MOST_PROBES):
        assert search.lane
        assert search.lane.number == MAIN
        search = had(search, rank)
    assert search.capped
    assert search.lane == Lane(7, REOPENED, after=3)
    assert [(lane.number, lane.after) for lane in search.moved] == [(MAIN, MOST_PROBES - 1)]


def test_an_empty_lane_does_not_hide_that_another_hit_its_cap() -> None:
    search = begin(LANES[:2], deals=0)
    for rank in range(MOST_PROBES):
        search = had(search, rank)
    assert nothing(search).capped


def test_the_next_search_begins_behind_what_was_dealt() -> None:
    search = taken(had(begin(LANES, deals=0), 4), 9)
    assert search.lane is None
    assert [(lane.strand, lane.number, lane.after) for lane in search.moved] == [(7, MAIN, 9)]


def test_a_lane_with_nothing_open_keeps_its_place() -> None:
    assert nothing(begin(LANES, deals=0)).moved == ()


def test_a_task_is_asked_of_somebody_else_after_a_day() -> None:
    assert not is_old(since=100, now=124)
    assert is_old(since=100, now=125)


def test_what_everybody_hands_back_goes_to_a_person() -> None:
    assert [went_round(skips, overlap=2) for skips in range(7)] == [False] * 5 + [True] * 2
