"""A task with choices is answered by four keys from the page's load, and the next one too."""

import pytest
from selenium.webdriver.common.by import By

from tests.access.checks.keyboard import keys_to_answer
from tests.access.visit import Visit

# Past the skip link to the choices, choose, send.
FEWEST = ["Tab", "Tab", "Space", "Enter"]


@pytest.mark.parametrize("slug", ["spam-or-not", "find-the-shelf", "name-the-picture"])
def test_four_keys_answer_a_task_and_the_next_one(visit: Visit, slug: str) -> None:
    visit.sit().start(slug)
    visit.open(f"/task/{slug}")
    for number in (2, 3):
        assert keys_to_answer(visit.driver) == FEWEST
        assert visit.driver.find_element(By.TAG_NAME, "h1").text == f"Task {number} of 3"


def test_after_a_mistake_the_keyboard_is_at_the_summary_of_problems(visit: Visit) -> None:
    visit.sit().start("spam-or-not")
    visit.open("/task/spam-or-not")
    visit.press("Send answer")
    assert visit.driver.switch_to.active_element.get_attribute("role") == "alert"
    # One stop more than from a page without a problem's link, and one less: the skip link.
    assert keys_to_answer(visit.driver) == FEWEST
