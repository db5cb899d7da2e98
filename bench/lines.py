"""How long until the first task and the next one can be answered, on three kinds of line.

Headless Chromium, with a card and an empty cache, opens the reference task through a relay that is
as slow as the line (see `bench.relay`), by plain HTTP and not as localhost, so with gzip; then it
sends an answer. Measured is the time from the navigation's start (for the next task: from the
press on "Send answer") until the first frame in which the form's last needed control, its first
button, is on the screen: a script of the browser's own, which no page carries, waits for the
button to be in the document, then for a frame. Chromium draws no frame before the style sheet is
there, so that a frame means a page that is laid out, painted and ready to be used.

The physical bound of the same bytes: one round trip to connect (nobody asks for a name), one to
ask, then every byte at the line's rate:

    cold = 2 trips + max(bytes of page and sheet / rate, 1 trip + bytes of the sheet / rate)
    next = 2 trips + bytes of 303 and page / rate       (the line is open, the sheet is kept)

The sheet is asked for when the head of the page is there, so it takes a trip of its own; while it
takes it, the rest of the page comes. Where the line is slow the page fills that trip, and the
bound is that of the bytes alone. What the browser sends is left out: there could be less of it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from bench import filling, servers
from bench.figure import Figure
from bench.relay import Profile, Relay, relay
from bench.worker import TASK, Worker
from tests.browser import chromium

PROFILES = (
    Profile("no limit", 0, 0.0),
    Profile("400 kbit/s, 400 ms", 400_000, 0.4),
    Profile("50 kbit/s, 500 ms", 50_000, 0.5),
)
SLOWEST = PROFILES[-1]
FIRST, NEXT = "first task, cold", "next task"
ROUNDS = 5
HOST = "ownpace.test"
# Chromium must take the name for that of any site, and must not try HTTPS first.
ARGUMENTS = (
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
    f"--proxy-bypass-list={HOST}",
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
)
WATCH = """
const watch = new MutationObserver(() => {
  if (!document.querySelector("main form button")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("usable")));
});
watch.observe(document, {childList: true, subtree: true});
"""
USABLE = """
const mark = performance.getEntriesByName("usable")[0];
const sheet = performance.getEntriesByType("resource").find(one => one.initiatorType == "link");
return mark && [mark.startTime / 1000, sheet ? sheet.transferSize : 0];
"""


class Seen(NamedTuple):
    """One page that came: seconds until it was usable, the bound, and the bytes received."""

    seconds: float
    bound: float
    received: int


def time_lines() -> list[Figure]:
    """The middle of a few rounds on each kind of line, and how far it is from the bound."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite3"
        filling.fill(database, 100)
        with servers.site(Path(folder), database) as server, _browser(server.port) as driver:
            return [
                figure for profile in PROFILES for figure in _line(driver, server.port, profile)
            ]


def _line(driver: Chrome, server: int, profile: Profile) -> Iterator[Figure]:
    rounds = [_round(driver, server, profile) for _ in range(ROUNDS)]
    for name, pages in zip((FIRST, NEXT), zip(*rounds, strict=True), strict=True):
        middle = sorted(pages)[ROUNDS // 2]
        yield Figure(f"{profile.name}: {name} ({middle.received:,} B)", middle.seconds, "s")
        if profile.rate:
            text = f"{profile.name}: {name}, in bounds of {middle.bound:.2f} s"
            promised = 1.3 if profile is SLOWEST and name == FIRST else None
            yield Figure(text, middle.seconds / middle.bound, "×", most=promised)


def _round(driver: Chrome, server: int, profile: Profile) -> tuple[Seen, Seen]:
    """The first task and the next one, in a browser that never saw the site."""
    driver.get("about:blank")
    with relay(profile, server) as line:
        driver.get(f"http://{HOST}:{line.port}{TASK}")
        seconds, sheet = _usable(driver)
        received = line.down.carried
        alone = max(profile.seconds(received), profile.trip + profile.seconds(sheet))
        first = Seen(seconds, 2 * profile.trip + alone, received)
        following = _next(driver, line, profile)
        driver.get("about:blank")
    return first, following


def _next(driver: Chrome, line: Relay, profile: Profile) -> Seen:
    page = driver.find_element(By.TAG_NAME, "html")
    driver.find_element(By.CSS_SELECTOR, "input[type=radio]").click()
    before = line.down.carried
    driver.find_element(By.CSS_SELECTOR, "main form button").click()
    WebDriverWait(driver, 30, 0.05).until(
        lambda _: driver.find_element(By.TAG_NAME, "html") != page
    )
    seconds, _ = _usable(driver)
    received = line.down.carried - before
    return Seen(seconds, 2 * profile.trip + profile.seconds(received), received)


def _usable(driver: Chrome) -> tuple[float, int]:
    """When the form was there, and how many bytes its style sheet took."""
    seconds, sheet = WebDriverWait(driver, 30, 0.05).until(lambda _: driver.execute_script(USABLE))
    return float(seconds), int(sheet)


@contextmanager
def _browser(server: int) -> Iterator[Chrome]:
    """Chromium, with the card of a worker who has begun."""
    worker = Worker(server)
    driver = chromium(True, *ARGUMENTS)
    try:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        for name, value in worker.browser.cookies.items():
            cookie = {"name": name, "value": value, "domain": HOST, "path": "/", "httpOnly": True}
            driver.execute_cdp_cmd("Network.setCookie", cookie)
        worker.browser.close()
        yield driver
    finally:
        driver.quit()
