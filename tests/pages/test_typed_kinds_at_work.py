"""Kinds that ask for typed values: a mistake, an answer, its receipt, and the answer changed."""

from dataclasses import replace

import pytest

from app.kinds.ask import AskedField, FieldWords
from tests.pages.site import WORDS, Site, make_card, press, start
from tests.reader import Reader
from tests.reading.page import Page

FIELDS = (
    AskedField("shop", "text", "Which shop is it?"),
    AskedField("total", "number", "What is the total?", "Without the currency."),
    AskedField("bought", "day", "On which day?", "As it is printed."),
    AskedField("goods", "choices", "What was bought?", "", True, ("Bread", "Milk", "Tea")),
    AskedField("paid", "choice", "How was it paid?", "", False, ("Cash", "Card")),
    AskedField("page", "link", "Which page does it name?", "", False),
    AskedField("note", "long_text", "What else is there?", "", False),
)
SPANISH = replace(
    WORDS,
    locale="es",
    title="Recibo",
    fields=(
        FieldWords("¿Qué tienda es?"),
        FieldWords("¿Cuál es el total?", "Sin la moneda."),
        FieldWords("¿Qué día fue?", "Como está impreso."),
        FieldWords("¿Qué se compró?", "", ("Pan", "Leche", "Té")),
        FieldWords("¿Cómo se pagó?", "", ("En efectivo", "Con tarjeta")),
        FieldWords("¿Qué página nombra?"),
        FieldWords("¿Qué más hay?"),
    ),
)


@pytest.fixture
def receipts(site: Site) -> None:
    """A pool of receipts to type off."""
    words = replace(WORDS, title="Type off a receipt", choices=())
    site.pool(
        "receipts",
        "data_entry",
        rows=[{"text": "Shop 7\n1,234.50 EUR\n7 March 2024"}],
        words=words,
        translated=[SPANISH],
        fields=FIELDS,
    )


def fill_in(page: Page, total: str = "1,234.50", day: str = "7") -> Page:
    form = page.form("Send answer")
    form.fill("Which shop is it?", "  Shop   7 ").fill("What is the total?", total)
    form.fill("Day", day).fill("Month", "3").fill("Year", "2024")
    form.tick("Bread").tick("Tea")
    return form.press("Send answer")


def latest(worker: Reader) -> Page:
    return worker.visit("/receipts").link("Receipt ").follow()


@pytest.mark.usefixtures("receipts")
def test_every_field_says_what_is_wrong_with_it(worker: Reader) -> None:
    page = start(worker, "receipts")
    assert "Without the currency." in page.text
    assert "As it is printed." in page.text
    assert "Choose all that fit." in page.text
    missing = page.form("Send answer").press("Send answer")
    assert missing.status == 422
    for words in (
        "Which shop is it?: Nothing is written here.",
        "What is the total?: Type a number.",
        "On which day?: Type a day, a month and a year.",
        "What was bought?: Choose at least one of the answers.",
    ):
        assert words in missing.text
    # What may be left empty is no problem, and says so.
    assert "How was it paid?:" not in missing.text
    assert "How was it paid? (you may leave this empty)" in missing.text


@pytest.mark.usefixtures("receipts")
def test_what_was_typed_stays_beside_a_mistake(worker: Reader) -> None:
    wrong = fill_in(start(worker, "receipts"), total="12 kg", day="31")
    wrong = wrong.form("Send answer").fill("Month", "2").press("Send answer")
    assert wrong.status == 422
    assert "“12 kg” is no number." in wrong.text
    assert "“31 2 2024” is no day." in wrong.text
    form = wrong.form("Send answer")
    assert form.value("What is the total?") == "12 kg"
    assert [form.value(label) for label in ("Day", "Month", "Year")] == ["31", "2", "2024"]
    assert form.chosen() == ["Bread", "Tea", "No answer"]


@pytest.mark.usefixtures("receipts")
def test_a_receipt_says_the_values_and_a_change_shows_them_again(worker: Reader) -> None:
    fill_in(start(worker, "receipts"))
    receipt = latest(worker)
    for words in ("Shop 7", "1,234.5", "March 7, 2024", "Bread and Tea", "Left empty"):
        assert words in receipt.text
    form = receipt.link("Change your answer").follow().form("Send the change")
    assert form.value("Which shop is it?") == "Shop 7"
    assert form.value("What is the total?") == "1234.5"
    assert [form.value(label) for label in ("Day", "Month", "Year")] == ["07", "03", "2024"]
    form.fill("What is the total?", "1,000.125").tick("Milk").choose("Card")
    changed = form.press("Send the change")
    assert "1,000.125" in changed.text
    assert "Bread, Milk, and Tea" in changed.text
    assert "Card" in changed.text
    assert "1,234.5" in changed.text


@pytest.mark.usefixtures("receipts")
def test_an_answer_can_be_taken_out_again(worker: Reader) -> None:
    page = start(worker, "receipts")
    page.form("Send answer").choose("Cash")
    fill_in(page)
    form = latest(worker).link("Change your answer").follow().form("Send the change")
    form.choose("No answer").press("Send the change")
    assert "Cash" not in latest(worker).text.partition("Your earlier answers")[0]


@pytest.mark.usefixtures("receipts")
def test_another_language_has_its_own_words_and_marks(site: Site) -> None:
    worker = site.browser()
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    worker.visit("/card/new").form("/card/new").press()
    begun = worker.visit("/pools/receipts").form("/pools/receipts")
    page = begun.choose("3 tareas").press()
    assert "Sin la moneda." in page.text
    form = page.form("Enviar respuesta")
    form.fill("¿Qué tienda es?", "Shop 7").fill("¿Cuál es el total?", "1.234")
    form.fill("Día", "7").fill("Mes", "3").fill("Año", "2024").tick("Pan")
    form.press("Enviar respuesta")
    receipt = worker.visit("/receipts").link("Recibo ").follow()
    assert "1.234" in receipt.text
    assert "7 de marzo de 2024" in receipt.text
    assert "Pan" in receipt.text
    (stored,) = site.rows("answer")
    assert (stored["value"]["total"], stored["value"]["goods"]) == ("1234", ["Bread"])
    change = receipt.link("Cambiar tu respuesta").follow().form("Enviar el cambio")
    change.fill("¿Cuál es el total?", "1,234").press("Enviar el cambio")
    (stored,) = site.rows("answer")
    assert stored["value"]["total"] == "1.234"
    receipt = worker.visit("/receipts").link("Recibo ").follow()
    form = receipt.link("Cambiar tu respuesta").follow().form("Enviar el cambio")
    assert form.value("¿Cuál es el total?") == "1,234"


@pytest.mark.usefixtures("receipts")
def test_what_was_saved_stands_in_every_control_again(worker: Reader) -> None:
    form = start(worker, "receipts").form("Save for later")
    form.fill("What is the total?", "1,2").fill("Month", "3").tick("Milk")
    form.press("Save for later")
    form = press(worker.visit("/mine"), "Open saved task").form("Send answer")
    assert form.value("What is the total?") == "1,2"
    assert [form.value(label) for label in ("Day", "Month", "Year")] == ["", "3", ""]
    assert form.chosen() == ["Milk", "No answer"]


def test_a_page_that_was_searched_for(worker: Reader, site: Site) -> None:
    words = replace(WORDS, title="Find it", question="What is its address?", choices=())
    row = {"text": "University of Nairobi", "about": "Kenya"}
    site.pool("search", "web_search", rows=[row], words=words)
    page = start(worker, "search")
    assert "University of Nairobi" in page.text
    assert "Kenya" in page.text
    wrong = page.form("Send answer").fill("What is its address?", "uni nairobi")
    shown = wrong.press("Send answer")
    assert shown.status == 422
    assert "“uni nairobi” is not the address of a page." in shown.text
    form = shown.form("Send answer")
    assert form.value("What is its address?") == "uni nairobi"
    form.fill("What is its address?", "www.uonbi.ac.ke").press("Send answer")
    receipt = latest(worker)
    assert "https://www.uonbi.ac.ke" in receipt.text
    # It is text: nobody is led to another site by a receipt.
    assert not [one for one in receipt.every("a") if "uonbi" in (one.get("href") or "")]
    form = receipt.link("Change your answer").follow().form("Send the change")
    assert form.value("What is its address?") == "https://www.uonbi.ac.ke"


def test_whoever_looked_and_found_nothing_is_paid_too(worker: Reader, site: Site) -> None:
    words = replace(WORDS, title="Find it", question="What is its address?", choices=())
    site.pool("search", "web_search", rows=[{"text": "UoN"}], words=words)
    page = start(worker, "search")
    assert page.text.count("you may leave this empty") == 1  # what was found, in words
    shown = page.form("Send answer").press("Send answer")
    assert shown.status == 422
    assert "Type the address of a page, or say that you could not find it." in shown.text
    shown.form("Send answer").tick("I looked and could not find it").press("Send answer")
    receipt = latest(worker)
    assert "I looked and could not find it" in receipt.text
    assert "€0.05" in receipt.text


def test_a_label_of_the_pages_says_its_language(site: Site) -> None:
    words = replace(WORDS, locale="sw", title="Tafuta", question="Anwani ni ipi?", choices=())
    site.pool("search", "web_search", rows=[{"text": "UoN"}], words=words)
    site.set_pool("search", language="sw")
    worker = site.browser()
    worker.environ_base["HTTP_ACCEPT_LANGUAGE"] = "sw"
    make_card(worker)
    page = start(worker, "search")
    link, found, none = page.every("label")
    assert "Anwani ni ipi?" in link.words
    assert "What did you find?" in found.words
    assert "I looked and could not find it" in none.words
    said_in = {one.words: one.get("lang") for one in page.every("span")}
    assert said_in["Anwani ni ipi?"] == "sw"
    assert not [words for words in said_in if "What did you find?" in words or "I looked" in words]


def test_a_translation_is_typed_in_the_language_of_its_answer(worker: Reader, site: Site) -> None:
    words = replace(WORDS, title="Translate", question="How do you say this?", choices=())
    row = {"text": "Good day.", "target": "ar"}
    site.pool("sentences", "translation", rows=[row], words=words)
    page = start(worker, "sentences")
    assert "Language of the text: English" in page.text
    assert "Language of your answer: Arabic" in page.text
    (typed,) = page.every("textarea")
    assert (typed.get("lang"), typed.get("dir")) == ("ar", "rtl")
    missing = page.form("Send answer").press("Send answer")
    assert (missing.status, "Nothing is written here." in missing.text) == (422, True)
    missing.form("Send answer").fill("How do you say this?", "طاب يومك.\nأهلًا").press("Send answer")
    receipt = latest(worker)
    (said,) = [one for one in receipt.every("dd") if "طاب يومك" in one.words]
    assert (said.get("lang"), said.get("dir")) == ("ar", "rtl")
    form = receipt.link("Change your answer").follow().form("Send the change")
    assert form.value("How do you say this?") == "طاب يومك.\nأهلًا"


def test_a_pool_of_translations_names_its_languages_and_is_for_whoever_has_both(
    worker: Reader, site: Site
) -> None:
    words = replace(WORDS, title="Translate", choices=())
    row = {"text": "Good day.", "target": "zu"}
    site.pool("sentences", "translation", rows=[row], words=words, lang="en+zu")
    assert "English, Zulu" in worker.visit("/pools/sentences").text.replace(" and", ",")
    assert "Translate" in worker.visit("/pools").text
    settings = worker.visit("/settings").form("/settings")
    assert settings.tick("English").press().status == 200
    pools = worker.visit("/pools")
    assert "Translate" not in pools.text
    assert "not in a language that you read" in pools.text
    worker.visit("/settings").form("/settings").tick("English").tick("Zulu").press()
    assert "Translate" in worker.visit("/pools").text
