"""Settings change how pages speak and look, and which pools are offered; they are one's own."""

from dataclasses import replace

import pytest

from app.language import language
from tests.pages.site import WORDS, Site, make_card, open_card
from tests.reading.page import Page

SPANISH = replace(WORDS, locale="es", title="¿Es spam?", question="¿Es spam?", choices=("Sí", "No"))


BROWSER_ES = language("es").gettext("As this browser asks")
DEVICE_ES = language("es").gettext("As this device has it")
CODE_ES = language("es").gettext("The code of your card")
LIGHT_ES = language("es").gettext("Turn light mode on")


def html(page: Page) -> dict[str, str]:
    """What the page says of itself in its outermost element."""
    assert page.html
    names = ("lang", "dir", "data-theme", "data-size", "data-spacing")
    return {name: page.html.get(name) for name in names if page.html.has(name)}


def leads_to(page: Page) -> list[str]:
    """Where the links in a page's main part lead."""
    return [node.get("href") for node in page.main.every("a")]


def pools(page: Page) -> list[str]:
    """The pools that a page links to."""
    return [href for href in leads_to(page) if "/pools/" in href]


def test_the_first_page_speaks_another_language_at_one_press(site: Site) -> None:
    browser = site.browser()
    arabic = browser.visit("/").form("العربية").press("العربية")
    assert html(arabic) == {"lang": "ar", "dir": "rtl"}
    assert html(browser.visit("/help")) == {"lang": "ar", "dir": "rtl"}
    english = browser.visit("/").form("English").press("English")
    assert html(english) == {"lang": "en", "dir": "ltr"}


def test_a_card_takes_what_was_chosen_before_it_and_keeps_it(site: Site) -> None:
    browser = site.browser()
    browser.visit("/").form("Español").press("Español")
    browser.visit("/").form(LIGHT_ES).press(LIGHT_ES)
    shown = browser.visit("/card/new").form("/card/new").press()
    code = shown.by_id("code")
    assert code
    elsewhere = site.browser()
    open_card(elsewhere, code.get("value"))
    assert html(elsewhere.visit("/mine"))["lang"] == "es"
    assert "checked" in next(
        node.attributes
        for node in elsewhere.visit("/settings").nodes
        if node.get("name") == "light"
    )


def test_what_is_chosen_on_the_way_to_a_card_stays(site: Site) -> None:
    code = make_card(site.browser())
    browser = site.browser()
    browser.visit("/").form("Español").press("Español")
    assert html(browser.visit("/card").form("/card").fill(CODE_ES, code).press())["lang"] == "es"
    elsewhere = site.browser()
    assert html(open_card(elsewhere, code))["lang"] == "es"


def test_nobodys_languages_shut_tasks_out_of_a_card(site: Site) -> None:
    code = make_card(site.browser())
    browser = site.browser()
    browser.visit("/settings").form("/settings").choose("Dark").tick("Spanish").press()
    open_card(browser, code)
    assert html(browser.visit("/settings"))["data-theme"] == "dark"
    assert "reads" not in dict(browser.visit("/settings").form("/settings").pairs())


@pytest.mark.parametrize("way", ["made", "opened", "opened after the first ended"])
def test_another_card_in_the_browser_has_nothing_of_the_first(site: Site, way: str) -> None:
    second = make_card(site.browser())
    browser = site.browser()
    asked = browser.visit("/card").form("/card").fill("The code", second)
    first = make_card(browser)
    browser.visit("/settings").form("/settings").choose("Dark").tick("Spanish").press()
    if "ended" in way:
        elsewhere = site.browser()
        open_card(elsewhere, first)
        elsewhere.visit("/card").form("/card/renew").press()
    another = asked if "opened" in way else browser.visit("/card/new").form("/card/new")
    shown = another.press()
    assert html(shown) == html(browser.visit("/settings")) == {"lang": "en", "dir": "ltr"}
    assert "reads" not in dict(browser.visit("/settings").form("/settings").pairs())


@pytest.mark.parametrize("with_card", [True, False])
def test_every_setting_is_kept_and_shown_again(site: Site, with_card: bool) -> None:
    browser = site.browser()
    if with_card:
        make_card(browser)
    form = browser.visit("/settings").form("/settings")
    form.choose("Español").tick("Spanish").tick("Arabic").tick(
        "Load no picture before I ask for it"
    )
    form.choose("Dark").choose("Very large").choose("Wide").choose("25 tasks a day")
    kept = form.press()
    assert kept.title.startswith("Hecho. ")
    looks = {"data-theme": "dark", "data-size": "largest", "data-spacing": "wide"}
    assert html(kept) == {"lang": "es", "dir": "ltr", **looks}
    pairs = kept.form("/settings").pairs()
    assert sorted(pair for pair in pairs if pair[0] != "token") == [
        ("day_limit", "25"), ("language", "es"), ("light", "1"), ("reads", "ar"), ("reads", "es"),
        ("size", "largest"), ("spacing", "wide"), ("theme", "dark"),
    ]  # fmt: skip


def test_languages_stand_in_the_order_of_their_letters(site: Site) -> None:
    page = site.browser().visit("/settings", headers={"Accept-Language": "es"})
    names = [node.words for node in page.every("label") if node.words in ("Árabe", "Español")]
    assert names[-2:] == ["Árabe", "Español"]


def test_settings_can_be_given_back_to_the_browser(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    form = browser.visit("/settings").form("/settings").choose("Dark").choose("Español")
    page = form.press()
    assert html(page) == {"lang": "es", "dir": "ltr", "data-theme": "dark"}
    page = page.form("/settings").choose(BROWSER_ES).choose(DEVICE_ES).press()
    assert html(page) == {"lang": "en", "dir": "ltr"}


def test_the_next_person_at_the_computer_begins_anew(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    browser.visit("/settings").form("/settings").choose("Dark").choose("العربية").press()
    browser.visit("/leave").form("/leave").press()
    assert html(browser.visit("/")) == {"lang": "en", "dir": "ltr"}


def test_goodbye_is_said_in_the_language_that_was_chosen(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    browser.visit("/").form("العربية").press("العربية")
    goodbye = browser.visit("/leave").form("/leave").press()
    assert html(goodbye) == {"lang": "ar", "dir": "rtl"}
    assert html(browser.visit("/leave?language=klingon")) == {"lang": "en", "dir": "ltr"}


def test_a_settings_page_of_somebody_else_changes_nothing(site: Site) -> None:
    browser = site.browser()
    make_card(browser)
    old = browser.visit("/settings").form("/settings").choose("Dark")
    make_card(browser)
    assert html(old.press()) == {"lang": "en", "dir": "ltr"}


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "neon"), ("size", "-1"), ("language", "xx"), ("spacing", "\0")]
)
def test_a_setting_that_was_never_offered_is_refused(site: Site, name: str, value: str) -> None:
    browser = site.browser()
    sent = dict(browser.visit("/settings").form("/settings").pairs()) | {name: value}
    assert browser.post("/settings", data=sent).status_code == 400


def test_a_pool_is_offered_only_in_a_language_that_is_read(site: Site) -> None:
    site.pool("both", words=replace(WORDS, title="Both"), translated=[SPANISH])
    spanish = {"Accept-Language": "es"}
    page = site.browser().visit("/pools", headers=spanish)
    assert pools(page) == ["/pools/both"]
    assert "1 grupo" in page.main.words
    both = site.browser().visit("/pools", headers={"Accept-Language": "es, en;q=0.5"})
    assert pools(both) == ["/pools/spam", "/pools/both"]


def test_a_chosen_language_shuts_out_material_in_others(site: Site) -> None:
    silent = replace(SPANISH, title="¿Qué se ve?")
    site.pool("spanish", words=replace(WORDS, title="Spanish"), translated=[SPANISH], lang="es-MX")
    site.pool("silent", words=replace(WORDS, title="Silent"), translated=[silent], lang="zxx")
    browser = site.browser()
    make_card(browser)
    assert pools(browser.visit("/mine")) == ["/pools/spam", "/pools/spanish", "/pools/silent"]
    browser.visit("/settings").form("/settings").choose("Español").tick("Spanish").press()
    assert pools(browser.visit("/mine")) == ["/pools/spanish", "/pools/silent"]
    assert pools(browser.visit("/pools")) == ["/pools/spanish", "/pools/silent"]
    shut = browser.visit("/pools/spam")
    assert "/settings" in leads_to(shut)
    assert not shut.every("form")
