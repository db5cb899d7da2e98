"""Agreement: what the answers to a task come to, and when one more is asked for."""

from app.actions.turn import Turn
from app.kinds import kinds
from app.rules.agree import judge
from app.store import answers, memberships, places


def ask_one_more(turn: Turn, task: int) -> None:
    """Open one more place, once, where a task's answers agree within one batch of cards only.

    A pool in which one batch alone works has nobody else to ask.
    """
    member, unit = turn.member, turn.unit
    found = answers.of_task(unit, task)
    if len(found) != member.overlap or not turn.money.purse.has_pay:
        return
    keys = kinds()[member.kind].keys([one.value for one in found])
    votes = [(key, one.batch) for key, one in zip(keys, found, strict=True)]
    if not judge(votes, member.overlap, mixed=True, extra_asked=False).wants_one_more:
        return
    if memberships.has_two_batches(unit, member.pool):
        places.reopen(unit, task)
