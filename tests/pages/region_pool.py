"""A pool whose things are marked in pictures, and somebody at its first task."""

from dataclasses import replace

import pytest

from app.kinds.ask import Words
from tests.pages.site import WORDS, Site, make_card, start
from tests.reader import Reader
from tests.reading.form import Form
from tests.reading.page import Page

LOOK, CLOSER, UP = "Show what is marked", "Look closer", "Back to the large squares"
TYPED = "Dog: or type the first and the last square"
NOTHING = "I looked, and nothing of this is in the picture"
MARKING = replace(WORDS, title="Pool places", question="Where are they?", choices=("Dog", "Ball"))
SPANISH = Words(
    "es", "Lugares", "Para encontrar.", "La casa", ("Mira.",), "¿Dónde están?",
    ("Perro", "Pelota"),
)  # fmt: skip


@pytest.fixture
def place(quick_site: Site) -> Site:
    """A site with a pool that asks where things are, in English and in Spanish."""
    rows = [{"image": f"{n}.jpg"} for n in range(3)]
    made = quick_site.pool(
        "places", "image_labelling", rows, words=MARKING, translated=[SPANISH], overlap=2
    )
    assert made
    quick_site.set_pool("places", regions=True)
    return quick_site


@pytest.fixture
def worker(place: Site) -> Reader:
    """Somebody who started there."""
    browser = place.browser()
    make_card(browser)
    start(browser, "places")
    return browser


@pytest.fixture
def task(worker: Reader) -> Page:
    """The first task."""
    return worker.visit("/task/places")


def tick(form: Form, label: str, *squares: int, on: bool = True) -> Form:
    """Tick squares of one thing, or take their ticks away."""
    for number in squares:
        form.tick(f"{number}", label, on=on)
    return form


def marked(page: Page, label: str) -> list[int]:
    """The squares that are ticked for one thing."""
    return [int(words) for words in page.form().chosen(label)]


def offered(page: Page, label: str) -> list[int]:
    """The squares that can be ticked for one thing."""
    (group,) = [node for node in page.every("fieldset") if node.words.startswith(label)]
    boxes = [node for node in group.every("input") if node.get("type") == "checkbox"]
    return [int(page.name(node)) for node in boxes]


def values(site: Site) -> list[object]:
    return [row["value"] for row in site.rows("answer")]
