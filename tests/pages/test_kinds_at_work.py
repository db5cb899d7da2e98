"""Each kind of task as a worker meets it: the material, the question, the answer on its receipt."""

from dataclasses import replace

import pytest

from tests.pages.site import WORDS, Site, answer, start
from tests.reader import Reader

CHOOSING = {
    "content_moderation": {"text": "Buy my book now"},
    "product_classification": {"text": "Rye bread, 500 g"},
    "image_labelling": {"image": "one.jpg", "alt": "A red bicycle"},
}


@pytest.mark.parametrize("kind", CHOOSING)
def test_a_kind_with_choices(worker: Reader, site: Site, kind: str) -> None:
    words = replace(WORDS, title="A kind", choices=("Yes", "No", "I can't tell"))
    site.pool("kind", kind, rows=[CHOOSING[kind]], words=words)
    page = start(worker, "kind")
    assert list(CHOOSING[kind].values())[-1] in page.text
    missing = page.form("Send answer").press("Send answer")
    assert missing.status == 422
    assert "Choose one of the answers." in missing.text
    over = answer(missing, "I can't tell")
    assert over.title == "Sent. No task now – Ownpace"
    assert "Your last answer has receipt" in over.text
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    assert "I can't tell" in receipt.text


def test_a_line_to_type_off(worker: Reader, site: Site) -> None:
    row = {"image": "line.png", "document": "Letter of 1790"}
    site.pool("lines", "document_digitization", rows=[row])
    page = start(worker, "lines")
    assert "Letter of 1790" in page.text
    assert "Type [?], with the square brackets, for letters or words that" in page.text
    missing = page.form("Send answer").press("Send answer")
    assert "Nothing is written here." in missing.text
    long = missing.form("Send answer").fill("Is it spam?", "ſ" * 501).press("Send answer")
    assert long.status == 422
    assert "Characters found: 501. Most allowed: 500." in long.text
    form = long.form("Send answer")
    assert form.value("Is it spam?") == "ſ" * 501
    form.fill("Is it spam?", "  wiſdom &  <b>ſtrength</b> ").press("Send answer")
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    assert "wiſdom & <b>ſtrength</b>" in receipt.text
    change = receipt.link("Change your answer").follow()
    assert change.form("Send the change").value("Is it spam?") == "wiſdom & <b>ſtrength</b>"


def test_a_picture_comes_in_two_forms_and_its_large_one_after_the_form(
    worker: Reader, site: Site
) -> None:
    site.pool("bikes", "image_labelling", rows=[CHOOSING["image_labelling"]])
    page = start(worker, "bikes")
    (image,) = page.every("img")
    (source,) = page.every("source")
    assert (image.get("width"), image.get("height")) == ("320", "160")
    assert image.get("alt") == "A red bicycle"
    for address, sort in ((image.get("src"), "image/jpeg"), (source.get("srcset"), "image/webp")):
        shown = worker.get(address)
        assert (shown.status_code, shown.mimetype) == (200, sort)
        assert shown.headers["Cache-Control"] == "no-store"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert page.link("Open the larger picture").download().mimetype == "image/jpeg"
    marks = page.markup
    assert marks.index("Send answer") < marks.index("Open the larger picture")


def test_a_browser_that_saves_data_loads_a_picture_when_asked(worker: Reader, site: Site) -> None:
    site.pool("bikes", "image_labelling", rows=[CHOOSING["image_labelling"]])
    start(worker, "bikes")
    saving = {"Save-Data": "on"}
    page = worker.visit("/task/bikes", headers=saving)
    assert not page.every("img")
    assert "A red bicycle" in page.text
    asked = page.link("Show the picture (")
    assert "kB" in asked.node.words
    assert worker.visit(asked.href, headers=saving).every("img")


def test_lynx_ticks_nothing_by_itself(worker: Reader, site: Site) -> None:
    start(worker)
    lynx = {"User-Agent": "Lynx/2.9.0dev.12 libwww-FM/2.14"}
    page = worker.visit("/task/spam", headers=lynx)
    form = page.form("Send answer")
    assert form.chosen() == ["Not answered yet"]
    assert form.press("Send answer").status == 422
    assert "Not answered yet" not in worker.visit("/task/spam").text


def test_a_task_in_another_language_says_so(worker: Reader, site: Site) -> None:
    site.pool("words", rows=[{"text": "اشتر الآن"}], lang="ar")
    (material,) = start(worker, "words").every("blockquote")
    assert (material.get("lang"), material.get("dir")) == ("ar", "rtl")


TRY = {
    "url": "https://example.org/shop?item=7",
    "steps": "Open the page.\n\n Press “Buy”. \nGo back.",
    "expected": "The basket holds one thing.",
}


def test_a_test_of_software_asks_for_each_step(worker: Reader, site: Site) -> None:
    site.pool("try", "software_test", rows=[TRY], words=replace(WORDS, choices=()))
    page = start(worker, "try")
    link = page.link("Open example.org, another site, which sees your address")
    assert link.node.get("href") == TRY["url"]
    assert link.node.get("rel") == "noreferrer"
    assert not link.node.has("target")
    assert TRY["url"] in page.text
    assert TRY["expected"] in page.text
    missing = page.form("Send answer").press("Send answer")
    assert missing.status == 422
    assert missing.text.count("Choose one of the answers.") == 2 * 3
    assert "Open the page: Choose one of the answers." in missing.text
    form = missing.form("Send answer")
    form.choose("It worked", "Open the page.").choose("It did not work", "Press “Buy”.")
    half = form.press("Send answer")
    assert half.text.count("Choose one of the answers.") == 2
    form = half.form("Send answer")
    assert form.chosen() == ["It worked", "It did not work"]
    form.choose("I could not try it", "Go back.").press("Send answer")
    (row,) = site.rows("answer")
    assert row["value"] == {
        "step1": "passed",
        "step2": "failed",
        "step3": "blocked",
        "what_happened": "",
    }
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    assert "Press “Buy”.\nIt did not work" in receipt.text


def test_a_page_of_this_site_is_not_called_another(worker: Reader, site: Site) -> None:
    row = {"url": "http://localhost/terms", "steps": "Open it."}
    site.pool("try", "software_test", rows=[row], words=replace(WORDS, choices=()))
    assert start(worker, "try").link("Open another page of this site").follow().h1 == "Terms"


def test_steps_are_in_the_language_of_the_material(worker: Reader, site: Site) -> None:
    row = {"url": "https://example.org/", "steps": "Abre la página."}
    site.pool("try", "software_test", rows=[row], words=replace(WORDS, choices=()), lang="es")
    (step,) = start(worker, "try").every("legend")
    assert step.words == "Abre la página."
    assert [child.get("lang") for child in step.children] == ["es"]
