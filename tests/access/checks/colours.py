"""What stays visible in colours that the reader chose, and that nothing moves."""

from selenium.webdriver import Chrome

from tests.access.checks.conditions import preference
from tests.access.checks.looking import look


def forced_colours(driver: Chrome) -> list[str]:
    """In high contrast all text, edges and boxes stay visible."""
    with preference(driver, forced_colors="active"):
        found = [*look(driver, "faded"), *look(driver, "edgeless")]
    return [f"in forced colours: {problem}" for problem in found]


def edges(driver: Chrome) -> list[str]:
    """What is pressed or filled in has an edge that can be seen (1.4.11)."""
    found: list[str] = look(driver, "pale")
    return found


def motion(driver: Chrome) -> list[str]:
    """Nothing moves, slides or fades, whether or not the reader asked for less motion."""
    found: list[str] = look(driver, "moving")
    return found
