"""A text that must look a certain way: what is said of it, before and after a mistake."""

from dataclasses import replace

from app.kinds.ask import AskedField
from tests.pages.site import WORDS, Site, start
from tests.reader import Reader


def test_a_pattern_is_said_before_and_after_a_mistake(worker: Reader, site: Site) -> None:
    wanted = "Two letters, a hyphen, three digits or more."
    code = AskedField(
        "code", "text", "Which code is it?", "It stands on top.", pattern=("AA-000+",),
        pattern_words=wanted,
    )  # fmt: skip
    words = replace(WORDS, title="Type off a code", choices=())
    site.pool("codes", "data_entry", rows=[{"text": "AB–123"}], words=words, fields=[code])
    page = start(worker, "codes")
    assert f"It stands on top. {wanted}" in page.text
    form = page.form("Send answer").fill("Which code is it?", "AB 12")
    wrong = form.press("Send answer")
    assert wrong.status == 422
    # At the field the hint has said it a moment before.
    assert wrong.text.count("“AB 12” does not look as it should. Check it.") == 2
    assert wrong.text.count(wanted) == 2
    form = wrong.form("Send answer")
    assert form.value("Which code is it?") == "AB 12"
    form.fill("Which code is it?", "ab–١٢٣٤").press("Send answer")
    assert "ab–١٢٣٤" in worker.visit("/receipts").link("Receipt ").follow().text


def test_the_words_of_a_pattern_are_in_their_own_language(worker: Reader, site: Site) -> None:
    code = AskedField("code", "text", "Which code?", pattern=("0",), pattern_words="One digit.")
    words = replace(WORDS, title="Type off a code", choices=())
    site.pool("codes", "data_entry", rows=[{"text": "7"}], words=words, fields=[code])
    start(worker, "codes")
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    form = worker.visit("/task/codes").form("Enviar respuesta")
    wrong = form.fill("Which code?", "x").press("Enviar respuesta")
    assert wrong.status == 422
    said = [one.get("lang") for one in wrong.every("span") if one.words == "One digit."]
    assert said == ["en"] * 2
