"""A store in the middle of its life: answers, skips, drafts, holds, money and printed cards."""

from app.store.opening import Store
from tests.scenes import Scene


def fill(store: Store) -> Scene:
    """Let people work for a while and stop where they are."""
    scene = Scene(store)
    scene.pool("spam", tasks=6, overlap=2, pay=5, strands=("", "sight"))
    scene.pool("free", tasks=3)
    one, other, third = scene.workers(3)
    one.work_off(most=3)
    other.skip(other.go_on().task)
    other.save(other.go_on().task, "half of an answer")
    other.work_off(most=1)
    late, card = third.go_on().task, third.card
    scene.batch(2, cap=100)[0].go_on()
    scene.wait(days=2)
    one.answer(one.go_on().task, "Not spam")
    third.leave()
    assert third.send_when_gone(card, late, "typed too late")
    return scene
