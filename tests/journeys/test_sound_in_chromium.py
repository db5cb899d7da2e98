"""A sound plays in a browser: in the page's player at one key, and from its plain link."""

from collections.abc import Callable
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.site import Person, Site

LOADED = "return performance.getEntriesByType('resource').map(one => one.name)"
PLAYED = "const one = document.querySelector('audio'); return one.played.length && one.currentSrc"
OWN_PLAYER = "const one = document.querySelector('video, audio'); return one && one.duration"


def duration(driver: Chrome) -> Callable[[Any], Any]:
    return lambda _: driver.execute_script(OWN_PLAYER)


def test_a_sound_plays_when_it_is_asked_for(site: Site, browser: Chrome, person: Person) -> None:
    person.start("type-what-you-hear")
    person.sit_at(browser)
    browser.get(f"{site.address}/task/type-what-you-hear")
    assert not [one for one in browser.execute_script(LOADED) if "/media/" in one]
    browser.find_element(By.TAG_NAME, "audio").send_keys(Keys.SPACE)
    played = WebDriverWait(browser, 10).until(lambda _: browser.execute_script(PLAYED))
    assert played.endswith(".ogg")


def test_the_plain_link_plays_too(site: Site, browser: Chrome, person: Person) -> None:
    person.start("type-what-you-hear")
    person.sit_at(browser)
    browser.get(f"{site.address}/task/type-what-you-hear")
    for words in ("Ogg)", "MP3)", "Play more slowly"):
        link = browser.find_element(By.PARTIAL_LINK_TEXT, words).get_attribute("href")
        browser.get(link)
        assert 1 <= WebDriverWait(browser, 10).until(duration(browser)) <= 11
        browser.back()
