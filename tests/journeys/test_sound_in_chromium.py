"""A sound plays in a browser: in the page's player at one key, and from its plain link."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.site import Person, Site, bring
from tests.sounds import sound_pool

LOADED = "return performance.getEntriesByType('resource').map(one => one.name)"
PLAYED = "const one = document.querySelector('audio'); return one.played.length && one.currentSrc"
OWN_PLACE = "const one = document.querySelector('video, audio'); return one && one.currentTime"
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


def test_a_link_into_the_sound_starts_there_and_what_was_typed_stays(
    site: Site, browser: Chrome, person: Person, tmp_path: Path
) -> None:
    bring(site.app, sound_pool(tmp_path, "ten-seconds", 10))
    person.start("ten-seconds")
    person.sit_at(browser)
    browser.get(f"{site.address}/task/ten-seconds")
    browser.find_element(By.TAG_NAME, "textarea").send_keys("and mister")
    browser.find_element(By.LINK_TEXT, "Play from 5 seconds").click()
    assert WebDriverWait(browser, 10).until(lambda _: browser.execute_script(OWN_PLACE)) >= 5
    browser.back()
    typed = browser.find_element(By.TAG_NAME, "textarea").get_attribute("value")
    assert typed == "and mister"
