"""The sheet says the same to everybody who likes it dark, and bids nobody turn the screen."""

import re

from tests.house.sources import PROJECT

SHEET = (PROJECT / "static" / "style.css").read_text()
DARK = re.compile(r"(?:not\(\[data-theme=light\]\)|\[data-theme=dark\])\{([^}]*)\}")


def test_dark_is_the_same_whether_it_was_set_here_or_on_the_device() -> None:
    device, here = DARK.findall(SHEET)
    assert here == f"color-scheme:dark;{device}"


def test_the_sheet_asks_nobody_to_turn_the_screen() -> None:
    assert re.findall(r"@media[^{]*(?:orientation|aspect)", SHEET) == []
