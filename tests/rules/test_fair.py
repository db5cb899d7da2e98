"""The rate shown is the slow worker's, and never more than what is paid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.fair import (
    hourly,
    likely_minutes,
    read_minutes,
    reserve_for_surplus,
    total,
    wanted_budget,
)
from app.rules.problem import Problem

MINUTES = st.integers(1, 60_000).map(lambda hundredths: hundredths / 100)


@pytest.mark.parametrize(
    ("pay", "minutes", "an_hour"),
    [(5, 0.5, 600), (7, 0.4, 1050), (25, 1.5, 1000), (10, 7, 85), (1, 90, 0), (0, 1, 0)],
)
def test_the_rate_is_whole_minor_units_an_hour(pay: int, minutes: float, an_hour: int) -> None:
    assert hourly(pay, minutes) == an_hour


@given(st.integers(0, 100_000), MINUTES)
def test_the_rate_promises_no_more_than_is_paid(pay: int, minutes: float) -> None:
    hundredths = round(minutes * 100)
    assert hourly(pay, minutes) * hundredths <= pay * 6000
    assert (hourly(pay, minutes) + 1) * hundredths > pay * 6000


@pytest.mark.parametrize("minutes", [0, -1])
def test_no_minutes_give_no_rate(minutes: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        hourly(5, minutes)


def test_the_pilot_stands_until_twenty_have_reported() -> None:
    assert likely_minutes([9.0] * 19, pilot=2.0) == (2.0, "pilot")
    assert likely_minutes([9.0] * 20, pilot=2.0) == (9.0, "reports")


def test_nine_of_ten_need_no_longer() -> None:
    assert likely_minutes([float(n) for n in range(1, 21)], pilot=1.0) == (18.0, "reports")
    assert likely_minutes([float(n) for n in range(100, 0, -1)], pilot=1.0) == (90.0, "reports")


@given(st.lists(MINUTES, min_size=20, max_size=200))
def test_at_least_nine_of_ten_reports_are_not_above_it(reports: list[float]) -> None:
    minutes, _ = likely_minutes(reports, pilot=1.0)
    assert minutes in reports
    assert sum(report <= minutes for report in reports) * 10 >= len(reports) * 9
    assert sum(report < minutes for report in reports) * 10 < len(reports) * 9


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("12", 12),
        (" 2.5 ", 2.5),
        ("2,5", 2.5),
        (".5", 0.5),
        ("7.", 7),
        ("٢٫٥", 2.5),
        ("۱۲", 12),
        ("२,५", 2.5),
        ("１２．５", 12.5),
        ("\u200f١٢\u200e", 12),
        ("0.333333", 0.33),
        ("4320", 4320),
    ],
)
def test_minutes_are_read_in_every_script(typed: str, minutes: float) -> None:
    assert read_minutes(typed, tasks=3) == minutes


@pytest.mark.parametrize("typed", ["", "  ", "\u200f", "\n"])
def test_nobody_has_to_say_minutes(typed: str) -> None:
    assert read_minutes(typed, tasks=3) is None


@pytest.mark.parametrize("typed", ["0", "0.00", "0.001", "4320.01", "4321", "9" * 15])
def test_minutes_that_cannot_be_are_refused(typed: str) -> None:
    assert read_minutes(typed, tasks=3) == Problem("minutes_odd", {"most": 4320})


@pytest.mark.parametrize(
    "typed", ["-3", "ten", "1.2.3", "1 000", "1e3", "²", "½", ".", "12 min", "9" * 5_000, "\0"]
)
def test_what_is_no_number_of_minutes_is_refused(typed: str) -> None:
    assert read_minutes(typed, tasks=3) == Problem("minutes_unclear")


def test_a_pool_costs_its_tasks_times_answers_times_pay() -> None:
    assert total(tasks=200, overlap=3, pay=5) == 3000


@pytest.mark.parametrize(("amount", "reserve"), [(3000, 90), (1, 1), (0, 0), (101, 4)])
def test_three_percent_is_set_aside_rounded_up(amount: int, reserve: int) -> None:
    assert reserve_for_surplus(amount) == reserve


@given(st.integers(0, 10**6), st.integers(1, 100), st.integers(0, 10**6))
def test_a_budget_covers_all_answers_and_three_percent_and_no_more(
    tasks: int, overlap: int, pay: int
) -> None:
    least = wanted_budget(tasks, overlap, pay)
    assert 100 * least >= 103 * tasks * overlap * pay > 100 * (least - 1) or least == 0
