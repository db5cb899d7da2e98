"""Everything can be reached, seen and left by keyboard alone."""

from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.access.checks.focus import focus_mark
from tests.access.checks.looking import look

# A player for sound or video, or a date, takes several steps of its own.
MANY_STOPS = 15
THICKNESS = 3  # of the line around the control; 2.4.13 asks for 2
# How stops look whose focus was seen well in this session: pictures are dear.
MARKED: set[str] = set()


def press(driver: Chrome, *keys: str) -> None:
    """Press keys, one after another."""
    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def keyboard_walk(driver: Chrome) -> list[str]:
    """Tab from the page's top to its end: reached, visible, uncovered, never caught."""
    look(driver, "top")
    try:
        return _walk(driver)
    finally:
        # What has the focus can cover something else, so the page is left without.
        look(driver, "top")


def _walk(driver: Chrome) -> list[str]:
    wanted, address = look(driver, "stops"), driver.current_url
    found = [f"only a mouse can press {name}" for name in look(driver, "mouse_only")]
    visited: list[Any] = []
    for _ in range(wanted * 2 + MANY_STOPS + 5):
        press(driver, Keys.TAB)
        if driver.current_url.split("#")[0] != address.split("#")[0]:
            return [*found, f"moving the focus opened {driver.current_url}"]
        stop = look(driver, "focused")
        if stop is None:
            break
        if visited and stop["element"] == visited[0] and len(set(visited)) > 1:
            break
        if visited.count(stop["element"]) == MANY_STOPS:
            return [*found, f"the keyboard is caught in {stop['name']}"]
        if stop["element"] not in visited:
            found += stop_problems(driver, stop)
        visited.append(stop["element"])
    else:
        return [*found, "the keyboard goes round without an end"]
    missed = wanted - len(set(visited))
    return [*found, f"the keyboard never reaches {missed} controls"] if missed > 0 else found


def stop_problems(driver: Chrome, stop: dict[str, Any]) -> list[str]:
    """What is wrong where the focus is now."""
    name, found = stop["name"], []
    if stop["silent"]:
        found.append(f"the focus goes to {name}, which is hidden from screen readers")
    if not stop["whole"]:
        found.append(f"the focus goes to {name}, which is not wholly in the window")
    elif stop["covered"]:
        found.append(f"the focus goes to {name}, which something covers")
    if stop["looks"] in MARKED:
        return found
    marked = focus_mark(driver, stop["near"], stop["ratio"])
    if marked < stop["rim"] * THICKNESS * 0.9:
        found.append(f"the focus on {name} can hardly be seen: {marked:.0f} pixels change")
    else:
        MARKED.add(stop["looks"])
    return found


def skip_link(driver: Chrome) -> list[str]:
    """The first Tab stop leads past everything before the main part."""
    look(driver, "top")
    press(driver, Keys.TAB)
    target = driver.switch_to.active_element.get_attribute("href") or ""
    if not target.startswith(driver.current_url.split("#")[0] + "#"):
        return ["the first stop is not a link within the page"]
    press(driver, Keys.ENTER, Keys.TAB)
    if look(driver, "in_main"):
        return []
    return ["after the skip link the next stop is not in the main part"]


def keys_to_answer(driver: Chrome, most: int = 20) -> list[str]:
    """The keys that answer a task with its first choice, from the page's load to the next page."""
    keys: list[str] = []
    while driver.switch_to.active_element.get_attribute("type") != "radio":
        press(driver, Keys.TAB)
        keys.append("Tab")
        assert len(keys) < most, "the keyboard does not come to a choice"
    page = driver.find_element(By.TAG_NAME, "html")
    # Enter on a choice presses the first button of its form.
    press(driver, Keys.SPACE, Keys.ENTER)
    WebDriverWait(driver, 10, ignored_exceptions=[WebDriverException]).until(
        lambda _: driver.find_element(By.TAG_NAME, "html") != page
    )
    return [*keys, "Space", "Enter"]
