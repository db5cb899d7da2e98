"""The ways to the pages that come after tasks: breaks, receipts, pay, leaving, and errors."""

import time
from unittest.mock import patch

from sqlalchemy import update
from werkzeug.exceptions import InternalServerError

from app.actions.showing import StoreAwayError
from app.rules.hide import hour_of
from app.store import tables
from tests.access.scenes import SCENES, SPAM, address, scene
from tests.access.visit import Visit
from tests.reading.page import Page
from tests.site import FIELDS, Person, answered

__all__ = ["SCENES"]

address("error_404", "/nothing-here")
address("error_405", "/card/renew")


def reach_break(person: Person) -> Page:
    """The page after three tasks of three."""
    page = person.start("spam-or-not")
    for _ in range(3):
        page = answered(page)
    return page


def open_receipt(visit: Visit, number: int = 0) -> None:
    """Open one of the person's receipts, the latest first."""
    links = [each.get("href") for each in visit.person.visit("/receipts").every("a")]
    visit.open([href for href in links if href.startswith("/receipts/")][number])


@scene
def break_after_three(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.open(SPAM)


@scene
def break_minutes_problem(visit: Visit) -> None:
    break_after_three(visit)
    visit.type("minutes", "0")
    visit.press("Say how long")


@scene
def break_minutes_noted(visit: Visit) -> None:
    break_after_three(visit)
    visit.type("minutes", "2.5")
    visit.press("Say how long")


@scene
def task_after_a_pause(visit: Visit) -> None:
    answered(visit.sit().start("spam-or-not"))
    long_ago = hour_of(time.time()) - 13
    waited = update(tables.hold).values(since=long_ago)
    visit.site.parts.store.write(lambda unit: unit.execute(waited))
    visit.open(SPAM)


@scene
def no_work_left(visit: Visit) -> None:
    answered(visit.sit().start("few-messages", "Until I stop"))
    visit.open("/task/few-messages")


@scene
def no_work_money(visit: Visit) -> None:
    visit.sit().start("no-money").form().press("Skip")
    visit.during(visit.site.terms("no-money", budget=0))
    visit.open("/task/no-money")


@scene
def pool_no_money(visit: Visit) -> None:
    visit.sit()
    visit.during(visit.site.terms("no-money", budget=0))
    visit.open("/pools/no-money")


def standing_still(state: str) -> None:
    """Keep the ways to the pages of a pool that is paused or closed."""

    def no_work(visit: Visit) -> None:
        answered(visit.sit().start("few-messages"))
        visit.during(visit.site.terms("few-messages", state=state))
        visit.open("/task/few-messages")

    def pool(visit: Visit) -> None:
        visit.sit()
        visit.during(visit.site.terms("few-messages", state=state))
        visit.open("/pools/few-messages")

    no_work.__name__, pool.__name__ = f"no_work_{state}", f"pool_{state}"
    scene(no_work)
    scene(pool)


standing_still("paused")
standing_still("closed")


@scene
def receipts_many(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.open("/receipts")


@scene
def receipts_between(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.during(patch("app.pages.worker.receipts.MOST", 1))
    visit.open("/receipts?past=1")


@scene
def earnings_between(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.during(patch("app.pages.worker.money.MOST", 1))
    visit.open("/earnings?past=1")


@scene
def receipts_problem(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.open("/receipts?number=12")


@scene
def receipt_answered(visit: Visit) -> None:
    answered(visit.sit().start("old-print"))
    open_receipt(visit)


@scene
def receipt_of_every_field(visit: Visit) -> None:
    form = visit.sit().start(FIELDS).form()
    form.fill("Give one text", "Shop 7").fill("Give one long_text", "Bread").tick("Milk")
    form.fill("Give one number", "12.5").fill("Give one link", "www.example.org")
    form.fill("Day", "7").fill("Month", "3").fill("Year", "2024").press("Send answer")
    open_receipt(visit)


@scene
def change_of_every_field(visit: Visit) -> None:
    receipt_of_every_field(visit)
    visit.press("Change your answer")


@scene
def receipt_changed(visit: Visit) -> None:
    change_page(visit)
    visit.choose(2)
    visit.press("Send the change")


@scene
def receipt_skipped(visit: Visit) -> None:
    visit.sit().start("spam-or-not").form().press("Skip")
    open_receipt(visit)


@scene
def receipt_reason_missing(visit: Visit) -> None:
    receipt_skipped(visit)
    visit.press("Say why")


@scene
def receipt_surplus(visit: Visit) -> None:
    answered(visit.sit().start("few-messages"))
    enough = update(tables.answer).values(surplus=True)
    visit.site.parts.store.write(lambda unit: unit.execute(enough))
    open_receipt(visit)


@scene
def change_page(visit: Visit) -> None:
    answered(visit.sit().start("spam-or-not"))
    open_receipt(visit)
    visit.press("Change your answer")


@scene
def change_problem(visit: Visit) -> None:
    answered(visit.sit().start("old-print"))
    open_receipt(visit)
    visit.press("Change your answer")
    visit.clear("text")
    visit.press("Send the change")


@scene
def earnings(visit: Visit) -> None:
    reach_break(visit.sit())
    visit.open("/earnings")


@scene
def kept(visit: Visit) -> None:
    visit.sit().start("find-the-shelf")
    visit.open("/task/find-the-shelf")
    visit.choose(2)
    visit.person.leave()
    visit.press("Send answer")


@scene
def kept_for_another_card(visit: Visit) -> None:
    visit.sit().start("find-the-shelf")
    visit.open("/task/find-the-shelf")
    visit.choose(2)
    Person(visit.site).make_card().sit_at(visit.driver)
    visit.press("Send answer")


@scene
def error_403(visit: Visit) -> None:
    visit.sit().start("old-print")
    visit.open("/task/old-print")
    visit.type("text", "To the Senate and House of Representatives:")
    visit.spoil_token()
    visit.press("Send answer")


@scene
def error_413(visit: Visit) -> None:
    visit.open("/card")
    visit.type("file", str(visit.large_file()))
    visit.press("Open my card")


@scene
def error_500(visit: Visit) -> None:
    visit.during(visit.site.broken("first.help_page", InternalServerError()))
    visit.open("/help")


@scene
def error_503(visit: Visit) -> None:
    visit.sit().start("old-print")
    visit.open("/task/old-print")
    visit.type("text", "To the Senate and House of Representatives:")
    visit.during(visit.site.broken("tasks.act", StoreAwayError()))
    visit.press("Send answer")
