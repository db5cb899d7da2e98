"""A store in the middle of its life: answers, skips, drafts, holds, money, printed cards, and what
people said beside their answers."""

from app.actions import saying
from app.store.opening import Store
from tests.scenes import Scene


def fill(store: Store) -> Scene:
    """Let people work for a while and stop where they are."""
    scene = Scene(store)
    scene.pool("spam", tasks=6, overlap=2, pay=5, strands=("", "sight"))
    scene.pool("free", tasks=3)
    one, other, third = scene.workers(3)
    one.work_off(most=3)
    skipped = other.skip(other.go_on().task)
    other.save(other.go_on().task, "half of an answer")
    other.work_off(most=1)
    saying.say_why(store, other.seated, skipped.receipt, "unclear")
    saying.report_minutes(store, other.seated, scene.pools["spam"], 2.5, scene.now)
    barrier = saying.report_barrier(store, "form", "/pools", "I cannot read it.", scene.now)
    saying.answer_barrier(store, barrier.number, "It is larger now.")
    late, card = third.go_on().task, third.card
    scene.batch(2, cap=100)[0].go_on()
    scene.wait(days=2)
    one.answer(one.go_on().task, "Not spam")
    third.leave()
    assert third.send_when_gone(card, late, "typed too late")
    return scene
