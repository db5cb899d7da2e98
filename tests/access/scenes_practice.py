"""The ways to practice: its tasks, what is known of them, and all of it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from sqlalchemy import update

from app.pages.worker import pools
from app.rules.practice import DROPPED, KEPT
from app.store import tables
from tests.access.scenes_leftovers import SCENES, scene
from tests.access.visit import Visit
from tests.site import Person, Site

__all__ = ["SCENES", "scene"]

SPAM, PRINT = "spam-or-not", "old-print"
# The first message is spam.
RIGHT, WRONG = "Spam", "Not spam"


def practised(person: Person, choice: str) -> None:
    """Answer the first practice task."""
    person.practise(SPAM).form().choose(choice).press("Send answer")


def open_latest(visit: Visit) -> None:
    """Open the page that came after the answer."""
    links = [each.get("href") for each in visit.person.visit("/receipts").every("a")]
    visit.open(next(href for href in links if href.startswith("/receipts/")) + "?said=sent")


@scene
def practice_task(visit: Visit) -> None:
    visit.sit().practise(SPAM)
    visit.open(f"/task/{SPAM}")


@scene
def practice_task_problem(visit: Visit) -> None:
    practice_task(visit)
    visit.press("Send answer")


@scene
def practice_right(visit: Visit) -> None:
    practised(visit.sit(), RIGHT)
    open_latest(visit)


@scene
def practice_wrong(visit: Visit) -> None:
    practised(visit.sit(), WRONG)
    open_latest(visit)


@scene
def practice_wrong_line(visit: Visit) -> None:
    form = visit.sit().practise(PRINT).form()
    form.fill("What is printed on this line?", "To the Senate").press("Send answer")
    open_latest(visit)


@scene
def practice_hidden(visit: Visit) -> None:
    practised(visit.sit(), RIGHT)
    visit.during(visit.site.terms(SPAM, hide=True))
    open_latest(visit)


@scene
def practice_done_again(visit: Visit) -> None:
    practice_wrong(visit)
    visit.press("Do this one again, without pay")
    visit.choose(1)
    visit.press("Send answer")


@scene
def practice_task_again(visit: Visit) -> None:
    practice_wrong(visit)
    visit.press("Do this one again, without pay")


@scene
def practice_to_read(visit: Visit) -> None:
    practised(visit.sit(), WRONG)
    visit.open(f"/practice/{SPAM}")


@scene
def practice_passed_over(visit: Visit) -> None:
    visit.sit().practise(PRINT).form().press("Pass over this practice")
    visit.open(f"/practice/{PRINT}?said=skip")


@scene
def practice_on_the_pools_page(visit: Visit) -> None:
    practised(visit.sit(), RIGHT)
    later = pools.now() + timedelta(days=8)
    visit.during(patch.object(pools, "now", lambda: later))
    visit.open(f"/pools/{SPAM}")


@scene
def practice_with_a_doubtful_answer(visit: Visit) -> None:
    practised(visit.sit(), WRONG)
    visit.during(all_dropped(visit.site))
    open_latest(visit)


@contextmanager
def all_dropped(site: Site) -> Iterator[None]:
    """A site on which no known answer is shown for a while."""
    for ruling in (DROPPED, KEPT):
        said = update(tables.known).values(ruling=ruling)
        site.parts.store.write(lambda unit, said=said: unit.execute(said))
        if ruling == DROPPED:
            yield


@scene
def practice_in_my_work(visit: Visit) -> None:
    practised(visit.sit(), RIGHT)
    visit.open("/mine")


@scene
def practice_of_a_sound(visit: Visit) -> None:
    form = visit.sit().practise("type-what-you-hear").form()
    form.fill("What is said?", "and").press("Send answer")
    visit.open("/practice/type-what-you-hear")


@scene
def practice_in_a_tree(visit: Visit) -> None:
    form = visit.sit().practise("find-the-category").form()
    form.choose("I can't tell").press("Send answer")
    open_latest(visit)
