"""A sitting in a tree of categories: walked, searched, sent too soon, changed; in any browser."""

import pytest

from tests.journeys.conftest import Opener
from tests.journeys.speech import Speech
from tests.journeys.test_whole_way import RECEIPT, TASK, WAYS
from tests.site import Site

POOL = "find-the-category"
# The words to find one leaf by, and the names on the way to another one.
SOUGHT = {"en": "kefir", "es": "kefir", "ar": "كفير"}
FOUND = {
    "en": "Dairy and eggs > Yogurt and kefir",
    "es": "Lácteos y huevos > Yogur y kéfir",
    "ar": "ألبان وبيض > زبادي وكفير",
}
WALKED = {
    "en": ("Drinks", "Juice", "Smoothies"),
    "es": ("Bebidas", "Jugo", "Batidos de fruta"),
    "ar": ("مشروبات", "عصير", "فواكه مخفوقة"),
}


@pytest.mark.parametrize(("make", "language"), WAYS)
def test_a_sitting_in_a_tree(another: Opener, site: Site, language: str) -> None:
    say = Speech(language)
    browser = another().open(f"{site.address}/settings")
    browser.choose(say.name()).press("Keep these settings")
    browser.open(f"{site.address}/card/new").press(say("Make my card"))
    browser.open(f"{site.address}/pools/{POOL}").press(say("Start without practice"))
    browser.expect(say(TASK, number=1, goal=3))
    top, branch, leaf = WALKED[language]
    more = say("(more inside)")
    browser.choose(f"{top} {more}").press(say("Open"))
    browser.expect(say("You are in: %(path)s", path=top), say(TASK, number=1, goal=3))
    browser.choose(f"{branch} {more}").press(say("Send answer"))
    browser.expect(say("There is a problem"), leaf)
    browser.press(say("One level up")).expect(branch)
    browser.choose(f"{branch} {more}").press(say("Open")).expect(leaf)
    browser.choose(leaf).press(say("Send answer"))
    browser.expect(say(RECEIPT), say(TASK, number=2, goal=3))
    box = say("Search in all categories")
    browser.type(box, "qqq").press(say("Search"))
    browser.expect(say("No category fits these words. Try others, or walk through the list."))
    browser.type(box, SOUGHT[language]).press(say("Search"))
    browser.expect(say.counted("%(num)s category fits.", "%(num)s categories fit.", 1))
    browser.choose(FOUND[language]).press(say("Send answer"))
    browser.expect(say(RECEIPT), say(TASK, number=3, goal=3))
    browser.press(say("Stop")).press(say("Receipts"))
    browser.expect(say.title(POOL))
