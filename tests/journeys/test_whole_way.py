"""A person's whole way: from no card at all to finding everything again in another browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser import forget
from tests.journeys.desktop import Desktop
from tests.journeys.terminal import TextBrowser
from tests.journeys.text_browsers import Lynx, W3m
from tests.site import Site

Browser = Desktop | TextBrowser
Opener = Callable[[], Browser]
CODE = re.compile(r"\d{3}(?: \d{3}){5}")
LINE = "To the Senate and House of Representatives:"


MAKES = {"script": "browser", "no-script": "plain_browser", "w3m": W3m, "lynx": Lynx}


@pytest.fixture(params=MAKES.values(), ids=MAKES)
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Each call is another new browser of the same make."""
    with ExitStack() as stack:

        def opened() -> Browser:
            if isinstance(request.param, str):
                driver: Chrome = request.getfixturevalue(request.param)
                return Desktop(forget(driver))
            home = tmp_path / str(len(list(tmp_path.iterdir())))
            home.mkdir()
            made: TextBrowser = stack.enter_context(closing(request.param(home)))
            return made

        yield opened


def test_the_whole_way(another: Opener, site: Site) -> None:
    browser = another().open(f"{site.address}/")
    browser.press("Start").press("Make my card").expect("Your card")
    code = CODE.search(browser.text)
    assert code, browser.text
    browser.press("Go on to My work").expect("My work")
    a_choice_with_a_mistake(browser)
    browser.press("Stop").expect("My work", "Go on with")
    a_line_of_print(browser)
    browser.press("Stop").expect("My work")
    three_tasks_and_a_break(browser)
    browser.press("Earnings").expect("You earned €0.47")
    browser.press("Leave").press("Leave this computer").expect("You have left")
    everything_is_found(another().open(f"{site.address}/card"), code[0])


def a_choice_with_a_mistake(browser: Browser) -> None:
    browser.press("Which shelf does this product belong on?").press("Start")
    browser.expect("Task 1 of 3").press("Send answer")
    browser.expect("There is a problem", "Choose one of the answers.", "Task 1 of 3")
    browser.choose("I can't tell").press("Send answer")
    browser.expect("Your last answer has receipt", "Task 2 of 3")


def a_line_of_print(browser: Browser) -> None:
    browser.press("Type a line of old print").press("Start").expect("Task 1 of 3")
    browser.type("What is printed on this line?", LINE).press("Send answer")
    browser.expect("Your last answer has receipt", "Task 2 of 3")


def three_tasks_and_a_break(browser: Browser) -> None:
    browser.press("Is this message spam?").press("Start")
    for number in (1, 2, 3):
        browser.expect(f"Task {number} of 3").choose("Not spam").press("Send answer")
    browser.expect("You did 3 tasks", "You earned €0.15", "good place for a break")


def everything_is_found(browser: Browser, code: str) -> None:
    browser.type("The code of your card", code.replace(" ", "")).press("Open my card")
    browser.expect("My work", "Go on with “Type a line of old print”")
    browser.press("Receipts").expect("Type a line of old print", "Is this message spam?")
    browser.press("Earnings").expect("You earned €0.47")


def test_lynx_ticks_no_answer_for_a_person(site: Site, tmp_path: Path) -> None:
    with closing(Lynx(tmp_path)) as lynx:
        lynx.open(f"{site.address}/card/new").press("Make my card").press("Go on to My work")
        lynx.press("Is this message spam?").press("Start").expect("Task 1 of 3")
        assert lynx.chosen("Not answered yet")
        lynx.press("Send answer").expect("There is a problem", "Choose one of the answers.")
        assert lynx.chosen("Not answered yet")


def test_only_lynx_is_offered_no_answer(site: Site, tmp_path: Path) -> None:
    with closing(W3m(tmp_path)) as w3m:
        w3m.open(f"{site.address}/card/new").press("Make my card").press("Go on to My work")
        w3m.press("Is this message spam?").press("Start").expect("Task 1 of 3")
        assert not w3m.shows("Not answered yet")
        assert not w3m.chosen("Spam")
