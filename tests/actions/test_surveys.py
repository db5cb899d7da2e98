"""Surveys from their folder to their export: every answer counts, and nothing agrees."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.actions import answering, exporting, late, pools, walking, work
from app.actions.sheets import Sheet
from app.actions.turn import Done
from app.actions.walking import BACK, NEXT, SEND, Walked
from app.kinds.walk import PAGE, WORDS
from app.rules.problem import Problem
from tests.actions.test_kinds_round_trip import HEAD, exported
from tests.audit import audit
from tests.pool_folders import Ground, write_pool
from tests.scenes import Scene, Worker

SURVEY = """
[pool.pay]
amount = "0.10"
currency = "EUR"
budget = "10.00"
entry = "open"

[[pool.ask.fields]]
name = "reader"
shape = "choice"
label = "Do you use a screen reader?"
choices = ["Yes", "No"]

[[pool.ask.fields]]
name = "which"
new_page = true
label = "Which one?"
when = { field = "reader", is = ["Yes"] }

[[pool.ask.fields]]
name = "tools"
shape = "choices"
new_page = true
label = "What else?"
choices = ["Voice", "Switch"]
required = false
"""
Typed = Mapping[str, list[str]]


@pytest.fixture
def scene(ground: Ground, tmp_path: Path) -> Scene:
    """A survey of one row for three people."""
    toml = HEAD.replace("content_moderation", "survey").replace("overlap = 2", "overlap = 3")
    ground.bring(write_pool(tmp_path / "pool", "id\nrow\n", toml + SURVEY))
    return Scene(ground.storage.store)


def sheet(worker: Worker, task: int, page: int, typed: Typed, **more: Any) -> Sheet:
    return Sheet(worker.slug, task, {PAGE: [str(page)], WORDS: ["en"], **typed}, **more)


def press(worker: Worker, do: str, sent: Sheet) -> Walked:
    walked = walking.step(worker.scene.store, worker.seated, sent, do, worker.scene.now)
    assert isinstance(walked, Walked), walked
    return walked


def send(worker: Worker, sent: Sheet) -> Done:
    walked = press(worker, SEND, sent)
    assert walked.ready, walked
    whole = answering.Sent(worker.slug, sent.task, walked.typed, sent.draft, "en")
    done = answering.answer(worker.scene.store, worker.seated, whole, worker.scene.now)
    assert isinstance(done, Done), done
    return done


def fill_in(worker: Worker, reader: str, which: str = "", tools: tuple[str, ...] = ()) -> int:
    task = worker.go_on().task
    walked = press(worker, NEXT, sheet(worker, task, 1, {"reader": [reader]}))
    if which:
        walked = press(worker, NEXT, sheet(worker, task, 2, {"which": [which]}))
    assert walked.typed[PAGE] == ["3"]
    send(worker, sheet(worker, task, 3, {"tools": list(tools)}))
    return task


def test_every_answer_is_in_the_export_and_nothing_agrees(ground: Ground, scene: Scene) -> None:
    one, two, three = scene.workers(3)
    fill_in(one, "Yes", "Orca", ("Voice",))
    fill_in(two, "No")
    fill_in(three, "No")
    rows = exported(ground, "answers")
    found = sorted((row["value.reader"], row["value.which"], row["value.tools"]) for row in rows)
    assert found == [("No", "", "[]"), ("No", "", "[]"), ("Yes", "Orca", '["Voice"]')]
    lines = exported(ground, "answers", "jsonl")
    assert [line.get("value.which") for line in lines if line["value.reader"] == "No"] == [None] * 2
    (result,) = exported(ground, "results")
    assert (result["answers"], result["state"], result["result.reader"]) == ("3", "undecided", "")
    status = pools.status(ground.storage.store, "spam")
    assert isinstance(status, pools.Status)
    assert (status.answers, status.open_places) == (3, 0)
    assert scene.worker().go_on().task == 0
    audit(scene)


def test_a_survey_is_imported_again_from_its_export(ground: Ground, scene: Scene) -> None:
    (task,) = exported(ground, "tasks")
    assert (task["id"], task["needs"], task["check_answer.reader"]) == ("row", "typing", "")
    assert isinstance(exporting.find(ground.storage.store, "spam", "answers", "crowdkit"), Problem)


def test_an_answer_sent_before_all_was_asked_leads_on(scene: Scene) -> None:
    worker = scene.worker()
    task = worker.go_on().task
    walked = press(worker, SEND, sheet(worker, task, 1, {"reader": ["Yes"]}))
    assert (walked.ready, walked.typed[PAGE]) == (False, ["2"])
    # Somebody goes back in another tab, so that a page is asked that this one never saw.
    press(worker, BACK, sheet(worker, task, 2, {"which": [""]}))
    walked = press(worker, SEND, sheet(worker, task, 3, {"tools": ["Switch"]}))
    assert (walked.ready, walked.typed[PAGE], walked.typed["tools"]) == (False, ["2"], ["Switch"])
    assert [one.code for one in walked.problems] == ["text_missing"]
    assert worker.sees().drafts[0].typed == walked.typed


def test_a_late_page_is_kept_with_the_others_and_once(scene: Scene) -> None:
    worker = scene.worker()
    card, task = worker.card, worker.go_on().task
    press(worker, NEXT, sheet(worker, task, 1, {"reader": ["Yes"]}))
    worker.leave()
    page = sheet(worker, task, 2, {"which": ["Orca"]}).typed
    for _ in range(3):
        assert late.keep(scene.store, card, worker.slug, task, page, scene.now)
    worker.come_back()
    saved, kept = worker.sees().drafts
    assert (saved.late, saved.typed["reader"]) == (False, ["Yes"])
    assert (kept.typed["reader"], kept.typed["which"], kept.typed[PAGE]) == (
        ["Yes"],
        ["Orca"],
        ["2"],
    )
    press(worker, NEXT, sheet(worker, task, 2, {"which": ["Orca"]}, draft=kept.id))
    (saved,) = worker.sees().drafts
    assert (saved.late, saved.typed[PAGE]) == (False, ["3"])
    assert send(worker, sheet(worker, task, 3, {})).earned == 10
    audit(scene)


def test_another_draft_is_not_dropped_by_a_page_that_names_it(scene: Scene) -> None:
    worker, other = scene.workers(2)
    task = worker.go_on().task
    other.go_on()
    page = sheet(other, task, 1, {"reader": ["No"]}).typed
    late.keep(scene.store, other.card, "spam", task, page, scene.now)
    (foreign,) = other.sees().drafts
    press(worker, NEXT, sheet(worker, task, 1, {"reader": ["Yes"]}, draft=foreign.id))
    assert [one.id for one in other.sees().drafts] == [foreign.id]
    assert [one.typed["reader"] for one in worker.sees().drafts] == [["Yes"]]


def test_an_answer_from_its_last_page_again_is_the_same_answer(scene: Scene) -> None:
    worker = scene.worker()
    task = fill_in(worker, "Yes", "Orca", ("Voice",))
    again = send(worker, sheet(worker, task, 3, {"tools": ["Voice"]}, alone=True))
    assert again.did == "answer"
    # A change was begun, but its page was not sent: an old page does not send it.
    press(worker, NEXT, sheet(worker, task, 1, {"reader": ["No"]}))
    send(worker, sheet(worker, task, 3, {"tools": ["Voice"]}, alone=True))
    (receipt,) = worker.receipts()
    assert receipt.value == {"reader": "Yes", "which": "Orca", "tools": ["Voice"]}
    send(worker, sheet(worker, task, 3, {"tools": ["Voice"]}))
    (receipt,) = worker.receipts()
    assert receipt.value == {"reader": "No", "tools": ["Voice"]}
    assert worker.earned() == 10
    audit(scene)


def test_what_stood_on_a_skipped_page_is_kept(scene: Scene) -> None:
    worker = scene.worker()
    task = worker.go_on().task
    page = sheet(worker, task, 1, {"reader": ["Yes"]})
    work.skip(scene.store, worker.seated, worker.slug, task, scene.now, page)
    walked = press(worker, NEXT, page)
    assert (walked.receipt > 0, walked.answered) == (True, False)
    (receipt,) = worker.receipts()
    assert worker.answer_after_all(receipt.number) == "spam"
    assert worker.sees().drafts[0].typed["reader"] == ["Yes"]


def test_a_task_of_somebody_else_is_not_walked(scene: Scene) -> None:
    worker, stranger = scene.workers(2)
    task = worker.go_on().task
    sent = sheet(stranger, task, 1, {"reader": ["No"]})
    refused = walking.step(scene.store, stranger.seated, sent, NEXT, scene.now)
    assert refused == Problem("task_not_yours")
    assert worker.sees().drafts == ()


def test_one_page_pressed_many_times_at_once_is_one_draft(scene: Scene) -> None:
    worker = scene.worker()
    seated, task = worker.seated, worker.go_on().task
    sent = sheet(worker, task, 1, {"reader": ["Yes"]})

    def press_next(_: int) -> Walked | Problem:
        return walking.step(scene.store, seated, sent, NEXT, scene.now)

    with ThreadPoolExecutor(8) as hands:
        walked = list(hands.map(press_next, range(16)))
    assert all(isinstance(one, Walked) and one.typed[PAGE] == ["2"] for one in walked)
    (saved,) = worker.sees().drafts
    assert (saved.late, saved.typed["reader"]) == (False, ["Yes"])
