"""The conditions that a reader may set: window, text size, text spacing, colours."""

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver import Chrome

from tests.access.checks.looking import settle


@contextmanager
def window(driver: Chrome, width: int, height: int, scale: float = 1) -> Iterator[None]:
    """A window of so many CSS pixels; the scale is the zoom that makes it so."""
    size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    settle(driver)
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        settle(driver)


@contextmanager
def preference(driver: Chrome, **features: str) -> Iterator[None]:
    """Preferences such as forced_colors="active" or prefers_color_scheme="dark"."""
    named = [{"name": key.replace("_", "-"), "value": value} for key, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": named})
    settle(driver)
    try:
        for each in named:
            query = f"({each['name']}: {each['value']})"
            assert driver.execute_script("return matchMedia(arguments[0]).matches", query), query
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        settle(driver)


@contextmanager
def own_text_size(driver: Chrome, pixels: int) -> Iterator[None]:
    """The reader's own text size in the browser's settings, which is 16 at first."""
    driver.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": {"standard": pixels}})
    settle(driver)
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": {"standard": 16}})
        settle(driver)


@contextmanager
def own_style(driver: Chrome, rules: str) -> Iterator[None]:
    """A style sheet of the reader's own."""
    # A sheet made by script is let through by the page's policy; a style element is not.
    driver.execute_script(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);"
        "document.adoptedStyleSheets = [sheet];",
        rules,
    )
    settle(driver)
    try:
        yield
    finally:
        driver.execute_script("document.adoptedStyleSheets = [];")
        settle(driver)


@contextmanager
def own_setting(driver: Chrome, name: str, value: str) -> Iterator[None]:
    """A setting of the site, as its pages carry it."""
    driver.execute_script(
        "document.documentElement.dataset[arguments[0]] = arguments[1]", name, value
    )
    settle(driver)
    try:
        yield
    finally:
        driver.execute_script("delete document.documentElement.dataset[arguments[0]]", name)
        settle(driver)
