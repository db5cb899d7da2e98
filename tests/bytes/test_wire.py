"""What pages cost: every byte that is received, with headers, over HTTP/1.1 as in earnest."""

from collections.abc import Iterator

import pytest

from tests.bytes.reference import CHOICES, SLUG, STEPS, text
from tests.bytes.wire import Reply, Wire

TASK = f"/task/{SLUG}"
FIRST_TASK, NEXT_TASK, OTHER_PAGE, STYLE, PICTURE = 5_000, 2_000, 6_000, 2_000, 8_000
GZIP_AT_MOST = 1.2


@pytest.fixture
def at_work(wire: Wire) -> Wire:
    """A browser whose card has begun with the reference pool."""
    begin(wire, SLUG)
    return wire


@pytest.fixture
def saving(port: int) -> Iterator[Wire]:
    """A browser that asks to save data, at a task with a picture."""
    made = Wire(port, "gzip, deflate, br", "Save-Data: on")
    begin(made, "name-the-picture")
    yield made
    made.close()


def begin(wire: Wire, slug: str) -> None:
    wire.post("/card/new", token=wire.get("/card/new").token)
    pool = f"/pools/{slug}"
    assert wire.post(pool, token=wire.get(pool).token, goal="10").status == 303


def answer(wire: Wire, page: Reply) -> Reply:
    return wire.post(TASK, token=page.token, answer__verdict=CHOICES[0], do="answer")


def cold(wire: Wire, path: str) -> int:
    """A page with all that it needs, for a browser that has nothing yet."""
    page = wire.get(path)
    assert page.status in (200, 404), page.text
    return page.received + wire.get(page.style).received


def test_the_reference_task_is_what_the_budgets_name() -> None:
    assert {len(text(number)) for number in range(30)} == {300}
    assert sum(len(step.split()) for step in STEPS) == 60
    assert len(CHOICES) == 3


def test_the_first_task_page(at_work: Wire) -> None:
    assert cold(at_work, TASK) <= FIRST_TASK


def test_the_next_task(at_work: Wire) -> None:
    page = at_work.get(TASK)
    for _ in range(5):
        sent = answer(at_work, page)
        assert sent.status == 303
        page = at_work.get(sent.headers["location"])
        assert "Your last answer has receipt" in page.text
        assert sent.received + page.received <= NEXT_TASK


@pytest.mark.parametrize(
    "path",
    [
        "/", "/card/new", "/card", "/mine", "/pools", "/pools/old-print", f"/pools/{SLUG}",
        "/receipts", "/earnings", "/leave", "/help", "/privacy", "/accessibility", "/terms",
        "/nothing-here",
    ],
)  # fmt: skip
def test_any_other_page(at_work: Wire, path: str) -> None:
    answer(at_work, at_work.get(TASK))
    assert cold(at_work, path) <= OTHER_PAGE


def test_a_receipt_and_a_change_of_an_answer(at_work: Wire) -> None:
    answer(at_work, at_work.get(TASK))
    listed = at_work.get("/receipts").text
    receipt = listed.partition('href="/receipts/')[2].partition('"')[0]
    assert cold(at_work, f"/receipts/{receipt}") <= OTHER_PAGE
    assert cold(at_work, f"/receipts/{receipt}/change") <= OTHER_PAGE


def test_a_new_card_which_is_sent_unpacked(wire: Wire) -> None:
    shown = wire.post("/card/new", token=wire.get("/card/new").token)
    assert "content-encoding" not in shown.headers
    assert shown.received + wire.get(shown.style).received <= OTHER_PAGE


def test_the_style_sheet(wire: Wire) -> None:
    assert len(wire.get(wire.get("/").style).body) <= STYLE


def test_a_browser_without_brotli_pays_little_more(port: int, at_work: Wire) -> None:
    plain = Wire(port, "gzip")
    begin(plain, SLUG)
    assert plain.get(TASK).headers["content-encoding"] == "gzip"
    assert cold(plain, TASK) <= GZIP_AT_MOST * cold(at_work, TASK)
    plain.close()


def test_a_picture_waits_until_it_is_asked_for(saving: Wire) -> None:
    path = "/task/name-the-picture"
    waiting = saving.get(path).text
    assert "<img" not in waiting
    assert "Show the picture (" in waiting
    asked = saving.get(f"{path}?picture=1").text
    picture = asked.partition('<source srcset="')[2].partition('"')[0]
    assert 0 < len(saving.get(picture).body) <= PICTURE
