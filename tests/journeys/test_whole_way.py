"""A person's whole way: from no card at all to finding everything again in another browser."""

import re
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from tests.journeys.conftest import Browser, Opener
from tests.journeys.speech import Speech
from tests.journeys.text_browsers import Lynx, W3m
from tests.site import Site

CODE = re.compile(r"\d{3}(?: \d{3}){5}")
LINE = "To the Senate and House of Representatives:"
SHELF, PRINT, SPAM = "find-the-shelf", "old-print", "spam-or-not"
START = "Start without practice"
TASK = "Task %(number)s of %(goal)s"
RECEIPT = "Your last answer has receipt %(number)s."


MAKES = {"script": "browser", "no-script": "plain_browser", "w3m": W3m, "lynx": Lynx}
# With each make in English, and each other language with one make, the rest is for the full matrix.
OTHERS = [("no-script", "es"), ("w3m", "ar")]
WAYS = [
    pytest.param(
        MAKES[make],
        language,
        id=f"{make}-{language}",
        marks=[] if language == "en" or (make, language) in OTHERS else pytest.mark.every,
    )
    for make, language in product(MAKES, ("en", "es", "ar"))
]


@pytest.mark.parametrize(("make", "language"), WAYS)
def test_the_whole_way(another: Opener, site: Site, language: str) -> None:
    say = Speech(language)
    browser = another().open(f"{site.address}/")
    choose_a_language(browser, say)
    browser.press(say("New card")).press(say("Make my card")).expect(say("Your card"))
    code = CODE.search(browser.text)
    assert code, browser.text
    browser.press(say("Go on to My work")).expect(say("My work"))
    a_choice_with_a_mistake(browser, say)
    browser.press(say("Stop")).expect(say("My work"), say("Go on with “%(title)s”"))
    a_line_of_print(browser, say)
    browser.press(say("Stop")).expect(say("My work"))
    three_tasks_and_a_break(browser, say)
    browser.press(say("Earnings")).expect(say.earned(47))
    browser.press(say("Leave")).press(say("Leave this computer")).expect(say("You have left"))
    elsewhere = another().open(f"{site.address}/card")
    everything_is_found(elsewhere, say, code[0])


def choose_a_language(browser: Browser, say: Speech) -> None:
    browser.press("Settings").choose(say.name()).press("Keep these settings")
    browser.expect(say("Your settings are kept until you close this browser or leave."))


def a_choice_with_a_mistake(browser: Browser, say: Speech) -> None:
    browser.press(say.title(SHELF)).press(say(START))
    browser.expect(say(TASK, number=1, goal=3)).press(say("Send answer"))
    browser.expect(
        say("There is a problem"), say("Choose one of the answers."), say(TASK, number=1, goal=3)
    )
    browser.choose(say.choice(SHELF, -1)).press(say("Send answer"))
    browser.expect(say(RECEIPT), say(TASK, number=2, goal=3))


def a_line_of_print(browser: Browser, say: Speech) -> None:
    browser.press(say.title(PRINT)).press(say(START)).expect(say(TASK, number=1, goal=3))
    browser.type(say.question(PRINT), LINE).press(say("Send answer"))
    browser.expect(say(RECEIPT), say(TASK, number=2, goal=3))


def three_tasks_and_a_break(browser: Browser, say: Speech) -> None:
    browser.press(say.title(SPAM)).press(say(START))
    for number in (1, 2, 3):
        browser.expect(say(TASK, number=number, goal=3)).choose(say.choice(SPAM, 1))
        browser.press(say("Send answer"))
    browser.expect(
        say.counted("You did %(num)s task", "You did %(num)s tasks", 3),
        say("You earned %(money)s. It is in your earnings now.", money=say.money(15)),
    )


def everything_is_found(browser: Browser, say: Speech, code: str) -> None:
    # A card brings its language with it.
    browser.type("The code of your card", code.replace(" ", "")).press("Open my card")
    browser.expect(say("My work"), say("Go on with “%(title)s”", title=say.title(PRINT)))
    browser.press(say("Receipts")).expect(say.title(PRINT), say.title(SPAM))
    browser.press(say("Earnings")).expect(say.earned(47))


def test_lynx_ticks_no_answer_for_a_person(site: Site, tmp_path: Path) -> None:
    with closing(Lynx(tmp_path)) as lynx:
        lynx.open(f"{site.address}/card/new").press("Make my card").press("Go on to My work")
        lynx.press("Is this message spam?").press("Start without practice").expect("Task 1 of 3")
        assert lynx.chosen("Not answered yet")
        lynx.press("Send answer").expect("There is a problem", "Choose one of the answers.")
        assert lynx.chosen("Not answered yet")


def test_only_lynx_is_offered_no_answer(site: Site, tmp_path: Path) -> None:
    with closing(W3m(tmp_path)) as w3m:
        w3m.open(f"{site.address}/card/new").press("Make my card").press("Go on to My work")
        w3m.press("Is this message spam?").press("Start without practice").expect("Task 1 of 3")
        assert not w3m.shows("Not answered yet")
        assert not w3m.chosen("Spam")
