"""What becomes of an answer from a tree: saved, sent late, changed, in another language."""

from dataclasses import replace

from app.rules.tree import Tree
from tests.pages.site import Site, code_on, leave, make_card, open_card, press, start
from tests.pages.tree_shop import (
    LEAVES,
    SEARCH,
    SHELF,
    SPANISH,
    find,
    look,
    offered,
    shop,
    task,
    values,
    worker,
)
from tests.reader import Reader
from tests.reading.page import Page

__all__ = ["shop", "task", "worker"]


def test_a_saved_task_opens_where_it_was_left(worker: Reader, task: Page) -> None:
    form = find(look(task, "Drinks"), "fruit").form().choose("Food > Fruit")
    form.press("Save for later")
    page = press(worker.visit("/mine"), "Open saved task")
    assert page.form().chosen() == ["Food > Fruit"]
    assert offered(page) == ["Drinks > Juice > Fruit", "Food > Fruit"]
    assert offered(press(page, "Back to the list"))[1:] == ["Juice (more inside)", "Water"]


def test_an_answer_that_came_late_is_kept_without_the_way_to_it(worker: Reader, shop: Site) -> None:
    code = code_on(press(worker.visit("/card"), "Make a spare code"))
    form = look(worker.visit("/task/shelf"), "Drinks").form().choose("Water")
    leave(worker)
    assert "is kept" in form.press("Send answer").text
    open_card(worker, code)
    page = worker.visit("/mine")
    assert [node.words for node in page.every("blockquote")] == ["Drinks > Water"]
    page = press(page, "Look at kept answer").link("Put this answer into the form").follow()
    assert page.form().chosen() == ["Water"]
    page.form().press("Send answer")
    assert values(shop) == [{"category": "Drinks > Water"}]


def test_a_look_after_the_sitting_ended_keeps_no_empty_answer(worker: Reader, shop: Site) -> None:
    form = worker.visit("/task/shelf").form().fill(SEARCH, "fruit")
    leave(worker)
    assert "Open my card" in form.press("Search").form().buttons
    assert shop.rows("draft") == []


def test_an_answer_is_changed_from_where_it_stands(shop: Site, worker: Reader, task: Page) -> None:
    look(look(task, "Drinks"), "Water", "Send answer")
    number = shop.rows("receipt")[0]["number"]
    receipt = worker.visit(f"/receipts/{number}")
    assert "Drinks > Water" in receipt.text
    change = receipt.link("Change your answer").follow()
    assert change.form().chosen() == ["Water"]
    juice = look(change, "Juice")
    assert (juice.h1, offered(juice)) == ("Change your answer", ["Fruit", "Roots"])
    changed = look(juice, "Roots", "Send the change")
    assert "Drinks > Juice > Roots" in changed.text
    assert values(shop) == [{"category": "Drinks > Juice > Roots"}]


def test_the_words_are_those_of_the_language_and_the_answer_is_the_pools(
    shop: Site, worker: Reader
) -> None:
    spanish = {"Accept-Language": "es"}
    page = worker.visit("/task/shelf", headers=spanish)
    assert offered(page)[0] == "Bebidas (hay más dentro)"
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    page = page.form().fill("Buscar en todas las categorías", "raices").press("Buscar")
    assert offered(page) == ["Bebidas > Jugo > Raíces"]
    assert not [node for node in page.main.every("span") if node.has("lang")]
    page.form().choose("Bebidas").press("Enviar respuesta")
    assert values(shop) == [{"category": "Drinks > Juice > Roots"}]


def test_words_that_were_not_translated_are_marked_with_their_language(quick_site: Site) -> None:
    words = replace(SHELF, tree=Tree(LEAVES, LEAVES, "en"))
    arabic = replace(SPANISH, locale="ar")
    quick_site.pool("shelf", "product_classification", words=words, translated=[arabic])
    browser = quick_site.browser()
    make_card(browser)
    start(browser, "shelf")
    page = browser.visit("/task/shelf", headers={"Accept-Language": "ar"})
    names = [node for node in page.main.every("span") if node.get("lang") == "en"]
    assert [node.words for node in names] == ["Drinks", "Food", "I can't tell"]
    assert {node.get("dir") for node in names} == {"ltr"}
    (box,) = [node for node in page.every("input") if node.get("id") == "category-find"]
    assert (box.get("lang"), box.get("dir")) == ("en", "ltr")


def test_a_product_has_its_name_and_its_picture(quick_site: Site) -> None:
    row = {"title": "Green tea", "text": "100 g", "image": "tea.jpg", "alt": "A tin"}
    words = replace(SHELF, tree=Tree(LEAVES, LEAVES, "en"))
    quick_site.pool("shelf", "product_classification", [row], words=words)
    browser = quick_site.browser()
    make_card(browser)
    page = start(browser, "shelf")
    assert [node.words for node in page.every("h2")] == ["Green tea"]
    (picture,) = page.every("img")
    assert picture.get("alt") == "A tin"
    browser.environ_base["HTTP_SAVE_DATA"] = "on"
    light = browser.visit("/task/shelf")
    assert not light.form().choose("Drinks").press("Open").every("img")
    asked = light.link("Show the picture (").follow()
    assert asked.form().choose("Drinks").press("Open").every("img")
