"""The browser fixtures are what they say: script on or off, nothing left over, no way out."""

from pathlib import Path

import pytest
from selenium.common import WebDriverException
from selenium.webdriver import Chrome

from tests.browser import accessibility_problems

PAGE = """<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
<p id="said">no script</p>{more}</main>
<script>document.getElementById("said").textContent = "script"</script></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(more=""))
    return file.as_uri()


def said(browser: Chrome) -> str:
    return browser.find_element("id", "said").text


def test_script_runs_in_one_browser_and_not_in_the_other(
    browser: Chrome, plain_browser: Chrome, page: str
) -> None:
    browser.get(page)
    plain_browser.get(page)
    assert said(browser) == "script"
    assert said(plain_browser) == "no script"


def test_a_sound_page_has_no_problems(browser: Chrome, page: str) -> None:
    browser.get(page)
    assert accessibility_problems(browser) == []


def test_faults_are_found_up_to_the_strictest_level(browser: Chrome, tmp_path: Path) -> None:
    file = tmp_path / "faults.html"
    faults = '<img src="x.png"><input><p style="color:#767676">4.5 to 1 is not 7 to 1</p>'
    file.write_text(PAGE.format(more=faults))
    browser.get(file.as_uri())
    rules = {problem.split(":")[0] for problem in accessibility_problems(browser)}
    assert {"image-alt", "label", "color-contrast-enhanced"} <= rules


def test_the_browser_cannot_reach_another_machine(browser: Chrome) -> None:
    with pytest.raises(WebDriverException, match="ERR_PROXY_CONNECTION_FAILED"):
        browser.get("http://example.org/")
