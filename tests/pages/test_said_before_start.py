"""What a worker should know of a pool is said on its page, before the start."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.actions.importing import Imported, Storage
from tests.pages.site import WORDS, Site, open_site
from tests.pool_folders import TOML, Ground, write_pool
from tests.reader import Reader

GIVES_AWAY = "A long text can give its writer away."
ASKED = {
    "software_test": {"url": "https://example.org/", "steps": "Open it.", "expected": ""},
    "translation": {"text": "Good day", "target": "es"},
    "content_moderation": {"text": "Good day"},
    "web_search": {"text": "A library", "about": ""},
}


@pytest.mark.parametrize("kind", sorted(ASKED))
def test_a_pool_that_asks_for_long_texts_says_what_they_can_tell(
    worker: Reader, site: Site, kind: str
) -> None:
    site.pool("texts", kind, [ASKED[kind]])
    said = GIVES_AWAY in worker.visit("/pools/texts").text
    assert said == (kind in {"software_test", "translation"})


@pytest.mark.parametrize(("floor", "said"), [("6.01", True), ("6.00", False)])
def test_why_a_pool_pays_less_stands_beside_the_pay(
    database_url: str, tmp_path: Path, floor: str, said: bool
) -> None:
    # Five cents for half a minute are six euros an hour.
    with open_site(database_url, tmp_path, pay_floor={"EUR": Decimal(floor)}) as site:
        site.pool(words=replace(WORDS, below_floor="We have <no> more."))
        page = site.browser().visit("/pools/spam")
        words = "This is less than this site asks for. The asker's reason: We have <no> more."
        assert (words in page.text) == said


def test_the_reason_is_in_its_own_language(database_url: str, tmp_path: Path) -> None:
    with open_site(database_url, tmp_path, pay_floor={"EUR": Decimal(7)}) as site:
        site.pool(words=replace(WORDS, below_floor="We have <no> more."))
        spanish = site.browser().visit("/pools/spam", headers={"Accept-Language": "es"})
        reasons = [one for one in spanish.every("span") if one.words == "We have <no> more."]
        assert [(one.get("lang"), one.get("dir")) for one in reasons] == [("en", "ltr")]


ASKED_IN = "Answers are asked for in: "
ALL_OF_THEM = "You get tasks in all of these until you choose the languages you read."


def test_a_translation_pool_says_which_languages_it_asks_for(
    worker: Reader, site: Site, tmp_path: Path
) -> None:
    toml = TOML.partition("[pool.ask]")[0].replace("content_moderation", "translation")
    rows = "id,text,target\na,Good day,es\nb,Good day,ar\nc,Good night,es\n"
    storage = Storage(site.parts.store, site.parts.shelf, tmp_path / "locks")
    folder = write_pool(tmp_path / "pool", rows, toml.replace('"spam"', '"words"'))
    assert isinstance(Ground(storage).bring(folder), Imported)
    page = worker.visit("/pools/words")
    assert f"{ASKED_IN}Arabic and Spanish. {ALL_OF_THEM}" in page.text
    settings = page.link("Choose your languages").follow()
    settings.form("Keep these settings").tick("English").tick("Spanish").press()
    chosen = worker.visit("/pools/words").text
    assert ASKED_IN in chosen
    assert ALL_OF_THEM not in chosen
    assert ASKED_IN not in worker.visit("/pools/spam").text
