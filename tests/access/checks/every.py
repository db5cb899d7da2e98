"""All checks together."""

from selenium.webdriver import Chrome

from tests.access.checks.colours import forced_colours, motion
from tests.access.checks.keyboard import keyboard_walk, skip_link
from tests.access.checks.size import prose, reflow, target_size, text_size, text_spacing
from tests.browser import accessibility_problems

CHECKS = (
    accessibility_problems,
    reflow,
    text_size,
    text_spacing,
    target_size,
    prose,
    forced_colours,
    motion,
    keyboard_walk,
    skip_link,
)


def every_problem(driver: Chrome) -> list[str]:
    """What all checks find wrong with the page that is open."""
    return [f"{check.__name__}: {problem}" for check in CHECKS for problem in check(driver)]
