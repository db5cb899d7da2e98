"""The ways to a sentence that is said aloud: recorded, sent as a file, saved, refused."""

from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.access.scenes_after import open_receipt
from tests.access.scenes_practice import SCENES, scene
from tests.access.visit import Visit
from tests.sounds import silence, tone, wav

__all__ = ["SCENES"]

SLUG = "say-a-sentence"
# A microphone that hears nothing, for a browser that has none.
MICROPHONE = """
navigator.mediaDevices.enumerateDevices = async () => [{kind: "audioinput"}];
navigator.mediaDevices.getUserMedia =
  async () => new AudioContext().createMediaStreamDestination().stream;
"""
STATUS = "[role=status]"


def sentence(visit: Visit) -> None:
    """A task in every language of the pages, since this pool has sentences in each."""
    visit.sit().start(SLUG)
    visit.open(f"/task/{SLUG}")


def send(visit: Visit, data: bytes, button: str) -> None:
    """Choose a file and press a button."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "voice.wav"
        file.write_bytes(data)
        visit.type("recording", str(file))
        visit.press(button)


@scene
def recorder_offered(visit: Visit) -> None:
    add = "Page.addScriptToEvaluateOnNewDocument"
    made = visit.driver.execute_cdp_cmd(add, {"source": MICROPHONE})
    sentence(visit)
    WebDriverWait(visit.driver, 10).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, STATUS)
    )
    visit.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


@scene
def recorder_at_work(visit: Visit) -> None:
    recorder_offered(visit)
    visit.driver.execute_script("document.querySelector('[data-record] button').click()")
    level = "return document.querySelector('[data-record] label span').textContent"
    WebDriverWait(visit.driver, 10).until(lambda driver: driver.execute_script(level))


@scene
def recording_saved(visit: Visit) -> None:
    sentence(visit)
    send(visit, wav(tone(2)), "Stop")
    visit.open(f"/task/{SLUG}")


@scene
def recording_refused(visit: Visit) -> None:
    sentence(visit)
    send(visit, wav(silence(2)), "Send answer")


@scene
def recording_receipt(visit: Visit) -> None:
    sentence(visit)
    send(visit, wav(tone(2)), "Send answer")
    open_receipt(visit)


@scene
def recording_changed(visit: Visit) -> None:
    recording_receipt(visit)
    visit.press("Change your answer")
    send(visit, wav(tone(3)), "Send the change")
