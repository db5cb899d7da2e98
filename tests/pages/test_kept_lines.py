"""A kept answer is shown field by field, each in the language that its field asks for."""

from dataclasses import replace

from app.kinds.ask import AskedField
from tests.pages.site import WORDS, Site, leave, make_card, open_card, press, start
from tests.reader import Reader
from tests.reading.page import Page

ALONE = replace(WORDS, choices=())


def lines(page: Page) -> list[tuple[str, str, str]]:
    """What a kept answer holds: its words, their language and direction."""
    kept = [one for quote in page.every("blockquote") for one in quote.every("div")]
    return [(one.words, one.get("lang"), one.get("dir")) for one in kept]


def left(browser: Reader, slug: str, **typed: str) -> str:
    """A card whose answer came after its sitting had ended."""
    code = make_card(browser)
    form = start(browser, slug).form("Send answer")
    leave(browser)
    for label, text in typed.items():
        form.fill(label.replace("_", " "), text)
    assert form.press("Send answer").status == 403
    return code


def test_a_kept_translation_is_in_its_target_language(site: Site) -> None:
    row = {"text": "Good day", "target": "ar"}
    site.pool("words", "translation", rows=[row], words=ALONE)
    browser = site.browser()
    code = left(browser, "words", **{"Is it spam?": "\u0637\u0627\u0628 \u064a\u0648\u0645\u0643"})
    said = ("\u0637\u0627\u0628 \u064a\u0648\u0645\u0643", "ar", "rtl")
    mine = open_card(browser, code)
    assert lines(mine) == [said]
    assert lines(press(mine, "Look at kept answer 1")) == [said]


def test_each_field_has_its_own_language(site: Site) -> None:
    fields = [
        AskedField("shop", "text", "Which shop?", "", False),
        AskedField("total", "number", "Which total?", "", False),
        AskedField("page", "link", "Which page?", "", False),
        AskedField("day", "day", "Which day?", "", False),
    ]
    row = {"text": "Tienda 7"}
    site.pool("shops", "data_entry", rows=[row], words=ALONE, fields=fields, lang="es")
    browser = site.browser()
    typed = {"Which shop?": "Tienda 7", "Which total?": "1,5 \u20ac", "Which page?": "example.org"}
    code = left(browser, "shops", **typed)
    assert lines(open_card(browser, code)) == [
        ("Tienda 7", "es", "ltr"),
        ("1,5 \u20ac", "", "auto"),
        ("example.org", "zxx", "ltr"),
    ]


def test_a_kept_choice_is_said_in_the_words_of_the_reader(site: Site) -> None:
    spanish = replace(
        WORDS, locale="es", title="\u00bfEs spam?", choices=("Basura", "Correo bueno")
    )
    site.pool("both", translated=[spanish])
    browser = site.browser()
    code = make_card(browser)
    form = start(browser, "both").form("Send answer")
    leave(browser)
    form.choose("Not spam").press("Send answer")
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    mine = browser.visit("/card").form("/card").fill("El c\u00f3digo", code).press()
    assert lines(mine) == [("Correo bueno", "es", "ltr")]
