"""How well the focus can be seen, by the pixels that it changes."""

from typing import Any

from PIL import Image, ImageChops
from selenium.webdriver import Chrome

from tests.access.checks.looking import picture

NOTICEABLE = 3.0  # contrast of a changed pixel, as in 2.4.13


def focus_mark(driver: Chrome, near: dict[str, float], ratio: float) -> float:
    """How many CSS pixels near it the focus changes enough to be noticed."""
    focused = picture(driver, near)
    driver.execute_script("window.left = document.activeElement; left.blur();")
    plain = picture(driver, near)
    driver.execute_script("left.focus({preventScroll: true});")
    box = ImageChops.difference(focused, plain).getbbox()
    if box is None:
        return 0
    return noticeable(focused.crop(box), plain.crop(box)) / ratio**2


def noticeable(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ by a contrast that can be seen."""
    seen: dict[tuple[Any, Any], bool] = {}
    count = 0
    for pair in zip(pixels(one), pixels(other), strict=True):
        if pair[0] == pair[1]:
            continue
        if pair not in seen:
            bright, dark = sorted(map(luminance, pair), reverse=True)
            seen[pair] = (bright + 0.05) / (dark + 0.05) >= NOTICEABLE
        count += seen[pair]
    return count


def pixels(image: Image.Image) -> list[tuple[int, int, int]]:
    """The colours of a picture, row by row."""
    raw = image.tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def luminance(colour: tuple[int, int, int]) -> float:
    """How bright a colour is, as WCAG defines it."""
    shares = (value / 255 for value in colour)
    linear = [s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
