"""All checks together."""

from collections.abc import Callable

from selenium.webdriver import Chrome

from tests.access.checks.colours import edges, forced_colours, motion
from tests.access.checks.keyboard import keyboard_walk, skip_link
from tests.access.checks.reading import languages, order, sides
from tests.access.checks.size import prose, reflow, room, target_size, text_size, text_spacing
from tests.browser import accessibility_problems

Check = Callable[[Chrome], list[str]]

# What can be seen at one glance, whatever the window, the colours and the language.
GLANCES: tuple[Check, ...] = (accessibility_problems, room, prose, edges, languages, sides, order)
# What is tried out in several windows, or key by key.
TRIALS: tuple[Check, ...] = (
    reflow,
    text_size,
    text_spacing,
    target_size,
    forced_colours,
    motion,
    keyboard_walk,
    skip_link,
)
CHECKS = GLANCES + TRIALS
# What depends on the colours that the reader has chosen.
COLOURED = (*GLANCES, keyboard_walk)


def problems(driver: Chrome, checks: tuple[Check, ...] = CHECKS) -> list[str]:
    """What checks find wrong with the page that is open."""
    return [f"{check.__name__}: {problem}" for check in checks for problem in check(driver)]
