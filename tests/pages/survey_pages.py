"""A survey of four pages, the third of which hangs on the second; and the ways through it."""

from dataclasses import replace

from app.kinds.ask import AskedField, FieldWords
from app.rules.branching import When
from tests.pages.site import WORDS, Site
from tests.reader import Reader
from tests.reading.page import Page

FIELDS = (
    AskedField("who", "choice", "Who are you?", choices=("Adult", "Child"), heading="You"),
    AskedField("reader", "choice", "Do you use a screen reader?", "", False, ("Yes", "No"), 2),
    AskedField("which", "text", "Which one?", page=3, when=When("reader", ("Yes",))),
    AskedField("hours", "number", "How many hours a day?", "", False, page=4),
    AskedField("wish", "long_text", "What do you wish for?", "", False, page=4),
)
SPANISH = replace(
    WORDS,
    locale="es",
    title="Encuesta",
    choices=(),
    fields=(
        FieldWords("¿Quién eres?", choices=("Adulto", "Menor"), heading="Tú"),
        FieldWords("¿Usas un lector de pantalla?", choices=("Sí", "No")),
        FieldWords("¿Cuál?"),
        FieldWords("¿Cuántas horas al día?"),
        FieldWords("¿Qué deseas?"),
    ),
)
NAMES = ("who", "reader", "which", "hours", "wish")


def lay_survey(site: Site, slug: str = "survey", fields: int = len(FIELDS)) -> None:
    """Publish the survey, or its first questions, with two rows."""
    site.pool(
        slug,
        "survey",
        rows=[{"text": "About the library."}, {"text": ""}],
        words=replace(WORDS, title="A survey", choices=()),
        translated=[SPANISH] if fields == len(FIELDS) else (),
        fields=FIELDS[:fields],
    )


def first(page: Page, who: str = "Adult") -> Page:
    """Answer the first page."""
    return page.form("Next").choose(who).press("Next")


def second(page: Page, reader: str = "Yes") -> Page:
    """Answer the second page."""
    return page.form("Next").choose(reader).press("Next")


def third(page: Page, which: str = "Orca") -> Page:
    """Answer the page that hangs on the second."""
    return page.form("Next").fill("Which one?", which).press("Next")


def last(page: Page, hours: str = "2.5", wish: str = "Less to load") -> Page:
    """Answer the last page, which sends all."""
    form = page.form("Send answer").fill("How many hours a day?", hours)
    return form.fill("What do you wish for?", wish).press("Send answer")


def walk(page: Page) -> Page:
    """The whole way from its first page."""
    return last(third(second(first(page))))


def values(site: Site) -> list[dict[str, object]]:
    """What is stored of answers."""
    return [row["value"] for row in site.rows("answer")]


def whole_answer(**others: str) -> dict[str, str]:
    """The answer of the whole way."""
    answers = ("Adult", "Yes", "Orca", "2.5", "Less to load")
    return dict(zip(NAMES, answers, strict=True)) | others


def latest(worker: Reader) -> Page:
    """The latest receipt."""
    return worker.visit("/receipts").link("Receipt ").follow()
