"""Looking at the page that a browser shows: by script, and by its pixels."""

import io
from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image
from selenium.webdriver import Chrome

SCRIPTS = Path(__file__).parent / "scripts"
SHARED = ("words", "ink")


@cache
def script(name: str) -> str:
    """One of the scripts beside this module, with the words that all of them use."""
    return "\n".join((SCRIPTS / f"{each}.js").read_text("utf-8") for each in (*SHARED, name))


def look(driver: Chrome, name: str, *arguments: object) -> Any:
    """Run a script in the page and hand out what it returns."""
    return driver.execute_script(script(name), *arguments)


def settle(driver: Chrome) -> None:
    """Wait until the page is drawn."""
    driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")


def picture(driver: Chrome, part: dict[str, float]) -> Image.Image:
    """What a part of the page shows now."""
    settle(driver)
    wanted = {"format": "png", "clip": {**part, "scale": 1}}
    shown = driver.execute_cdp_cmd("Page.captureScreenshot", wanted)
    return Image.open(io.BytesIO(b64decode(shown["data"]))).convert("RGB")
