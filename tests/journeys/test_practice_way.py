"""Practice from its first task to the others, in any browser: passed over, done, and read again."""

import pytest

from tests.journeys.conftest import Opener
from tests.journeys.speech import Speech
from tests.journeys.test_whole_way import PRINT, SPAM, TASK, WAYS
from tests.site import Site

PRACTICE = "Practice task %(number)s of %(all)s"
DIFFERENT = "The known answer is different."
# Why the first message is spam.
WHY = {
    "en": "It promises a prize and hurries you",
    "es": "Promete un premio y mete prisa",
    "ar": "تعد بجائزة وتستعجل",
}


@pytest.mark.parametrize(("make", "language"), WAYS)
def test_practice(another: Opener, site: Site, language: str) -> None:
    say, first = Speech(language), WHY[language]
    browser = another().open(f"{site.address}/settings")
    browser.choose(say.name()).press("Keep these settings")
    browser.open(f"{site.address}/card/new").press(say("Make my card"))
    browser.open(f"{site.address}/pools/{SPAM}").press(say("Start with practice"))
    browser.expect(say(PRACTICE, number=1, all=5)).choose(say.choice(SPAM, 1))
    browser.press(say("Send answer")).expect(say(DIFFERENT), first)
    browser.press(say("Next practice task")).expect(say(PRACTICE, number=2, all=5))
    browser.press(say("Pass over this practice"))
    browser.expect(say("You passed over a practice task. You can do it later."), first)
    browser.press(say("Next practice task")).expect(say(PRACTICE, number=3, all=5))
    browser.press(say("Stop")).expect(say("My work"))
    # lynx would show the pool's page as it was.
    browser.open(f"{site.address}/practice/{SPAM}").expect(
        first, say("You have not done this one yet.")
    )
    browser.press(say("Go on to the tasks"))
    browser.open(f"{site.address}/pools/{SPAM}").press(say("Start without practice"))
    browser.expect(say(TASK, number=1, goal=3))
    browser.open(f"{site.address}/earnings").expect(say.earned(5))


@pytest.mark.parametrize(("make", "language"), [way for way in WAYS if "w3m-en" in str(way.id)])
def test_a_line_is_typed_and_compared(another: Opener, site: Site, language: str) -> None:
    say = Speech(language)
    browser = another().open(f"{site.address}/card/new").press(say("Make my card"))
    browser.open(f"{site.address}/pools/{PRINT}").press(say("Start with practice"))
    browser.type(say.question(PRINT), "to the senate and House of Representatives:")
    browser.press(say("Send answer")).expect(say("This is the known answer too."))
