"""When the steps of a pool are shown open on its task page, and its practice is offered again."""

LONG_PAUSE_HOURS = 12
WEEK_DAYS = 7


def has_been_a_while(dealt: int, now: int) -> bool:
    """Whether a task that was dealt in one hour has waited for long in another.

    A task in hand is dealt by the act before it, so whoever last did anything here that long ago
    has a task in hand that is at least as old: no act has an hour of its own.
    """
    return now - dealt > LONG_PAUSE_HOURS


def steps_open(done_in_run: int, dealt: int, now: int) -> bool:
    """Whether the steps are open: on the first task of a run, and again after a long pause."""
    return done_in_run == 0 or has_been_a_while(dealt, now)


def has_been_a_week(worked: int | None, today: int) -> bool:
    """Whether a worker comes back to a pool a week or more after their last day in it."""
    return worked is not None and today - worked >= WEEK_DAYS
