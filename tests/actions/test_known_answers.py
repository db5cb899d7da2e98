"""Known answers serve figures: of the known answer itself, never of a worker, and never of pay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions import practising
from app.store import known
from app.store.known import Check
from tests.audit import audit
from tests.practice import PAY, school
from tests.scenes import Scene, open_scene


def checks_of(scene: Scene) -> list[Check]:
    return scene.store.read(lambda unit: known.checks(unit, scene.pools["spam"]))


def test_check_tasks_are_tasks_like_any_other(real_scene: Scene) -> None:
    _, check = school(real_scene, practice=1, checks=1)
    one, other = real_scene.workers(2)
    assert check in one.work_off("Spam")
    assert check in other.work_off("Not spam")
    assert one.earned() == other.earned() == 5 * PAY
    assert [(row.practice, row.same, row.other) for row in checks_of(real_scene)] == [
        (True, 0, 0),
        (False, 1, 1),
    ]
    # A change counts anew, and changes no pay.
    one.answer(check, "Not spam")
    assert [(row.same, row.other) for row in checks_of(real_scene)] == [(0, 0), (0, 2)]
    assert one.earned() == 5 * PAY
    audit(real_scene)


def test_a_doubtful_known_answer_is_offered_no_more_and_those_in_hand_are_paid(
    real_scene: Scene,
) -> None:
    practice = school(real_scene)
    last = real_scene.worker()
    last.practise()
    for worker in real_scene.workers(5):
        worker.answer(worker.practise().task, "Not spam")
    assert real_scene.worker().practise().task == practice[1]
    assert last.answer(practice[0], "Not spam").earned == PAY
    (seen, _) = practising.recap(real_scene.store, last.seated, real_scene.pools["spam"])
    assert seen.known is not None
    assert practising.is_paused(seen.known.same, seen.known.other, seen.known.ruling)
    audit(real_scene)


@settings(max_examples=30, deadline=None)
@given(verdicts=st.lists(st.sampled_from(["Spam", "Not spam"]), min_size=4, max_size=4))
def test_nothing_that_is_known_changes_pay_or_what_is_dealt(verdicts: list[str]) -> None:
    """Two workers do the same, one always as is known, the other however it comes."""
    scene = open_scene()
    school(scene, practice=2, checks=2, tasks=4, overlap=2)
    one, other = scene.workers(2)
    for worker, said in ((one, ["Spam"] * 4), (other, verdicts)):
        for verdict in said[:2]:
            worker.answer(worker.practise().task, verdict)
        for verdict in said[2:]:
            worker.answer(worker.go_on().task, verdict)
    assert one.earned() == other.earned() == 4 * PAY
    assert one.go_on() == other.go_on()
    audit(scene)
    scene.store.close()
