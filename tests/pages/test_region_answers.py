"""What becomes of marked squares: saved, sent late, changed, in another language, in light mode."""

from dataclasses import replace

from tests.pages.region_pool import (
    CLOSER,
    LOOK,
    TYPED,
    marked,
    offered,
    place,
    task,
    tick,
    values,
    worker,
)
from tests.pages.site import WORDS, Site, code_on, leave, make_card, open_card, press, start
from tests.reader import Reader
from tests.reading.page import Page

__all__ = ["place", "task", "worker"]

CLOSE = [19, 20, 27, 28]
EMPTY = {"region2": "", "nothing": []}


def closer(task: Page) -> Page:
    """The first task with the sixth square looked at more closely, and one of four unticked."""
    page = tick(task.form(), "Dog", 6).press(CLOSER)
    return tick(page.form(), "Dog", 28, on=False).press(LOOK)


def test_a_saved_task_opens_where_it_was_left(worker: Reader, task: Page) -> None:
    closer(task).form().press("Save for later")
    page = press(worker.visit("/mine"), "Open saved task")
    assert (offered(page, "Dog"), marked(page, "Dog")) == (CLOSE, CLOSE[:3])


def test_a_task_that_nobody_marked_anything_in_is_put_by_empty(place: Site, task: Page) -> None:
    task.form().press("Stop")
    assert place.rows("draft") == []


def test_an_answer_that_came_late_is_kept(worker: Reader, place: Site, task: Page) -> None:
    code = code_on(press(worker.visit("/card"), "Make a spare code"))
    form = closer(task).form()
    leave(worker)
    assert "is kept" in form.press("Send answer").text
    open_card(worker, code)
    page = worker.visit("/mine")
    assert [node.words for node in page.every("blockquote")] == [
        "In the large squares: 6. Size: about 5% of the picture. It is in the middle."
    ]
    page = press(page, "Look at kept answer")
    page = page.link("Put this answer into the form").follow()
    assert (offered(page, "Dog"), marked(page, "Dog")) == (CLOSE, CLOSE[:3])
    page.form().press("Send answer")
    assert values(place) == [{"region1": "16/69-72 85-88 101-102 117-118"} | EMPTY]


def test_a_look_after_the_sitting_ended_keeps_no_empty_answer(
    worker: Reader, place: Site, task: Page
) -> None:
    leave(worker)
    assert "Open my card" in task.form().press(LOOK).form().buttons
    assert place.rows("draft") == []


def test_an_answer_is_changed_from_the_squares_it_was_sent_with(
    place: Site, worker: Reader, task: Page
) -> None:
    closer(task).form().press("Send answer")
    receipt = worker.visit(f"/receipts/{place.rows('receipt')[0]['number']}")
    assert "In the large squares: 6. Size: about 5% of the picture." in receipt.text
    assert "Not in the picture" in receipt.text
    page = receipt.link("Change your answer").follow()
    assert (offered(page, "Dog"), marked(page, "Dog")) == (CLOSE, CLOSE[:3])
    assert len(page.every("img")) == 2
    page = page.form().fill(TYPED, "1 64").press(LOOK)
    assert page.h1 == "Change your answer"
    assert "Size: about 100% of the picture." in page.text
    page.form().press("Send the change")
    assert values(place) == [{"region1": "16/1-256"} | EMPTY]


def test_squares_are_numbered_alike_in_every_language(worker: Reader) -> None:
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    page = worker.visit("/task/places")
    assert offered(page, "Perro") == list(range(1, 17))
    page = tick(page.form(), "Perro", 4).press("Mostrar lo marcado")
    assert "En los cuadrados grandes: 4." in page.text
    assert "Está arriba a la derecha." in page.text
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ar"
    page = worker.visit("/task/places")
    groups = [node for node in page.every("div") if node.get("class") == "squares"]
    assert {node.get("dir") for node in groups} == {"ltr"}
    assert [page.name(node) for node in groups[0].every("input")] == ["1", "2", "3", "4"]


def test_light_mode_loads_no_picture_before_it_is_asked_for(worker: Reader, task: Page) -> None:
    worker.environ_base["HTTP_SAVE_DATA"] = "on"
    page = tick(worker.visit("/task/places").form(), "Dog", 6).press(CLOSER)
    assert not page.every("img")
    page = worker.visit("/task/places").link("Show the picture (").follow()
    assert len(page.every("img")) == 1
    page = tick(page.form(), "Dog", 6).press(CLOSER)
    assert len(page.every("img")) == 2
    plain = page.link("Open the picture without squares")
    assert "/" not in plain.node.get("href").removeprefix("/media/")


def test_one_thing_is_enough(quick_site: Site) -> None:
    words = replace(WORDS, title="Pool one", choices=("Dog",))
    quick_site.pool("one", "image_labelling", [{"image": "1.jpg"}], words=words)
    quick_site.set_pool("one", regions=True)
    browser = quick_site.browser()
    make_card(browser)
    page = tick(start(browser, "one").form(), "Dog", 1).press("Send answer")
    assert page.status == 200
    assert values(quick_site) == [{"region1": "16/1-4 17-20 33-36 49-52", "nothing": []}]


def test_several_labels_are_chosen(quick_site: Site) -> None:
    words = replace(WORDS, title="Pool several", choices=("Dog", "Ball", "None of these"))
    quick_site.pool("several", "image_labelling", [{"image": "1.jpg"}], words=words)
    quick_site.set_pool("several", several=True)
    browser = quick_site.browser()
    make_card(browser)
    page = start(browser, "several").form().press("Send answer")
    assert page.status == 422
    assert "Choose at least one of the answers." in page.text
    page.form().tick("Ball").tick("Dog").press("Send answer")
    assert values(quick_site) == [{"label": ["Dog", "Ball"]}]
    receipt = browser.visit(f"/receipts/{quick_site.rows('receipt')[0]['number']}")
    assert "Dog and Ball" in receipt.text
