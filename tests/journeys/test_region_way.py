"""A sitting in which things are marked in pictures: ticked, looked at closer, typed; anywhere."""

import pytest

from tests.journeys.conftest import Opener
from tests.journeys.speech import Speech
from tests.journeys.test_whole_way import RECEIPT, TASK, WAYS
from tests.site import WITHOUT, Site

POOL = "head-and-tail"
TYPED = "%(thing)s: or type the first and the last square, such as 2 7"
SAID = "In the large squares: %(squares)s. Size: about %(share)s of the picture. %(place)s"


@pytest.mark.parametrize(("make", "language"), WAYS)
def test_a_sitting_with_squares(another: Opener, site: Site, language: str) -> None:
    say = Speech(language)
    browser = another().open(f"{site.address}/settings")
    browser.choose(say.name()).press("Keep these settings")
    browser.open(f"{site.address}/card/new").press(say("Make my card"))
    browser.open(f"{site.address}/pools/{POOL}").press(say(WITHOUT))
    browser.expect(say(TASK, number=1, goal=3), say.question(POOL))
    head, tail = say.choice(POOL, 0), say.choice(POOL, 1)
    browser.press(say("Send answer"))
    browser.expect(say("Mark a square, or say that there is nothing to mark."))
    browser.choose("6").press(say("Look closer"))
    browser.expect(say("Untick the squares that hold nothing of it."))
    browser.expect(say("Nothing is marked here."))
    browser.choose("19").type(typed(say, tail), "16").press(say("Show what is marked"))
    browser.expect(begins(say, "6"), begins(say, "16"))
    browser.press(say("Send answer")).expect(say(RECEIPT), say(TASK, number=2, goal=3))
    browser.type(typed(say, head), "abc").press(say("Send answer"))
    browser.expect(say("There is a problem"), "abc")
    browser.choose(say("I looked, and nothing of this is in the picture"))
    browser.type(typed(say, head), "").press(say("Send answer"))
    browser.expect(say(TASK, number=3, goal=3))
    browser.press(say("Stop")).press(say("Receipts")).expect(say.title(POOL))


def typed(say: Speech, thing: str) -> str:
    return say.speaks.gettext(TYPED) % {"thing": thing}


def begins(say: Speech, squares: str) -> str:
    return say.speaks.gettext(SAID).partition("%(share)s")[0] % {"squares": squares}
