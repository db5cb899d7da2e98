"""Regions at work: squares that get smaller, corners that are typed, and what is drawn of them."""

import pytest

from app.rules import region
from tests.pages.region_pool import (
    CLOSER,
    LOOK,
    NOTHING,
    TYPED,
    UP,
    marked,
    offered,
    place,
    task,
    tick,
    values,
    worker,
)
from tests.pages.site import Site, press
from tests.reader import Reader
from tests.reading.page import Page

__all__ = ["place", "task", "worker"]

ALL = list(range(1, 17))
SIX = region.write(region.spread([6], 4))


def test_squares_are_ticked_and_sent(place: Site, task: Page) -> None:
    assert (offered(task, "Dog"), marked(task, "Dog")) == (ALL, [])
    assert [node.words for node in task.every("h2")] == ["Where are they?"]
    page = tick(task.form(), "Dog", 6, 7).press("Send answer")
    assert "Your last answer has receipt" in page.text
    both = region.write(region.spread([6, 7], 4))
    assert values(place) == [{"region1": both, "region2": "", "nothing": []}]


def test_what_is_marked_is_shown_in_words_and_in_the_picture(place: Site, task: Page) -> None:
    before = place.counts()
    page = tick(task.form(), "Dog", 6, 7, 10, 11).press(LOOK)
    assert (page.status, page.h1) == (200, task.h1)
    said = "In the large squares: 6, 7, 10, and 11. Size: about 25% of the picture."
    assert f"{said} It is in the middle." in page.text
    assert marked(page, "Dog") == [6, 7, 10, 11]
    (plain,), (outlined,) = task.every("img"), page.every("img")
    assert plain.get("src") != outlined.get("src")
    assert place.counts() == before


def test_a_closer_look_asks_at_the_edge_only(place: Site, task: Page) -> None:
    page = tick(task.form(), "Dog", 6).press(CLOSER)
    assert offered(page, "Dog") == marked(page, "Dog") == [19, 20, 27, 28]
    assert "Untick the squares that hold nothing of it." in page.text
    page = tick(page.form(), "Dog", 19, 27, on=False).press(CLOSER)
    assert offered(page, "Dog") == marked(page, "Dog") == [71, 72, 87, 88, 103, 104, 119, 120]
    assert CLOSER not in page.form().buttons
    page = tick(page.form(), "Dog", 71, 72, on=False).press("Send answer")
    assert "Your last answer has receipt" in page.text
    assert values(place) == [{"region1": "16/87-88 103-104 119-120", "region2": "", "nothing": []}]


def test_what_lies_inside_stays_marked_and_is_not_asked_about(place: Site, task: Page) -> None:
    page = tick(task.form(), "Dog", *ALL).press(CLOSER)
    inside = {19, 20, 21, 22, 27, 28, 29, 30, 35, 36, 37, 38, 43, 44, 45, 46}
    assert set(offered(page, "Dog")) == set(range(1, 65)) - inside
    page = tick(page.form(), "Dog", 1, on=False).press(LOOK)
    assert 1 in offered(page, "Dog")
    assert 1 not in marked(page, "Dog")
    page.form().press("Send answer")
    ((answer,),) = [[one["region1"] for one in values(place)]]
    assert len(region.read(answer)) == 256 - 4


def test_a_thing_is_marked_by_two_squares_that_are_typed(place: Site, task: Page) -> None:
    # Enter presses the first button, which only shows.
    page = task.form().fill(TYPED, "11, ٦").press()
    assert marked(page, "Dog") == [6, 7, 10, 11]
    assert (page.status, page.form().value(TYPED)) == (200, "")
    page = page.form().press(CLOSER).form().fill(TYPED, "20 28").press(LOOK)
    assert marked(page, "Dog") == [20, 28]
    page.form().fill(TYPED, "28").press("Send answer")
    assert values(place) == [{"region1": "16/103-104 119-120", "region2": "", "nothing": []}]


def test_enter_in_a_text_browser_shows_what_is_marked(
    place: Site, worker: Reader, task: Page
) -> None:
    pairs = [pair for pair in task.form().fill(TYPED, "3").pairs() if pair[0] != "do"]
    page = worker.post("/task/places", data=dict(pairs)).page
    assert values(place) == []
    assert "In the large squares: 3." in page.text


@pytest.mark.parametrize("typed", ["x", "0", "17", "1 2 3", "2 99999"])
@pytest.mark.parametrize("button", [LOOK, "Send answer"])
def test_what_names_no_squares_is_said_and_stays(task: Page, typed: str, button: str) -> None:
    page = tick(task.form(), "Ball", 2).fill(TYPED, typed).press(button)
    assert page.form().value(TYPED) == typed
    assert marked(page, "Ball") == [2]
    assert (page.status == 422) == (button == "Send answer")
    if button == "Send answer":
        wanted = f"“{typed}” names no squares. Type one or two numbers from 1 to 16, such as 2 7."
        assert f"Dog: {wanted}" in page.text
        # The link of the problem leads to what was typed, past the squares.
        (link,) = [one for one in page.every("a") if one.words.startswith("Dog: ")]
        there = page.by_id(link.get("href").removeprefix("#"))
        assert there
        assert there.get("value") == typed


def test_who_looked_and_found_nothing_says_so(place: Site, task: Page) -> None:
    page = task.form().press("Send answer")
    assert page.status == 422
    assert "Mark a square, or say that there is nothing to mark." in page.text
    page = tick(page.form(), "Dog", 1).tick(NOTHING).press("Send answer")
    assert "You marked squares and said that there is nothing." in page.text
    tick(page.form(), "Dog", 1, on=False).press("Send answer")
    assert values(place) == [{"region1": "", "region2": "", "nothing": ["yes"]}]


def test_the_way_back_is_to_the_large_squares(task: Page) -> None:
    assert UP not in task.form().buttons
    page = tick(task.form(), "Dog", 6).press(CLOSER)
    page = press(tick(page.form(), "Dog", 19, 20, on=False).press(LOOK), UP)
    assert (offered(page, "Dog"), marked(page, "Dog")) == (ALL, [6])
    assert UP not in page.form().buttons


def test_nothing_to_look_at_is_said(task: Page) -> None:
    page = task.form().press(CLOSER)
    assert page.text.count("Nothing is marked here.") == 2
    assert offered(page, "Dog") == ALL


def test_a_large_thing_cannot_be_looked_at_more_closely_than_numbers_can_be_read(
    task: Page,
) -> None:
    page = tick(task.form(), "Dog", *ALL).press(CLOSER)
    assert CLOSER not in page.form().buttons
    assert CLOSER in tick(page.form(), "Ball", 1).press(LOOK).form().buttons


def test_each_thing_has_a_grid_of_its_own(task: Page) -> None:
    page = tick(task.form(), "Dog", 6).press(CLOSER)
    page = tick(page.form(), "Ball", 1).press(CLOSER)
    assert len(offered(page, "Dog")) == 16
    assert offered(page, "Ball") == [1, 2, 9, 10]
    assert len(page.every("img")) == 2


@pytest.mark.parametrize("grid", ["", "4", "5/1", "16/", "8/99", "x" * 3_000, "4/1-16 8/2"])
def test_a_form_that_was_tampered_with_is_read_all_the_same(
    worker: Reader, task: Page, grid: str
) -> None:
    token = dict(task.form().pairs())["token"]
    for do in ("look", "continue", "up"):
        sent = {"token": token, "do": do, "answer.region1.grid": grid, "answer.region1": "8/20"}
        page = worker.post("/task/places", data=sent).page
        assert page.status == 200
        assert marked(page, "Dog")


def test_the_drawn_picture_is_for_open_cards_only(place: Site, worker: Reader, task: Page) -> None:
    sources = [task.every("source")[0].get("srcset"), task.every("img")[0].get("src")]
    for address, sort in zip(sources, ("image/webp", "image/jpeg"), strict=True):
        drawn = worker.get(address)
        assert (drawn.status_code, drawn.mimetype) == (200, sort)
        assert len(drawn.get_data()) < 8_000
        assert "no-store" in drawn.headers["Cache-Control"]
        assert place.browser().get(address).status_code == 404


@pytest.mark.parametrize("name", ["4-ffff-0.gif", "4-0.webp", "5-1-1.webp", "4-1ffff-0.jpg", "x"])
def test_no_other_picture_is_drawn(worker: Reader, task: Page, name: str) -> None:
    picture = task.every("img")[0].get("src").rpartition("/")[0]
    assert worker.get(f"{picture}/{name}").status_code == 404
    assert worker.get(f"/media/{'0' * 32}.jpg/4-ffff-0.webp").status_code == 404
