"""Agreement: what the answers to a task come to, and when one more is asked for."""

from app.actions.turn import Turn
from app.kinds import kinds
from app.kinds.kind import Answer
from app.rules.agree import judge
from app.store import answers, memberships, places
from app.store import known as store_known


def ask_one_more(turn: Turn, task: int) -> None:
    """Open one more place, once, where a task's answers agree within one batch of cards only.

    A pool in which one batch alone works has nobody else to ask.
    """
    member, unit = turn.member, turn.unit
    found = answers.of_task(unit, task)
    if len(found) != member.overlap or not turn.money.purse.has_pay:
        return
    same = kinds()[member.kind].same
    keys = [(same(one.value), one.batch) for one in found]
    if not judge(keys, member.overlap, mixed=True, extra_asked=False).wants_one_more:
        return
    if memberships.has_two_batches(unit, member.pool):
        places.reopen(unit, task)


def compare_with_known(turn: Turn, task: int, value: Answer, before: Answer | None = None) -> None:
    """Count an answer as the same as the known one or as another, in the place of that before.

    These are figures about the known answer, and nothing else follows from them.
    """
    known = store_known.find(turn.unit, task)
    matches = kinds()[turn.member.kind].matches
    now = matches(value, known.answer)
    old = matches(before, known.answer) if before is not None else None
    if now != old:
        same, other = ((now is side) - (old is side) for side in (True, False))
        store_known.tally(turn.unit, task, same, other)
