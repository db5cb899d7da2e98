"""A screen reader reads a whole sitting in each browser; what it says is kept as a text."""

from pathlib import Path

import pytest

from tests.heard import orca
from tests.heard.browsers import BROWSERS
from tests.heard.desk import Desk
from tests.heard.listener import Listener
from tests.heard.sitting import Sitting
from tests.heard.transcript import Transcript
from tests.serving import serving
from tests.site import make_site

pytestmark = pytest.mark.heard
LANGUAGES = {"en": "English", "ar": "Arabic"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BROWSERS)
def test_a_whole_sitting_is_heard(name: str, lang: str, tmp_path: Path) -> None:
    browser = BROWSERS[name]
    readers = f"Orca {orca.version()} and {browser.version()}"
    transcript = Transcript(f"A sitting in {LANGUAGES[lang]}, as said by {readers}")
    try:
        site = make_site(tmp_path)
        with serving(site) as address, Desk(tmp_path / "desk", lang) as desk:
            sitting = Sitting(Listener(desk, transcript), lang)
            sitting.arrive(browser, lang, address)
            sitting.do_it_all()
    finally:
        # Shown when something was not heard.
        (tmp_path / "heard.txt").write_text(transcript.text(), "utf-8")
    transcript.keep(f"{name}-{lang}")
