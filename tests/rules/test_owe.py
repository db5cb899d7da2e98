"""No order of events promises money that is not there, or leaves an answer unpaid."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.rules.owe import Purse, fits_cap, raised, release, reserve, settle, worth


def test_pay_is_promised_before_it_is_owed() -> None:
    purse = reserve(Purse(budget=10, pay=5))
    assert (purse.reserved, purse.spent, purse.free) == (5, 0, 5)
    purse = settle(purse, shown=5)
    assert (purse.reserved, purse.spent, purse.free) == (0, 5, 5)


def test_a_skip_frees_what_was_promised() -> None:
    assert release(reserve(Purse(budget=5, pay=5)), shown=5) == Purse(budget=5, pay=5)


def test_the_last_task_may_take_the_last_of_the_money() -> None:
    assert Purse(budget=10, spent=5, pay=5).has_pay
    assert not Purse(budget=10, spent=5, reserved=1, pay=5).has_pay


def test_voluntary_work_needs_no_money() -> None:
    assert Purse(budget=0).has_pay


def test_an_answer_earns_what_was_shown_or_todays_pay_where_that_is_higher() -> None:
    assert worth(5, Purse(budget=0, pay=7)) == 7
    assert worth(5, Purse(budget=0, pay=3)) == 5


def test_a_raise_reaches_tasks_in_hand() -> None:
    purse = raised(Purse(budget=100, reserved=10, pay=5), pay=8, shown=(5, 5))
    assert purse == Purse(budget=100, reserved=16, pay=8)


def test_a_raise_that_cannot_be_paid_is_refused() -> None:
    assert raised(Purse(budget=15, reserved=10, pay=5), pay=8, shown=(5, 5)) is None


def test_pay_never_falls() -> None:
    assert raised(Purse(budget=100, pay=5), pay=4, shown=()) is None


@given(st.integers(0, 50), st.none() | st.integers(0, 50), st.integers(0, 50))
def test_a_batch_is_promised_no_more_than_its_cap(used: int, cap: int | None, pay: int) -> None:
    assert fits_cap(used, cap, pay) == (cap is None or used + pay <= cap)


class Money(RuleBasedStateMachine):
    """A pool's purse, and the pay that each task in hand was shown."""

    @initialize(budget=st.integers(0, 60), pay=st.integers(0, 9))
    def open_pool(self, budget: int, pay: int) -> None:
        self.purse = Purse(budget=budget, pay=pay)
        self.shown: list[int] = []
        self.paid: list[int] = []

    @precondition(lambda self: self.purse.has_pay)
    @rule()
    def deal(self) -> None:
        self.purse = reserve(self.purse)
        self.shown.append(self.purse.pay)

    @precondition(lambda self: self.shown)
    @rule(which=st.integers(0, 9))
    def answer(self, which: int) -> None:
        shown = self.take(which)
        self.paid.append(worth(shown, self.purse))
        assert self.paid[-1] >= shown
        self.purse = settle(self.purse, shown)

    @precondition(lambda self: self.shown)
    @rule(which=st.integers(0, 9))
    def skip(self, which: int) -> None:
        self.purse = release(self.purse, self.take(which))

    @rule(pay=st.integers(0, 12))
    def raise_pay(self, pay: int) -> None:
        self.purse = raised(self.purse, pay, tuple(self.shown)) or self.purse

    @invariant()
    def every_task_in_hand_can_be_paid(self) -> None:
        assert self.purse.reserved == sum(worth(one, self.purse) for one in self.shown)
        assert self.purse.spent == sum(self.paid)
        assert self.purse.spent + self.purse.reserved <= self.purse.budget
        assert self.purse.free >= 0

    def take(self, which: int) -> int:
        return self.shown.pop(which % len(self.shown))


TestMoney: Callable[[], None] = Money.TestCase
Money.TestCase.settings = settings(max_examples=200, deadline=None)
