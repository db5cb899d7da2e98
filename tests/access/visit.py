"""Somebody at a browser: what they open, type and press on the way to a page."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from app.language import Language, language
from app.rules.preferences import NONE, Preferences, to_cookie
from tests.access.views import LANGUAGES, PLAIN, View
from tests.site import Person, Site

HEADERS = "Network.setExtraHTTPHeaders"


class Visit:
    """One browser, one site, and one person who comes without a card."""

    def __init__(self, driver: Chrome, site: Site, stack: ExitStack, view: View = PLAIN) -> None:
        self.driver = driver
        self.site = site
        self.view = view
        self.person = Person(site)
        self._stack = stack
        self._headers: dict[str, str] = {}
        driver.execute_cdp_cmd("Network.enable", {})
        stack.callback(driver.execute_cdp_cmd, HEADERS, {"headers": {}})
        self.ask("Accept-Language", LANGUAGES[view.language])

    @property
    def speaks(self) -> Language:
        """The language of the pages."""
        return language(self.view.language)

    def ask(self, header: str, value: str) -> None:
        """Use a browser that asks every site for something: a language, or to save data."""
        self._headers[header] = value
        self.driver.execute_cdp_cmd(HEADERS, {"headers": self._headers})

    def prefer(self, wishes: Preferences) -> None:
        """Have settings kept in this browser."""
        kept = {"name": "prefers", "value": to_cookie(wishes), "url": self.site.address}
        self.driver.execute_cdp_cmd("Network.setCookie", kept)

    def sit(self, wishes: Preferences = NONE) -> Person:
        """Take a card with settings, and go on with it in this browser."""
        self.person.client.set_cookie("prefers", to_cookie(wishes))
        self.person.make_card().sit_at(self.driver)
        return self.person

    def during(self, state: AbstractContextManager[None]) -> None:
        """Let a state of the site last until the visit ends."""
        self._stack.enter_context(state)

    def open(self, path: str) -> None:
        """Open an address of the site."""
        self.driver.get(self.site.address + path)

    def type(self, name: str, words: str) -> None:
        """Type into a control, by its id."""
        self.driver.find_element(By.ID, name).send_keys(words)

    def clear(self, name: str) -> None:
        """Take away what stands in a control, by its id."""
        self.driver.find_element(By.ID, name).clear()

    def choose(self, number: int) -> None:
        """Press the label of a choice, the first being 1."""
        self.driver.find_elements(By.CSS_SELECTOR, "fieldset label")[number - 1].click()

    def press(self, words: str) -> None:
        """Press a button or a link by its English words, and wait for the next page."""
        said = self.speaks.gettext(words).partition("%(")[0].strip()
        found = f'//*[self::button or self::a][starts-with(normalize-space(), "{said}")]'
        page = self.driver.find_element(By.TAG_NAME, "html")
        # A press by script works also where the button is outside the window.
        self.driver.execute_script(
            "arguments[0].click()", self.driver.find_element(By.XPATH, found)
        )
        WebDriverWait(self.driver, 10, 0.02, [WebDriverException]).until(
            lambda _: (
                self.driver.find_element(By.TAG_NAME, "html") != page
                and self.driver.execute_script("return document.readyState") == "complete"
            )
        )

    def spoil_token(self) -> None:
        """Change the form's token, as somebody who tampers with it would."""
        spoil = "for (const one of document.getElementsByName('token')) one.value = 'x'"
        self.driver.execute_script(spoil)

    def large_file(self) -> Path:
        """A file that is larger than the site takes."""
        folder = self._stack.enter_context(TemporaryDirectory())
        file = Path(folder) / "large"
        file.write_bytes(bytes(2_000_000))
        return file


Arrive = Callable[[View], Visit]
