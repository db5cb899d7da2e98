"""A page is read in its language, from its side, in its order."""

from selenium.webdriver import Chrome

from tests.access.checks.looking import look

# The same in every language: names, and what things are called that have no other name.
NAMES = [
    "AA", "AAA", "Chromium", "Firefox", "MP3", "NVDA", "Ogg", "Orca", "Ownpace", "QR", "TalkBack",
    "VoiceOver", "WCAG", "cookies", "lynx",
]  # fmt: skip


def languages(driver: Chrome) -> list[str]:
    """Every text is in the language that is said of it, and runs as that language does (3.1.2)."""
    found: list[str] = look(driver, "foreign", NAMES)
    return found


def sides(driver: Chrome) -> list[str]:
    """Headings, fields and choices begin where the reader begins; digits run left to right."""
    found: list[str] = look(driver, "side")
    return found


def order(driver: Chrome) -> list[str]:
    """The keyboard goes from stop to stop as the page is read (2.4.3)."""
    found: list[str] = look(driver, "order")
    return found
