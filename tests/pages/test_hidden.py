"""Material that a pool hides is nowhere in the response until its worker asks for it."""

import pytest

from tests.pages.site import Site, answer, leave, make_card, open_card, start
from tests.reader import Reader
from tests.reading.page import Page

SECRET = {"text": "A vile sentence", "image": "vile.jpg", "alt": "A vile drawing"}
ALONE = {"image": "vile.jpg", "alt": "A vile drawing"}
SAVING = {"Save-Data": "on"}
ASK = "Show the message"
ASK_PICTURE = "Show the picture ("


@pytest.fixture
def worker(quick_site: Site) -> Reader:
    """A browser in which a card is open."""
    browser = quick_site.browser()
    make_card(browser)
    return browser


@pytest.fixture
def hiding(worker: Reader, quick_site: Site) -> Reader:
    """Somebody at the first task of a pool that hides its material."""
    hide(quick_site, [SECRET, SECRET])
    start(worker, "hiding")
    return worker


def hide(site: Site, rows: list[dict[str, str]]) -> None:
    site.pool("hiding", rows=rows)
    site.set_pool("hiding", hide=True, notes=["insults", "hate"])


def is_hidden(page: Page) -> bool:
    """Whether nothing of the material is there, whatever reads the page."""
    return not any(part in page.markup for part in ("vile", "/media/", "<img", "<picture"))


def is_shown(page: Page) -> bool:
    return SECRET["text"] in page.text and SECRET["alt"] in page.markup


def test_nothing_of_it_comes_before_it_is_asked_for(hiding: Reader) -> None:
    page = hiding.visit("/task/hiding")
    assert is_hidden(page)
    assert "May contain: insults and hate" in page.text
    assert is_shown(page.link(ASK).follow())


def test_nor_in_light_mode(hiding: Reader) -> None:
    page = hiding.visit("/task/hiding", headers=SAVING)
    assert is_hidden(page)
    asked = hiding.visit(page.link(ASK).href, headers=SAVING)
    assert SECRET["text"] in asked.text
    assert not asked.every("img")
    loaded = hiding.visit(asked.link(ASK_PICTURE).href, headers=SAVING)
    assert is_shown(loaded)
    assert loaded.every("img")


def test_a_picture_alone_is_loaded_at_one_press(worker: Reader, quick_site: Site) -> None:
    hide(quick_site, [ALONE])
    start(worker, "hiding")
    for headers in ({}, SAVING):
        page = worker.visit("/task/hiding", headers=headers)
        assert is_hidden(page)
        shown = worker.visit(page.link(ASK_PICTURE).href, headers=headers)
        assert [one.get("alt") for one in shown.every("img")] == [ALONE["alt"]]


def test_a_mistake_shows_nothing_that_was_not_shown(hiding: Reader) -> None:
    wrong = hiding.visit("/task/hiding").form("Send answer").press("Send answer")
    assert wrong.status == 422
    assert is_hidden(wrong)
    assert is_shown(wrong.link(ASK).follow())


def test_a_mistake_hides_nothing_that_was_shown(hiding: Reader) -> None:
    page = hiding.visit("/task/hiding").link(ASK).follow()
    wrong = page.form("Send answer").press("Send answer")
    assert wrong.status == 422
    assert is_shown(wrong)
    assert is_shown(wrong.form("Send answer").press("Send answer"))


def test_a_mistake_in_light_mode_keeps_the_picture_too(hiding: Reader) -> None:
    address = hiding.visit("/task/hiding").link(ASK).href
    page = hiding.visit(f"{address}&picture=1", headers=SAVING)
    pairs = dict(page.form("Send answer").pairs())
    wrong = hiding.post("/task/hiding", data={**pairs, "do": "answer"}, headers=SAVING).page
    assert wrong.status == 422
    assert wrong.every("img")


def test_the_next_task_is_hidden_again(hiding: Reader) -> None:
    page = hiding.visit("/task/hiding").link(ASK).follow()
    address = page.url
    over = answer(page)
    assert over.h1.startswith("Task 2")
    assert is_hidden(over)
    # As the Back button has it.
    assert is_hidden(hiding.visit(address))


@pytest.mark.parametrize("button", ["Send answer", "Skip", "Save for later", "Stop"])
def test_everything_can_be_done_without_seeing_it(hiding: Reader, button: str) -> None:
    form = hiding.visit("/task/hiding").form("Send answer").choose("Spam")
    after = form.press(button)
    assert after.status == 200
    assert is_hidden(after)


def test_a_change_hides_it_and_shows_it_when_asked(hiding: Reader) -> None:
    answer(hiding.visit("/task/hiding"))
    receipt = hiding.visit("/receipts").link("Receipt ").follow()
    assert is_hidden(receipt)
    page = receipt.link("Change your answer").follow()
    assert is_hidden(page)
    shown = page.link(ASK).follow()
    assert is_shown(shown)
    assert shown.form("Send the change").chosen() == ["Spam"]
    form = dict(shown.form("Send the change").pairs())
    wrong = hiding.post("/task/hiding", data={**form, "answer.verdict": ""}).page
    assert wrong.status == 422
    assert is_shown(wrong)
    del form["show"]
    unseen = hiding.post("/task/hiding", data={**form, "answer.verdict": ""}).page
    assert is_hidden(unseen)
    again = unseen.link(ASK).follow()
    assert is_shown(again)
    assert again.form("Send the change").chosen() == ["Spam"]


def test_a_kept_answer_goes_into_the_form_without_hiding_or_showing(quick_site: Site) -> None:
    hide(quick_site, [SECRET])
    browser = quick_site.browser()
    code = make_card(browser)
    page = start(browser, "hiding")
    leave(browser)
    page.form("Send answer").choose("Not spam").press("Send answer")
    open_card(browser, code)
    task = browser.visit("/task/hiding")
    filled = task.link("Put this answer into the form").follow()
    assert is_hidden(filled)
    shown = task.link(ASK).follow().link("Put this answer into the form").follow()
    for page in (filled.link(ASK).follow(), shown):
        assert is_shown(page)
        assert page.form("Send answer").chosen() == ["Not spam"]


def test_the_wrong_task_is_never_shown(hiding: Reader) -> None:
    for wrong in ("1x", "0", "", "99999"):
        assert is_hidden(hiding.visit(f"/task/hiding?show={wrong}"))


def test_a_pool_that_hides_nothing_is_as_it_was(worker: Reader, quick_site: Site) -> None:
    quick_site.pool("plain", rows=[SECRET])
    quick_site.set_pool("plain", notes=["insults"])
    page = start(worker, "plain")
    assert is_shown(page)
    assert "may contain" not in page.text
