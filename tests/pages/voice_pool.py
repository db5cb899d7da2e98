"""A pool of sentences to say, and what was recorded in it."""

from dataclasses import replace

from tests.pages.site import WORDS, Site, start
from tests.reader import Reader
from tests.reading.page import Page

ASKED = replace(WORDS, title="Say it", question="Your recording", choices=())


def start_speaking(site: Site, worker: Reader) -> Page:
    """Lay a pool of Arabic sentences, and begin; the first of them."""
    rows = [{"prompt": "الصبر مفتاح الفرج"}] * 3
    site.pool("voices", "voice_recording", rows, ASKED, lang="ar")
    read_arabic(worker)
    return start(worker, "voices")


def read_arabic(worker: Reader) -> None:
    """Say in the settings that Arabic is read."""
    worker.visit("/settings").form("/settings").tick("Arabic").press()


def shelved(site: Site) -> list[str]:
    """The recordings on the shelf."""
    return sorted(name for name in site.parts.shelf.names() if name.endswith(".opus"))


def player(page: Page) -> str:
    """What the player of a page plays."""
    (audio,) = page.every("audio")
    assert audio.get("preload") == "none"
    return audio.get("src")
