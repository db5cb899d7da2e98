"""A tree at work: walked and searched; looking stores nothing, and Enter sends nothing."""

from dataclasses import replace

from app.rules.tree import Tree
from tests.pages.site import Site, make_card, press, start
from tests.pages.tree_shop import (
    SEARCH,
    SHELF,
    TOP,
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


def test_a_leaf_is_walked_to_and_sent(shop: Site, task: Page) -> None:
    assert offered(task) == TOP
    drinks = look(task, "Drinks")
    assert "You are in: Drinks" in drinks.text
    assert offered(drinks) == ["Juice (more inside)", "Water"]
    juice = look(drinks, "Juice")
    assert offered(juice) == ["Fruit", "Roots"]
    assert "Open" not in juice.form().buttons
    sent = look(juice, "Roots", "Send answer")
    assert "Your last answer has receipt" in sent.text
    assert values(shop) == [{"category": "Drinks > Juice > Roots"}]


def test_looking_stores_nothing_and_says_where_one_is(shop: Site, task: Page) -> None:
    before = shop.counts()
    page = look(look(task, "Drinks"), "Juice")
    assert page.status == 200
    assert page.h1 == task.h1 == "Task 1 of 3"
    assert page.title.startswith("Task 1 of 3 – Drinks > Juice – ")
    assert find(page, "roots").title.startswith("Task 1 of 3 – Search: roots – ")
    assert shop.counts() == before


def test_the_way_back_leads_up_level_by_level(task: Page) -> None:
    page = look(look(task, "Drinks"), "Juice")
    page = press(page, "One level up")
    assert offered(page) == ["Juice (more inside)", "Water"]
    page = press(page, "One level up")
    assert offered(page) == TOP
    assert "One level up" not in page.form().buttons


def test_a_leaf_that_was_chosen_stays_chosen_on_the_way(shop: Site, task: Page) -> None:
    page = look(look(task, "Drinks"), "Water", "One level up")
    assert page.form().chosen() == ["Chosen: Drinks > Water"]
    assert "Your choice stays ticked." in page.text
    page = find(page, "roots")
    assert offered(page) == ["Chosen: Drinks > Water", "Drinks > Juice > Roots"]
    page.form().press("Send answer")
    assert values(shop) == [{"category": "Drinks > Water"}]


def test_a_search_shows_whole_paths(shop: Site, task: Page) -> None:
    page = find(look(task, "Food"), "FRUI")
    assert "2 categories fit." in page.text
    assert offered(page) == ["Drinks > Juice > Fruit", "Food > Fruit"]
    assert page.form().value(SEARCH) == "FRUI"
    back = press(page, "Back to the list")
    assert offered(back) == ["Fruit"]
    assert back.form().value(SEARCH) == ""
    look(page, "Drinks > Juice > Fruit", "Send answer")
    assert values(shop) == [{"category": "Drinks > Juice > Fruit"}]


def test_a_search_that_finds_nothing_leaves_the_list(task: Page) -> None:
    page = find(look(task, "Drinks"), "<b>%(x)s")
    assert "No category fits these words." in page.text
    assert page.form().value(SEARCH) == "<b>%(x)s"
    assert offered(page) == ["Juice (more inside)", "Water"]
    # The words still stand in the box, and are not searched for again.
    assert offered(look(page, "Juice")) == ["Fruit", "Roots"]


def test_an_emptied_box_ends_the_search(task: Page) -> None:
    assert offered(find(find(task, "roots"), "")) == TOP


def test_more_than_a_page_holds_are_counted(quick_site: Site) -> None:
    leaves = tuple(f"Shelf {n // 50} > Box {n}" for n in range(1_234))
    words = replace(SHELF, title="Pool large", tree=Tree(leaves, leaves, "en"))
    quick_site.pool("large", "product_classification", words=words)
    browser = quick_site.browser()
    make_card(browser)
    page = find(start(browser, "large"), "box")
    assert "1,234 categories fit. These are the best 20." in page.text
    assert len(offered(page)) == 20
    assert "1 category fits." in find(page, "box 1233").text


def test_enter_opens_or_searches_and_never_sends(shop: Site, task: Page) -> None:
    # The first button of a form is the one that Enter presses.
    assert offered(task.form().choose("Drinks").press()) == ["Juice (more inside)", "Water"]
    page = task.form().fill(SEARCH, "roots").press()
    assert offered(page) == ["Drinks > Juice > Roots"]
    page = page.form().choose("Drinks > Juice > Roots").press()
    assert page.form().chosen() == ["Drinks > Juice > Roots"]
    assert values(shop) == []


def test_enter_in_a_text_browser_presses_no_button(worker: Reader, task: Page, shop: Site) -> None:
    form = task.form().choose("I can't tell").fill(SEARCH, "roots")
    pairs = [pair for pair in form.pairs() if pair[0] != "do"]
    page = worker.post("/task/shelf", data=dict(pairs)).page
    assert offered(page) == ["Chosen: I can't tell", "Drinks > Juice > Roots"]
    assert values(shop) == []


def test_nothing_to_open_is_said(task: Page) -> None:
    page = task.form().press("Open")
    assert "Choose a category to open, or type a word to search for." in page.text
    assert offered(page) == TOP


def test_a_branch_that_is_sent_opens_as_a_problem(shop: Site, task: Page) -> None:
    page = look(look(task, "Drinks"), "Juice", "Send answer")
    assert page.status == 422
    assert "That category has more inside. It is open now. Choose one of these." in page.text
    assert offered(page) == ["Fruit", "Roots"]
    look(page, "Fruit", "Send answer")
    assert values(shop) == [{"category": "Drinks > Juice > Fruit"}]


def test_nothing_sent_stays_where_it_was(task: Page) -> None:
    page = look(task, "Drinks").form().press("Send answer")
    assert page.status == 422
    assert "Choose a category. Open one to see what is inside, or search." in page.text
    assert offered(page) == ["Juice (more inside)", "Water"]


def test_a_form_that_was_tampered_with_shows_the_top(worker: Reader, task: Page) -> None:
    token = dict(task.form().pairs())["token"]
    for at in ("Nothing > Here", "Drinks > Water", "x" * 5_000):
        sent = {"token": token, "do": "look", "answer.category.at": at, "answer.category": "?"}
        page = worker.post("/task/shelf", data={**sent, "answer.category.find": ""}).page
        assert offered(page) == TOP


def test_lynx_has_a_choice_that_is_none(worker: Reader) -> None:
    worker.environ_base["HTTP_USER_AGENT"] = "Lynx/2.9.0"
    page = worker.visit("/task/shelf")
    assert offered(page) == ["Not answered yet", *TOP]
    assert page.form().chosen() == ["Not answered yet"]
    page = look(look(page, "Drinks"), "Water", "Search")
    assert page.form().chosen() == ["Water"]
