"""Nothing is cut off or pushed aside when windows are small and letters large."""

from selenium.webdriver import Chrome

from tests.access.checks.conditions import own_style, own_text_size, window
from tests.access.checks.looking import look

LEAST = 44
SPACING = """
* { line-height: 1.5 !important }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""


def reflow(driver: Chrome, width: int = 320, height: int = 256) -> list[str]:
    """No sideways scrolling in the window that 400 % zoom leaves (1.4.10)."""
    with window(driver, width, height, 4):
        found = [*look(driver, "sideways"), *look(driver, "cut"), *look(driver, "bars")]
    return [f"at {width} × {height} px: {problem}" for problem in found]


def text_size(driver: Chrome) -> list[str]:
    """All text doubles with the reader's own text size, and nothing is lost (1.4.4)."""
    before = look(driver, "letters")
    with own_text_size(driver, 32):
        after = look(driver, "letters")
        found = [*look(driver, "sideways"), *look(driver, "cut")]
    pairs = zip(before, after, strict=True)
    found += [f"{name} stays small" for (name, old), (_, new) in pairs if new < old * 1.95]
    return [f"at double text size: {problem}" for problem in found]


def text_spacing(driver: Chrome) -> list[str]:
    """Wide spacing of lines, paragraphs, words and letters loses nothing (1.4.12)."""
    with own_style(driver, SPACING):
        found = look(driver, "cut")
        with window(driver, 320, 640):
            found += [*look(driver, "sideways"), *look(driver, "cut")]
    return [f"with wide spacing: {problem}" for problem in found]


def room(driver: Chrome) -> list[str]:
    """In the room that there is, nothing is cut, pushed aside or too small to be pressed."""
    found = [*look(driver, "sideways"), *look(driver, "cut"), *look(driver, "bars")]
    return [*found, *look(driver, "small", LEAST)]


def target_size(driver: Chrome, least: int = LEAST) -> list[str]:
    """Whatever is pressed is large enough for an unsteady hand, on a telephone too (2.5.5)."""
    found: list[str] = look(driver, "small", least)
    with window(driver, 320, 640):
        found += [f"{problem} at 320 px" for problem in look(driver, "small", least)]
    return found


def prose(driver: Chrome) -> list[str]:
    """Long text stands in lines that are short, apart, and even on one side only (1.4.8)."""
    found: list[str] = look(driver, "prose")
    return found
