"""What is owed: pay is reserved before a task is dealt, and credited with the answer."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Purse:
    """A pool's money in minor units: `reserved` for tasks in hand, `spent` on answers."""

    budget: int
    reserved: int = 0
    spent: int = 0
    pay: int = 0

    @property
    def free(self) -> int:
        """What can still be promised."""
        return self.budget - self.reserved - self.spent

    @property
    def has_pay(self) -> bool:
        """Whether one more task's pay can be reserved."""
        return self.free >= self.pay


def worth(shown: int, purse: Purse) -> int:
    """What an answer earns: the pay that was shown, or today's where that is higher."""
    return max(shown, purse.pay)


def reserve(purse: Purse) -> Purse:
    """The purse after a task was dealt; call it only where `has_pay`."""
    return replace(purse, reserved=purse.reserved + purse.pay)


def settle(purse: Purse, shown: int) -> Purse:
    """The purse after an answer was credited."""
    owed = worth(shown, purse)
    return replace(purse, reserved=purse.reserved - owed, spent=purse.spent + owed)


def release(purse: Purse, shown: int) -> Purse:
    """The purse after a task in hand was skipped, which pays nothing."""
    return replace(purse, reserved=purse.reserved - worth(shown, purse))


def raised(purse: Purse, pay: int, shown: tuple[int, ...]) -> Purse | None:
    """The purse after the pay rose while tasks in hand were `shown` theirs; None if it cannot.

    Tasks in hand earn the higher pay too, so it must be reserved for them at once.
    """
    more = sum(max(pay, one) - worth(one, purse) for one in shown)
    if pay < purse.pay or purse.free < more:
        return None
    return replace(purse, reserved=purse.reserved + more, pay=pay)


def fits_cap(used: int, cap: int | None, pay: int) -> bool:
    """Whether a batch of cards may be promised this pay on top of what it used."""
    return cap is None or used + pay <= cap
