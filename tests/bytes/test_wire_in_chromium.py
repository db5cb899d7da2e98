"""What pages cost as Chromium counts it, and that it asks for nothing else."""

import json
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.bytes.reference import slug
from tests.bytes.test_wire import FIRST_TASK, NEXT_TASK


@pytest.fixture
def at_task(any_browser: Chrome, port: int) -> Chrome:
    """Chromium with a card, at the first task, with nothing of the site in its cache."""
    address = f"http://127.0.0.1:{port}"
    any_browser.get(f"{address}/card/new")
    press(any_browser, "Make my card")
    any_browser.get(f"{address}/pools/{slug('en')}")
    press(any_browser, "Start")
    any_browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    any_browser.get("about:blank")
    any_browser.get_log("performance")
    any_browser.get(f"{address}/task/{slug('en')}")
    return any_browser


def press(driver: Chrome, words: str) -> None:
    page = driver.find_element(By.TAG_NAME, "html")
    driver.find_element(By.XPATH, f'//main//button[normalize-space()="{words}"]').click()
    WebDriverWait(driver, 10, 0.05).until(
        lambda _: driver.find_element(By.TAG_NAME, "html") != page
    )


def received(driver: Chrome) -> list[int]:
    """The size of each response on the wire since the log was read last."""
    sizes = []
    for entry in driver.get_log("performance"):
        event: dict[str, Any] = json.loads(entry["message"])["message"]
        said = event["params"]
        if event["method"] == "Network.loadingFinished":
            sizes.append(int(said["encodedDataLength"]))
        elif event["method"] == "Network.requestWillBeSent" and "redirectResponse" in said:
            sizes.append(int(said["redirectResponse"]["encodedDataLength"]))
    # What comes out of the cache has no size, nor has the icon that is no file.
    return [size for size in sizes if size]


def test_the_first_task_page_is_two_requests(at_task: Chrome) -> None:
    sizes = received(at_task)
    assert len(sizes) == 2
    assert sum(sizes) <= FIRST_TASK


def test_the_next_task_is_two_small_answers(at_task: Chrome) -> None:
    at_task.find_element(By.XPATH, '//label[normalize-space()="Spam"]').click()
    received(at_task)
    press(at_task, "Send answer")
    sizes = received(at_task)
    assert "Your last answer has receipt" in at_task.find_element(By.TAG_NAME, "main").text
    assert len(sizes) == 2
    assert sum(sizes) <= NEXT_TASK
