"""The ways to a task that is answered from a tree: walked, searched, sent too soon."""

from tests.access.scenes_after import open_receipt
from tests.access.scenes_survey import SCENES, scene
from tests.access.visit import Visit

__all__ = ["SCENES", "scene"]

TREE = "/task/find-the-category"
# Where they stand among the categories at the top, and inside the fourth.
DRINKS, JUICE = 4, 2


@scene
def tree_opened(visit: Visit) -> None:
    visit.sit().start("find-the-category")
    visit.open(TREE)
    visit.choose(DRINKS)
    visit.press("Open")


@scene
def tree_opened_with_nothing_chosen(visit: Visit) -> None:
    visit.sit().start("find-the-category")
    visit.open(TREE)
    visit.press("Open")


@scene
def tree_leaf_kept_on_the_way_up(visit: Visit) -> None:
    tree_opened(visit)
    visit.choose(1)
    visit.press("One level up")


@scene
def tree_found(visit: Visit) -> None:
    visit.sit().start("find-the-category")
    visit.open(TREE)
    visit.type("category-find", {"en": "ve", "es": "ve", "ar": "خض"}[visit.view.language])
    visit.press("Search")


@scene
def tree_nothing_found(visit: Visit) -> None:
    tree_opened(visit)
    visit.type("category-find", "qqq")
    visit.press("Search")


@scene
def tree_sent_too_soon(visit: Visit) -> None:
    tree_opened(visit)
    visit.choose(JUICE)
    visit.press("Send answer")


@scene
def tree_receipt(visit: Visit) -> None:
    visit.sit().start("find-the-category").form().choose("I can't tell").press("Send answer")
    open_receipt(visit)


@scene
def tree_changed(visit: Visit) -> None:
    form = visit.sit().start("find-the-category").form().choose("Drinks").press("Open").form()
    form.choose("Water").press("Send answer")
    open_receipt(visit)
    visit.press("Change your answer")
