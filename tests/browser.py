"""Headless Chromium for tests, with and without JavaScript, that reaches this machine only."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_selenium_python import Axe
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

AXE_CORE = Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js"
AXE_TAGS = [
    "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22aa", "wcag22aaa",
    "best-practice",
]  # fmt: skip
# AAA rules are off unless named.
AXE_MORE = (
    "color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions",
    "target-size",
)  # fmt: skip

ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",  # root has no sandbox
    "--disable-dev-shm-usage",  # /dev/shm is small in containers
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--window-size=1280,900",
    "--lang=en",
    # Loopback goes past a proxy; everything else meets a closed door.
    "--proxy-server=http://127.0.0.1:9",
]


def chromium(javascript: bool = True, *arguments: str) -> Chrome:
    """Start a Chromium; whoever calls this quits it."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.fail("Chromium or its driver is missing: run tests/setup/tools", pytrace=False)
    options = ChromeOptions()
    options.binary_location = program
    for argument in (*ARGUMENTS, *arguments):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not javascript:
        switch = "profile.managed_default_content_settings.javascript"
        options.add_experimental_option("prefs", {switch: 2})
    # Without the driver's path Selenium would ask the network for one.
    started = Chrome(options=options, service=Service(driver))
    started.set_page_load_timeout(30)
    started.set_script_timeout(30)
    return started


def forget(driver: Chrome) -> Chrome:
    """Bring a browser back to what a new one is: no cookies, no cache, its first size."""
    for window in driver.window_handles[1:]:
        driver.switch_to.window(window)
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    driver.get("about:blank")
    for command in (
        "Network.enable",
        "Network.clearBrowserCookies",
        "Network.clearBrowserCache",
        "Emulation.clearDeviceMetricsOverride",
    ):
        driver.execute_cdp_cmd(command, {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    driver.set_window_size(1280, 900)
    driver.get_log("performance")
    driver.get_log("browser")
    return driver


def accessibility_problems(driver: Chrome) -> list[str]:
    """What axe-core finds wrong with the page that is open, each as rule, help and element.

    The page must be open in a browser with JavaScript: without, axe-core never comes back.
    """
    axe = Axe(driver, script_url=str(AXE_CORE))
    if not driver.execute_script("return 'axe' in window"):
        axe.inject()
    options = {
        "runOnly": {"type": "tag", "values": AXE_TAGS},
        "rules": {name: {"enabled": True} for name in AXE_MORE},
        "resultTypes": ["violations"],
        "preload": False,  # media is never waited for
    }
    found: dict[str, Any] = axe.run(options=json.dumps(options))
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.fixture(scope="session")
def chromium_with_script() -> Iterator[Chrome]:
    """The session's Chromium with JavaScript; tests use `browser`."""
    driver = chromium()
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def chromium_without_script() -> Iterator[Chrome]:
    """The session's Chromium without JavaScript; tests use `plain_browser`."""
    driver = chromium(javascript=False)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium_with_script: Chrome) -> Chrome:
    """Chromium with JavaScript, as new."""
    return forget(chromium_with_script)


@pytest.fixture
def plain_browser(chromium_without_script: Chrome) -> Chrome:
    """Chromium without JavaScript, as new."""
    return forget(chromium_without_script)


@pytest.fixture(params=["browser", "plain_browser"])
def any_browser(request: pytest.FixtureRequest) -> Chrome:
    """Chromium with JavaScript, then without."""
    driver: Chrome = request.getfixturevalue(request.param)
    return driver
