"""Answering: an answer, its receipt and its credit in one turn."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from app.actions import agreeing, recordings
from app.actions.dealing import Money, can_promise, reserved
from app.actions.turn import PRACTICE, Browser, Done, Turn, take_turn
from app.kinds import kinds, walk
from app.kinds.kind import Answer, Reading
from app.rules import deal, owe
from app.rules.problem import Problem
from app.store import answers, drafts, holds, ledger, places, pools
from app.store.answers import Stored
from app.store.holds import Held
from app.store.opening import Store, Unit
from app.store.sittings import Seated

# Each version is kept for its receipt, and a recording is large: nobody fills the disk with one.
MOST_VERSIONS = 50
# What stands for bytes that are no text.
BROKEN = "\N{REPLACEMENT CHARACTER}"


class Sent(NamedTuple):
    """An answer as it was sent: the task its form names, the raw text of each field, the draft it
    came from (0: none), and the language of the words that it answers ("": the pool's own)."""

    slug: str
    task: int
    typed: Mapping[str, list[str]]
    draft: int = 0
    locale: str = ""


def answer(
    store: Store, who: Seated | Browser, sent: Sent, now: datetime
) -> Done | Reading | Problem:
    """Store an answer, give its receipt, credit it and deal the next task, all at once.

    The same value again is the same receipt; another value is a new version of the answer. What
    cannot be read is given back with its problems, and nothing is stored; nor is another answer to
    practice, which is given back as it was read.
    """

    def act(turn: Turn) -> Done | Reading | Problem:
        held, old = _of_task(turn, sent.task)
        if held is None and old is None:
            return Problem("task_not_yours")
        reading = _read(turn, sent)
        if reading.problems:
            return reading
        value = reading.answer
        if old is not None and old.value is not None:
            # Once its known answer was shown, another answer to practice is read and not kept.
            practice = pools.recall_task(turn.unit, sent.task).practice
            return reading if practice and value != old.value else _again(turn, old, sent, value)
        if held is None:
            # A skipped task, answered from its old page: its pay must be promised anew.
            if turn.member.state == "closed":
                return Problem("pool_closed")
            if not can_promise(turn.member, turn.money):
                return Problem("money_gone")
            held = Held(sent.task, turn.money.purse.pay, released=True, saved=False)
            turn.money = reserved(turn.money)
        return _first(turn, held, old, sent, value)

    return take_turn(store, who, sent.slug, now, act)


def _of_task(turn: Turn, task: int) -> tuple[Held | None, Stored | None]:
    """A worker's hold on a task, and their answer to it or skip of it."""
    held = holds.find(turn.unit, turn.member.id, task)
    if held is not None and not held.skipped:
        return held, None
    return held, answers.find(turn.unit, turn.member.id, task)


def _read(turn: Turn, sent: Sent) -> Reading:
    """The answer in what was sent."""
    kind = kinds()[turn.member.kind]
    pool = pools.recall(turn.unit, sent.slug, turn.member.version)
    row = pools.recall_task(turn.unit, sent.task).payload
    words = pool.words.get(sent.locale) or pool.words[pool.language]
    fields = kind.asks(pool.ask, words, row)
    if kind.has_pages:
        fields = walk.counting(pool.ask, fields, sent.typed)
    reading = lost(kind.read(fields, sent.typed))
    return recordings.known(turn.unit, turn.member, sent.task, reading) if kind.records else reading


def lost(reading: Reading) -> Reading:
    """A reading in which a character that was lost on its way is a problem too."""
    named = {"character": f"U+{ord(BROKEN):04X}"}
    broken = (
        Problem("text_control", named, field=name)
        for name, value in reading.answer.items()
        if any(BROKEN in text for text in value)
    )
    return Reading(reading.answer, reading.problems or tuple(broken))


def _first(turn: Turn, held: Held, skipped: Stored | None, sent: Sent, value: Answer) -> Done:
    """A first answer: stored, credited, and taken off what is wanted."""
    unit, member, money = turn.unit, turn.member, turn.money
    pay = owe.worth(held.pay, money.purse)
    practice = pools.recall_task(unit, sent.task).practice
    # Practice has no places, so that none of its answers is too many.
    place_left = practice or not held.released or places.take_of_task(unit, sent.task)
    surplus = not place_left and deal.is_surplus(_filled(unit, sent.task), member.overlap)
    if skipped is None:
        paid = turn.number
        answers.add(
            unit, turn.number, member.id, member.pool, sent.task, value, pay, surplus, turn.day
        )
    else:
        paid = skipped.id
        answers.change(unit, skipped, turn.number, value, turn.day, pay, surplus)
    if pay:
        ledger.credit(unit, member, paid, pay, turn.day)
    holds.drop(unit, member.id, sent.task)
    if held.drafts:
        drafts.forget(unit, member.id, sent.task, sent.draft)
    turn.money = Money(owe.settle(money.purse, held.pay), money.used + pay - held.pay)
    if practice is not None:
        agreeing.compare_with_known(turn, sent.task, value)
    if practice:
        return Done(PRACTICE, turn.number, pay, counted=True, deal=False)
    if member.entry == "cards":
        agreeing.ask_one_more(turn, sent.task)
    return Done("answer", turn.number, pay, counted=True, alone=held.alone)


def _filled(unit: Unit, task: int) -> int:
    """How many answers a task has or is about to have."""
    # In hand first: an answer that comes in between is then counted twice rather than not at all.
    in_hand = holds.asked(unit, task)
    return in_hand + answers.answered(unit, task)


def _again(turn: Turn, old: Stored, sent: Sent, value: Answer) -> Done | Problem:
    """An answer to a task that has one: the same receipt, or a new version."""
    unit, member = turn.unit, turn.member
    if value == old.value:
        if sent.draft:
            drafts.forget(unit, member.id, sent.task, sent.draft)
        practice = pools.recall_task(unit, sent.task).practice
        return Done(PRACTICE, old.number, deal=False) if practice else Done("answer", old.number)
    if member.state == "closed":
        return Problem("answer_fixed")
    if old.version >= MOST_VERSIONS:
        return Problem("answer_often", {"most": MOST_VERSIONS})
    answers.change(unit, old, turn.number, value, turn.day, old.pay, old.surplus)
    if pools.recall_task(unit, sent.task).practice is not None:
        agreeing.compare_with_known(turn, sent.task, value, old.value)
    drafts.forget(unit, member.id, sent.task, sent.draft)
    return Done("change", turn.number)
