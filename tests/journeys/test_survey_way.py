"""A survey walked in real browsers: a mistake, a way back, and the rest in another browser."""

import pytest

from tests.journeys.conftest import Browser, Opener
from tests.journeys.speech import Speech
from tests.journeys.test_whole_way import CODE, RECEIPT, TASK, WAYS, choose_a_language
from tests.site import SURVEY, Site


def page(say: Speech, number: int) -> str:
    title = say(TASK, number=1, goal=3)
    return say("%(title)s, page %(page)s", title=title, page=number)


@pytest.mark.parametrize(("make", "language"), WAYS)
def test_a_survey(another: Opener, site: Site, language: str) -> None:
    say = Speech(language)
    browser = another().open(f"{site.address}/")
    choose_a_language(browser, say)
    browser.press(say("New card")).press(say("Make my card")).expect(say("Your card"))
    code = CODE.search(browser.text)
    assert code, browser.text
    browser.press(say("Go on to My work")).press(say.title(SURVEY)).press(say("Start"))
    browser.expect(page(say, 1)).choose(say.field(SURVEY, "line").choices[1])
    browser.press(say("Next")).expect(page(say, 2), say.field(SURVEY, "weak_line").heading)
    a_mistake_and_a_way_back(browser, say)
    browser.press(say("Stop")).expect(say("My work"))
    elsewhere = another().open(f"{site.address}/card")
    # A card brings its language with it.
    elsewhere.type("The code of your card", code[0].replace(" ", "")).press("Open my card")
    elsewhere.press(say("Go on with “%(title)s”", title=say.title(SURVEY)))
    elsewhere.expect(say.field(SURVEY, "stopped").label)
    elsewhere.choose(say.field(SURVEY, "stopped").choices[1]).press(say("Send answer"))
    elsewhere.expect(say(RECEIPT))
    elsewhere.press(say("My work")).press(say("Receipts")).expect(say.title(SURVEY))


def a_mistake_and_a_way_back(browser: Browser, say: Speech) -> None:
    minutes = f"{say.field(SURVEY, 'minutes').label} {say('(you may leave this empty)')}"
    browser.type(minutes, "2..5").press(say("Next"))
    browser.expect(say("There is a problem"), page(say, 2))
    browser.press(say("Back")).expect(page(say, 1)).press(say("Next")).expect(page(say, 2))
    browser.type(minutes, "2").press(say("Next")).expect(say.field(SURVEY, "stopped").label)
