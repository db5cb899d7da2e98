"""A tree of thousands costs no more than what a page shows of it."""

import pytest

from tests.bytes.pages import PAGES, SHOP
from tests.bytes.served import TREE
from tests.bytes.steps import begin
from tests.bytes.test_wire import NEXT_TASK
from tests.bytes.wire import Wire


def test_the_next_task_of_a_tree(wire: Wire) -> None:
    page = begin(wire, SHOP)
    chosen = {"answer__category": "I can't tell", "answer__category__find": ""}
    sent = wire.post(page.path, token=page.token, do="answer", **chosen)
    assert sent.status == 303
    assert sent.received + wire.get(sent.headers["location"]).received <= NEXT_TASK


@pytest.mark.parametrize("name", [f"task {SHOP}, opened", f"task {SHOP}, found", f"task {TREE}"])
def test_a_look_costs_no_more_than_a_task(wire: Wire, name: str) -> None:
    assert PAGES[name](wire).received <= NEXT_TASK


def test_a_search_in_thousands_shows_twenty(wire: Wire) -> None:
    page = PAGES[f"task {TREE}, found"](wire)
    assert page.text.count('type="radio"') == 20
    assert "These are the best 20." in page.text
