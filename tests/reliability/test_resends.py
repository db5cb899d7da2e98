"""A submit counts once, however often it comes; the last place credits everybody who held it."""

from functools import partial

from app.store import tables
from tests.audit import audit
from tests.process import Process
from tests.reliability.crowd import at_once, stored
from tests.scenes import Scene
from tests.visitor import Form, Reply, Visitor

CLIENTS = 64


def visitors(process: Process, count: int) -> list[Visitor]:
    made = [Visitor(process.port) for _ in range(count)]
    for each in made:
        each.take_card()
        each.start("spam")
    return made


def in_hand(visitor: Visitor) -> Form:
    form = visitor.task("spam")
    assert form
    return form


def again(visitor: Visitor, form: Form) -> Reply:
    """Send a form once more, over a connection of its own, as an impatient browser does."""
    copy = Visitor(visitor.port)
    copy.cookie = visitor.cookie
    reply = copy.send("spam", form)
    copy.close()
    return reply


def test_every_submit_sent_three_times_at_once_counts_once(process: Process, scene: Scene) -> None:
    scene.pool("spam", tasks=CLIENTS * 2, overlap=1, pay=5)
    crowd = visitors(process, CLIENTS)
    forms = [in_hand(each) for each in crowd]
    sends = [
        partial(again, each, form) for each, form in zip(crowd, forms, strict=True) for _ in "123"
    ]
    assert {reply.status for reply in at_once(sends)} == {303}
    assert sorted(stored(scene)) == sorted((form.card, form.task) for form in forms)
    assert len(scene.rows(tables.receipt.select())) == CLIENTS
    audit(scene)
    for each in crowd:
        each.close()


def test_the_last_place_taken_by_two_credits_both(process: Process, scene: Scene) -> None:
    scene.pool("spam", tasks=1, overlap=1, pay=5, budget=20)
    slow, quick = visitors(process, 1)[0], Visitor(process.port)
    # A day later the place is given to somebody else, and then both answer.
    held = in_hand(slow)
    scene.store.write(lambda unit: unit.execute(tables.hold.update().values(since=0)))
    quick.take_card()
    quick.start("spam")
    taken = in_hand(quick)
    assert taken.task == held.task
    replies = at_once([partial(slow.send, "spam", held), partial(quick.send, "spam", taken)])
    assert [reply.status for reply in replies] == [303, 303]
    rows = scene.rows(tables.answer.select().with_only_columns(tables.answer.c.pay))
    assert rows == [(5,), (5,)]
    surplus = scene.rows(tables.answer.select().with_only_columns(tables.answer.c.surplus))
    assert sorted(surplus) == [(False,), (True,)]
    audit(scene)
    slow.close()
    quick.close()
