"""A language writes texts, numbers, money, time and days as its readers do."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from app.language import Language, language
from app.language.catalogs import catalog
from app.language.tags import direction

NBSP = "\u00a0"


@pytest.fixture
def spanish(tmp_path: Path) -> Language:
    """Spanish with a catalog of two texts."""
    texts = Catalog(locale="es")
    texts.add("Start", "Empezar")
    texts.add(("%(number)s task", "%(number)s tasks"), ("%(number)s tarea", "%(number)s tareas"))
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, texts)
    return Language("es", direction("es"), catalog("es", tmp_path))


def test_a_text_is_said_in_the_language(spanish: Language) -> None:
    assert spanish.gettext("Start") == "Empezar"
    assert spanish.ngettext("%(number)s task", "%(number)s tasks", 1) == "%(number)s tarea"
    assert spanish.ngettext("%(number)s task", "%(number)s tasks", 3) == "%(number)s tareas"


def test_a_text_without_a_translation_is_said_as_written(spanish: Language) -> None:
    assert spanish.gettext("Stop") == "Stop"
    assert spanish.ngettext("day", "days", 2) == "days"


def test_an_empty_text_stays_empty(spanish: Language) -> None:
    assert spanish.gettext("") == language("en").gettext("") == ""


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "12,345.6"),
        ("es", "12.345,6"),
        ("ar", "12,345.6"),
        ("ar-EG", "١٢٬٣٤٥٫٦"),
        ("fa", "۱۲٬۳۴۵٫۶"),
        ("mr", "१२,३४५.६"),
    ],
)
def test_numbers_are_in_the_readers_digits_and_marks(code: str, written: str) -> None:
    assert language(code).number(12345.6) == written


@pytest.mark.parametrize(
    ("code", "minor", "currency", "written"),
    [
        ("en", 5, "EUR", "€0.05"),
        ("en", -1234, "EUR", "-€12.34"),
        ("en", 500, "JPY", "¥500"),
        ("en", 1500, "TND", f"TND{NBSP}1.500"),
        ("es", 5, "EUR", f"0,05{NBSP}€"),
        ("bn", 5, "EUR", "০.০৫€"),
    ],
)
def test_money_is_told_from_its_minor_units(
    code: str, minor: int, currency: str, written: str
) -> None:
    assert language(code).money(minor, currency) == written


@pytest.mark.parametrize(
    ("minutes", "written"),
    [
        (0.001, "1 second"),
        (0.4, "24 seconds"),
        (1, "1 minute"),
        (1.5, "1.5 minutes"),
        (45.2, "45 minutes"),
        (150, "2.5 hours"),
    ],
)
def test_time_is_told_in_the_unit_that_reads_best(minutes: float, written: str) -> None:
    assert language("en").minutes(minutes) == written


@pytest.mark.parametrize("code", ["es", "ar", "bn", "fa", "zh-Hans", "sw", "am", "yue", "tg"])
def test_a_unit_is_never_shown_by_babels_own_key(code: str) -> None:
    shown = language(code)
    for text in (shown.minutes(0.4), shown.minutes(3), shown.minutes(300), shown.size(4000)):
        assert "duration" not in text
        assert "digital" not in text


@pytest.mark.parametrize(
    ("size", "written"),
    [(0, "0 kB"), (1, "0.1 kB"), (4210, "4.3 kB"), (999_950, "1,000 kB"), (2_500_000, "2.5 MB")],
)
def test_a_size_is_rounded_up_to_a_tenth(size: int, written: str) -> None:
    assert language("en").size(size) == written


def test_a_day_is_written_out() -> None:
    assert language("en").day(20_779) == "November 22, 2026"
    assert language("es").day(0) == "1 de enero de 1970"
    assert language("fa").day(20_779) == "۲۲ نوامبر ۲۰۲۶"


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "a, b, and c"), ("es", "a, b y c"), ("ar", "a وb وc"), ("sv", "a, b och c")],
)
def test_several_words_are_listed(code: str, written: str) -> None:
    assert language(code).listed(["a", "b", "c"]) == written
    assert language(code).listed(["a"]) == "a"


def test_a_share_is_whole_percent() -> None:
    assert language("en").percent(2 / 3) == "67%"
    assert language("ar-EG").percent(0.5).startswith("٥٠")


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("en", "ar", "Arabic"),
        ("es", "ar", "árabe"),
        ("en", "zh-Hans", "Chinese (Simplified)"),
        ("en", "mus", "Muscogee"),
        ("en", "xxq", "xxq"),
        ("en", "../x", "../x"),
    ],
)
def test_a_language_names_others(code: str, lang: str, name: str) -> None:
    assert language(code).name_of(lang) == name


def test_a_language_is_built_once() -> None:
    assert language("es") is language("es")
