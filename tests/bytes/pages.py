"""Every page of the worker's way, and how a browser gets to it. A new page is one line more."""

from collections.abc import Callable

from tests.bytes.served import FEW, HIDDEN, SOUND, TREE, name
from tests.bytes.steps import begin, make_card, receipt, send, skip, work
from tests.bytes.wire import Reply, Wire
from tests.site import FIELDS, ONE_PAGE, POOLS, SURVEY

Way = Callable[[Wire], Reply]
PAGES: dict[str, Way] = {}
SPAM, LINE = {"answer__verdict": "Spam"}, {"answer__text": "To the Senate"}
# More receipts than one page of the list holds.
MANY = 25


def address(name: str, path: str, before: Way | None = None) -> None:
    """Keep a page that has an address of its own, and what must be done before it is opened."""

    def way(wire: Wire) -> Reply:
        if before:
            before(wire)
        return wire.get(path)

    PAGES[name] = way


address("first", "/")
address("first, with a card", "/", make_card)
address("card, before there is one", "/card/new")
address("card, to come back", "/card")
address("card, to come back on an own device", "/card?own=1")
address("card and its codes", "/card", make_card)
address("mine, new", "/mine", make_card)
address("mine, at work", "/mine", work)
address("pools", "/pools")
address("pools, at work", "/pools", work)
address("pool, without a card", "/pools/spam-or-not")
address("receipts, none yet", "/receipts", make_card)
address("receipts, as many as fit", "/receipts", lambda wire: work(wire, MANY))
address("receipts, a wrong number", "/receipts?number=12", work)
address("earnings, none yet", "/earnings", make_card)
address("earnings", "/earnings", work)
address("settings", "/settings")
address("settings of a card", "/settings", work)
address("help", "/help")
address("a barrier reported", "/problem")
address("privacy", "/privacy")
address("accessibility", "/accessibility")
address("terms", "/terms")
address("leave", "/leave", make_card)
address("goodbye", "/leave")
address("no such page", "/nothing-here")
for slug in POOLS:
    address(f"pool {slug}", f"/pools/{slug}", make_card)


def page(name: str) -> Callable[[Way], Way]:
    """Keep a page that takes more steps."""

    def keep(way: Way) -> Way:
        PAGES[name] = way
        return way

    return keep


def task(slug: str) -> None:
    """Keep the pages of a pool's task: as it is, in light mode, and with its problem."""
    path = f"/task/{slug}"

    @page(f"task {slug}")
    def whole(wire: Wire) -> Reply:
        return begin(wire, slug)

    @page(f"task {slug}, light")
    def light(wire: Wire) -> Reply:
        wire.save_data()
        return begin(wire, slug)

    @page(f"task {slug}, not answered")
    def problem(wire: Wire) -> Reply:
        return wire.post(path, token=begin(wire, slug).token, do="answer")


for slug in (*ONE_PAGE, FIELDS, HIDDEN, TREE, SOUND):
    task(slug)


def turn(wire: Wire, page: Reply, number: int, **answers: str) -> Reply:
    """What comes back when a page of the survey is sent with Next."""
    return wire.post(page.path, token=page.token, page=str(number), do="continue", **answers)


@page("survey, first page")
def survey(wire: Wire) -> Reply:
    return begin(wire, SURVEY)


@page("survey, second page")
def survey_second(wire: Wire) -> Reply:
    first = begin(wire, SURVEY)
    turn(wire, first, 1, answer__line="Often slow")
    return wire.get(first.path)


@page("survey, a mistake")
def survey_mistake(wire: Wire) -> Reply:
    return turn(wire, survey_second(wire), 2, answer__minutes="many")


@page("survey, last page")
def survey_last(wire: Wire) -> Reply:
    first = begin(wire, SURVEY)
    turn(wire, first, 1, answer__tools="A screen reader")
    return wire.get(first.path)


def looked(what: str, slug: str, **typed: str) -> None:
    """Keep the page after a look into a pool's tree."""

    @page(f"task {slug}, {what}")
    def look(wire: Wire) -> Reply:
        first = begin(wire, slug)
        sent = {f"answer__category{part}": words for part, words in typed.items()}
        return wire.post(first.path, token=first.token, do="look", **sent)


SHOP = "find-the-category"
looked("opened", SHOP, __find="", **{"": "Drinks"})
looked("found", SHOP, __find="ca")
looked("not found", SHOP, __find="qqq")
looked("opened", TREE, __find="", **{"": f"{name(7)} 7"})
looked("found", TREE, __find="smoked")

PAGES["card shown"] = make_card
PAGES["break"] = lambda wire: work(wire, 3, "3")
PAGES["task after a skip"] = skip


@page("card with a wrong code")
def wrong_code(wire: Wire) -> Reply:
    return wire.post("/card", token=wire.get("/card").token, code="1234 5678")


@page("a barrier report")
def barrier_report(wire: Wire) -> Reply:
    return wire.post("/problem", token=wire.get("/problem").token, page="", barrier="It is slow.")


@page("no work")
def no_work(wire: Wire) -> Reply:
    return wire.get(send(wire, begin(wire, FEW)).headers["location"])


@page("no work, the own limit reached")
def own_limit(wire: Wire) -> Reply:
    page = begin(wire, "spam-or-not")
    wire.post("/settings", token=wire.get("/settings").token, day_limit="10")
    # The first one was dealt before there was a limit.
    for _ in range(11):
        page = wire.get(send(wire, page).headers["location"])
    assert "/settings#day_limit" in page.text
    return page


@page("receipt")
def receipt_of_answer(wire: Wire) -> Reply:
    work(wire)
    return wire.get(receipt(wire))


@page("receipt of a skip")
def receipt_of_skip(wire: Wire) -> Reply:
    skip(wire)
    return wire.get(receipt(wire))


@page("change")
def change(wire: Wire) -> Reply:
    work(wire)
    return wire.get(f"{receipt(wire)}/change")


@page("kept after the sitting had ended")
def kept(wire: Wire) -> Reply:
    first = begin(wire, FEW)
    wire.post("/leave", token=wire.get("/leave").token)
    answer = {"token": first.token, "answer__verdict": first.option}
    return wire.post(first.path, do="answer", **answer)


def practised(wire: Wire, slug: str, **answers: str) -> Reply:
    """The first practice task of a pool after its answer."""
    first = begin(wire, slug, do="practice")
    sent = wire.post(first.path, token=first.token, do="answer", **answers)
    return wire.get(sent.headers["location"])


PAGES["practice task"] = lambda wire: begin(wire, "spam-or-not", do="practice")
PAGES["practice, the known answer"] = lambda wire: practised(wire, "spam-or-not", **SPAM)
PAGES["practice, another answer"] = lambda wire: practised(wire, "old-print", **LINE)
address(
    "practice to read", "/practice/spam-or-not", lambda wire: practised(wire, "spam-or-not", **SPAM)
)
address(
    "practice with a picture",
    "/practice/old-print",
    lambda wire: practised(wire, "old-print", **LINE),
)


@page("practice done again")
def practice_again(wire: Wire) -> Reply:
    practised(wire, "spam-or-not", **SPAM)
    again = wire.get(f"{receipt(wire)}/change")
    path = "/task/spam-or-not"
    return wire.post(path, token=again.token, do="answer", answer__verdict="Not spam")


@page("refused")
def refused(wire: Wire) -> Reply:
    return wire.post(f"/task/{FEW}", do="answer")
