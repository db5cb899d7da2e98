"""Chromium, used with the same few words as the text browsers."""

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

UNREAD = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))


class Desktop:
    """What a person does in Chromium, with or without JavaScript."""

    program = "chromium"

    def __init__(self, driver: Chrome) -> None:
        self._driver = driver

    @property
    def text(self) -> str:
        """What the page shows."""
        return self._driver.find_element(By.TAG_NAME, "body").text

    def open(self, address: str) -> "Desktop":
        """Type an address."""
        self._driver.get(address)
        return self

    def expect(self, *words: str) -> "Desktop":
        """See that all these words can be read."""
        shown = " ".join(self.text.split())
        # Selenium leaves marks of direction out of what it reads.
        wanted = (" ".join(each.translate(UNREAD).split()) for each in words)
        assert all(each in shown for each in wanted), f"no {words}:\n{self.text}"
        return self

    def press(self, words: str) -> "Desktop":
        """Press the link or button of these words, and wait for the next page."""
        page = self._driver.find_element(By.TAG_NAME, "html")
        self._find(f"//*[self::a or self::button][{said(words)}]").click()
        WebDriverWait(self._driver, 10, 0.02, [WebDriverException]).until(
            lambda driver: driver.find_element(By.TAG_NAME, "html") != page
        )
        return self

    def choose(self, label: str) -> "Desktop":
        """Press the label of a choice."""
        self._find(f"//label[{said(label)}]").click()
        return self

    def type(self, label: str, words: str) -> "Desktop":
        """Type into the field of this label."""
        name = self._find(f"//label[{said(label)}]").get_attribute("for")
        field = self._driver.find_element(By.ID, name or "")
        field.clear()
        field.send_keys(words)
        return self

    def _find(self, path: str) -> WebElement:
        return self._driver.find_element(By.XPATH, path)


def said(words: str) -> str:
    """The part of an XPath that finds these words."""
    return f'normalize-space()="{words}"'
