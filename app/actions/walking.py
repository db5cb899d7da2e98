"""Walking through the pages of a survey: what one page sent is kept before the next is shown."""

from datetime import datetime
from typing import NamedTuple

from app.actions.answering import lost
from app.actions.sheets import Sheet, asked, save_typed, so_far, stored
from app.actions.turn import Browser, Turn, begin_turn
from app.kinds import kinds, walk
from app.rules import branching
from app.rules.problem import Problem
from app.store import answers, holds, sittings
from app.store.holds import Held
from app.store.opening import Store, Unit
from app.store.sittings import Seated

NEXT, BACK, SEND = PRESSES = "continue", "back", "answer"


class Walked(NamedTuple):
    """Where a press led: everything typed so far, at the page to show now.

    `ready` where nothing is left to ask or to mend, so that it can be sent; `receipt` where the
    task is not in hand: that of its answer (`answered`) or of its skip.
    """

    typed: dict[str, list[str]]
    problems: tuple[Problem, ...] = ()
    ready: bool = False
    receipt: int = 0
    answered: bool = False


def step(
    store: Store, who: Seated | Browser, sheet: Sheet, do: str, now: datetime
) -> Walked | Problem:
    """Keep what a page sent, and go on to the next page, or back; a problem keeps one where it is.

    Nothing is kept where all is ready: sending it is another act.
    """

    def act(unit: Unit) -> Walked | Problem:
        turn = begin_turn(unit, who, sheet.slug, now)
        if turn is None:
            return Problem("task_not_yours")
        held = holds.find(unit, turn.member.id, sheet.task)
        old = answers.find(unit, turn.member.id, sheet.task)
        if held is None and old is None:
            return Problem("task_not_yours")
        if not kinds()[turn.member.kind].has_pages:
            if do != SEND:
                return Problem("task_not_yours")
            return Walked(so_far(unit, turn.member, sheet), ready=True)
        walked = _walk(turn, sheet, do)
        if held is None and old is not None:
            walked = walked._replace(receipt=old.number, answered=old.value is not None)
        if not walked.ready:
            _keep(turn, sheet, walked, held)
        return walked

    return store.write(act)


def _walk(turn: Turn, sheet: Sheet, do: str) -> Walked:
    """Where a press leads, before anything is kept."""
    ask, fields, _ = asked(turn.unit, turn.member, sheet)
    known = so_far(turn.unit, turn.member, sheet)
    here, made = walk.page_of(ask, known), walk.given(ask, known)
    if do == BACK:
        before = branching.page_before(ask.fields, made, here)
        return Walked(walk.at(before or here, known))
    after = branching.page_after(ask.fields, made, here)
    # Enter may send a form without any button, also from a page that says Next.
    last = do == SEND and not branching.may_follow(ask.fields, made, here)
    checked = walk.counting(ask, fields, known, 0 if last else here)
    reading = lost(kinds()[turn.member.kind].read(checked, known))
    if reading.problems:
        pages = {one.name: one.page for one in ask.fields}
        first = min(pages[one.field] for one in reading.problems)
        shown = tuple(one for one in reading.problems if pages[one.field] == first)
        return Walked(walk.at(first, known), shown)
    return Walked(known, ready=True) if last else Walked(walk.at(after or walk.end_of(ask), known))


def _keep(turn: Turn, sheet: Sheet, walked: Walked, held: Held | None) -> None:
    """Save what was typed, and say no more what was done last."""
    unit, member = turn.unit, turn.member
    if walked.answered and sheet.alone and _same(walked, stored(unit, member, sheet)):
        # A page that was sent again after its answer: there is nothing new in it.
        return
    save_typed(unit, member, sheet, walked.typed, turn.day)
    if held and held.saved:
        holds.bring_back(unit, member.id, sheet.task)
    sittings.step(unit, turn.seated.id, "", 0, done=0, earned=0)


def _same(walked: Walked, answered: dict[str, list[str]]) -> bool:
    def words(found: dict[str, list[str]]) -> dict[str, list[str]]:
        return {name: texts for name, texts in found.items() if walk.is_field(name) and any(texts)}

    return words(walked.typed) == words(answered)
