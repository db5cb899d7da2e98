"""A recording is sent as a file where there is nothing but text."""

from pathlib import Path

from tests.journeys.terminal import TextBrowser
from tests.site import Site
from tests.sounds import tone, wav


def test_a_recording_is_sent(site: Site, text_browser: TextBrowser, tmp_path: Path) -> None:
    file = tmp_path / "v.wav"
    file.write_bytes(wav(tone(2)))
    text_browser.open(f"{site.address}/card/new").press("Make my card")
    text_browser.open(f"{site.address}/pools/say-a-sentence").choose("3 tasks").press("Start")
    text_browser.expect("Task 1 of 3")
    text_browser.attach("Your recording of the sentence", file).press("Send answer")
    text_browser.expect("Task 2 of 3")
