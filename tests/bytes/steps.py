"""What a worker does on the wire before a page is there to be weighed."""

import re

from tests.bytes.reference import slug
from tests.bytes.wire import Reply, Wire

RECEIPT = re.compile(r'href="(/receipts/\d+)"')


def make_card(wire: Wire) -> Reply:
    """The page that shows a new card, which is open from now on."""
    return wire.post("/card/new", token=wire.get("/card/new").token)


def begin(wire: Wire, pool: str, goal: str = "0", do: str = "start") -> Reply:
    """The first task of a pool, or of its practice, for a new card."""
    make_card(wire)
    path = f"/pools/{pool}"
    started = wire.post(path, token=wire.get(path).token, goal=goal, do=do)
    assert started.status == 303, started.text
    return wire.get(f"/task/{pool}")


def send(wire: Wire, page: Reply) -> Reply:
    """What comes back at once when the task of a page is answered with its first choice."""
    sent = wire.post(page.path, token=page.token, answer__verdict=page.option, do="answer")
    assert sent.status == 303, sent.text
    return sent


def work(wire: Wire, tasks: int = 1, goal: str = "0") -> Reply:
    """The page after so many reference tasks, for a new card."""
    page = begin(wire, slug(wire.language), goal)
    for _ in range(tasks):
        page = wire.get(send(wire, page).headers["location"])
    return page


def skip(wire: Wire) -> Reply:
    """The page after the first reference task was skipped, for a new card."""
    page = begin(wire, slug(wire.language))
    wire.post(page.path, token=page.token, do="skip")
    return wire.get(page.path)


def receipt(wire: Wire) -> str:
    """The address of the card's latest receipt."""
    found = RECEIPT.search(wire.get("/receipts").text)
    assert found
    return found[1]
