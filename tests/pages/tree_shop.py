"""A shop whose products are filed in a tree, and somebody at its first task."""

from dataclasses import replace

import pytest

from app.kinds.ask import Words
from app.rules.tree import Tree
from tests.pages.site import WORDS, Site, make_card, start
from tests.reader import Reader
from tests.reading.page import Page

LEAVES = (
    "Drinks > Juice > Fruit",
    "Drinks > Juice > Roots",
    "Drinks > Water",
    "Food > Fruit",
    "I can't tell",
)
SPANISH_LEAVES = (
    "Bebidas > Jugo > Frutas",
    "Bebidas > Jugo > Raíces",
    "Bebidas > Agua",
    "Comida > Frutas",
    "No puedo saberlo",
)
SHELF = replace(WORDS, title="Pool shelf", question="Where does it go?", choices=())
SPANISH = Words("es", "Estantes", "Para encontrar.", "La tienda", ("Lee.",), "¿Dónde va?")
TOP = ["Drinks (more inside)", "Food (more inside)", "I can't tell"]
SEARCH = "Search in all categories"


@pytest.fixture
def shop(quick_site: Site) -> Site:
    """A site with a pool that asks for a category, in English and in Spanish."""
    quick_site.pool(
        "shelf",
        "product_classification",
        [{"text": f"Product {n}"} for n in range(3)],
        words=replace(SHELF, tree=Tree(LEAVES, LEAVES, "en")),
        translated=[replace(SPANISH, tree=Tree(LEAVES, SPANISH_LEAVES, "es"))],
    )
    return quick_site


@pytest.fixture
def worker(shop: Site) -> Reader:
    """Somebody who started there."""
    browser = shop.browser()
    make_card(browser)
    start(browser, "shelf")
    return browser


@pytest.fixture
def task(worker: Reader) -> Page:
    """The first task."""
    return worker.visit("/task/shelf")


def offered(page: Page) -> list[str]:
    return [page.name(each) for each in page.every("input") if each.get("type") == "radio"]


def look(page: Page, label: str, button: str = "Open") -> Page:
    return page.form().choose(label).press(button)


def find(page: Page, words: str) -> Page:
    return page.form().fill(SEARCH, words).press("Search")


def values(site: Site) -> list[object]:
    return [row["value"] for row in site.rows("answer")]
