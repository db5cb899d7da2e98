"""A sentence is recorded in a browser: with its recorder, on a line that breaks, and by a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser import chromium, forget
from tests.site import Person, Site
from tests.sounds import silence, tone, wav

POOL = "say-a-sentence"
FOCUS = "return document.activeElement.textContent"
LENGTH = "return document.querySelector('audio').played.length"
LOUD = "Loudness: Too loud"
CUT = "The line broke."
# Pieces of 500 bytes, of which the fourth and all after it are lost until `cut` is false.
BREAKING = """
const slice = Blob.prototype.slice, send = fetch;
window.arrived = []; window.cut = true;
Blob.prototype.slice = function (start) { return slice.call(this, start, start + 500); };
window.fetch = async (place, what) => {
  const start = what.body.get("start");
  if (start !== null && arrived.length > 2 && cut) throw new TypeError("cut");
  const answer = await send(place, what);
  if (start !== null) arrived.push(+start);
  return answer;
};
window.remember = () => { sessionStorage.arrived = JSON.stringify(arrived); };
"""
EMPTY = """function () {
  const come = this.ondataavailable;
  this.ondataavailable = null;
  come({data: new Blob(["<svg xmlns='http://www.w3.org/2000/svg'/>"])});
}"""
HERE = "The recording is here. Play it, send it, or record again."


@pytest.fixture(scope="module")
def microphone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium that hears a tone, and asks nobody whether it may."""
    heard = tmp_path_factory.mktemp("heard") / "tone.wav"
    heard.write_bytes(wav(tone(30), 48_000))
    driver = chromium(
        True,
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={heard}",
    )
    yield driver
    driver.quit()


@pytest.fixture
def recorder(site: Site, microphone: Chrome, person: Person) -> Chrome:
    """A page with a recorder, as new."""
    return _at_task(site, forget(microphone), person)


def _at_task(site: Site, driver: Chrome, person: Person) -> Chrome:
    person.start(POOL)
    person.sit_at(driver)
    driver.get(f"{site.address}/task/{POOL}")
    return driver


def press(driver: Chrome, words: str) -> None:
    WebDriverWait(driver, 10).until(
        lambda _: [b for b in driver.find_elements(By.TAG_NAME, "button") if b.text == words]
    )[0].click()


def said(driver: Chrome) -> str:
    return driver.find_element(By.CSS_SELECTOR, "[role=status]").text


def until_said(driver: Chrome, words: str) -> None:
    WebDriverWait(driver, 20).until(lambda _: words in said(driver), f"said: {said(driver)}")


def record(driver: Chrome, first: str = "Record") -> None:
    press(driver, first)
    until_said(driver, "Recording.")
    loudness = driver.find_element(By.XPATH, "//label[meter]")
    WebDriverWait(driver, 10).until(lambda _: loudness.text in ("Loudness: Good", LOUD))
    assert driver.execute_script(FOCUS) == "Stop recording"
    press(driver, "Stop recording")


def test_record_listen_record_again_and_send(recorder: Chrome) -> None:
    WebDriverWait(recorder, 10).until(lambda _: recorder.find_elements(By.TAG_NAME, "audio"))
    # Before there is something to hear there is no player, and no loudness to see.
    assert not recorder.find_element(By.TAG_NAME, "audio").is_displayed()
    assert not recorder.find_element(By.TAG_NAME, "meter").is_displayed()
    record(recorder)
    until_said(recorder, HERE)
    assert recorder.execute_script(FOCUS) == "Record again"
    recorder.find_element(By.TAG_NAME, "audio").send_keys(Keys.SPACE)
    WebDriverWait(recorder, 10).until(lambda _: recorder.execute_script(LENGTH) > 0)
    record(recorder, "Record again")
    until_said(recorder, HERE)
    press(recorder, "Send answer")
    WebDriverWait(recorder, 10).until(lambda _: "Task 2 of 3" in recorder.title)
    assert recorder.title.startswith("Sent.")
    assert not [one for one in recorder.get_log("browser") if one["level"] == "SEVERE"]


def test_a_line_that_breaks_costs_one_piece(recorder: Chrome) -> None:
    recorder.execute_script(BREAKING)
    record(recorder)
    until_said(recorder, CUT)
    press(recorder, "Send answer")
    until_said(recorder, "Your answer is sent once the recording is here.")
    before = recorder.execute_script("return arrived")
    recorder.execute_script("cut = false; addEventListener('pagehide', remember)")
    WebDriverWait(recorder, 10).until(lambda _: "Task 2 of 3" in recorder.title)
    starts = recorder.execute_script("return JSON.parse(sessionStorage.arrived)")
    assert before == [0, 500, 1000]
    assert starts == list(range(0, 500 * len(starts), 500))
    assert len(starts) > 4


def test_what_arrived_is_there_after_a_reload(recorder: Chrome) -> None:
    record(recorder)
    until_said(recorder, HERE)
    recorder.refresh()
    assert "Play your recording" in recorder.find_element(By.TAG_NAME, "main").text
    recorder.find_element(By.TAG_NAME, "audio").send_keys(Keys.SPACE)
    WebDriverWait(recorder, 10).until(lambda _: recorder.execute_script(LENGTH) > 0)
    press(recorder, "Send answer")
    WebDriverWait(recorder, 10).until(lambda _: "Task 2 of 3" in recorder.title)


def test_a_refused_piece_leaves_the_ordinary_form(recorder: Chrome) -> None:
    recorder.execute_script("fetch = async () => new Response('', {status: 403})")
    record(recorder)
    until_said(recorder, HERE)
    press(recorder, "Send answer")
    WebDriverWait(recorder, 10).until(lambda _: "Task 2 of 3" in recorder.title)


def test_nothing_heard_is_said_at_once(recorder: Chrome) -> None:
    recorder.execute_script("MediaRecorder.prototype.stop = " + EMPTY)
    press(recorder, "Record")
    until_said(recorder, "Recording.")
    press(recorder, "Stop recording")
    until_said(recorder, "This file")


def test_without_a_microphone_the_file_stays_alone(
    site: Site, browser: Chrome, person: Person, tmp_path: Path
) -> None:
    _at_task(site, browser, person)
    found = browser.execute_async_script(
        "navigator.mediaDevices.enumerateDevices().then(all => arguments[0](all.length))"
    )
    assert found == 0
    assert not browser.find_elements(By.CSS_SELECTOR, "[role=status]")
    _send_file(browser, tmp_path)


def test_a_file_is_sent_without_script(
    site: Site, plain_browser: Chrome, person: Person, tmp_path: Path
) -> None:
    _at_task(site, plain_browser, person)
    (tmp_path / "nothing.wav").write_bytes(wav(silence(2)))
    _choose(plain_browser, tmp_path / "nothing.wav")
    assert "Nothing is heard in the recording." in plain_browser.page_source
    _send_file(plain_browser, tmp_path)


def _choose(driver: Chrome, file: Path) -> None:
    driver.find_element(By.ID, "recording").send_keys(str(file))
    press(driver, "Send answer")


def _send_file(driver: Chrome, folder: Path) -> None:
    (folder / "voice.wav").write_bytes(wav(tone(2)))
    _choose(driver, folder / "voice.wav")
    WebDriverWait(driver, 10).until(lambda _: "Task 2 of 3" in driver.title)
