"""Web search: a question, and the page on another site that answers it."""

from urllib.parse import unquote, urlsplit

from app.fields import Field
from app.fields.choices import Choices
from app.fields.link import Link
from app.fields.text import LongText, Text
from app.kinds.ask import Ask, Words, pages_language
from app.kinds.kind import Answer, Kind, Row
from app.language import N_
from app.rules.problem import Problem


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    speaks = pages_language(words)
    found = speaks.gettext(N_("What did you find? A few words are enough."))
    own = Text("answer", found, required=False, label_lang=speaks.code)
    not_found = Choices(
        "not_found",
        speaks.gettext(N_("If you did not find it")),
        (("yes", speaks.gettext(N_("I looked and could not find it"))),),
        required=False,
        lang=speaks.code,
        either=True,
    )
    # Whoever looked and found nothing worked too, and is paid (see `verify`).
    return (Link("link", words.question, required=False, either=True), own, not_found)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"other_site", "typing"})


def _same(answer: Answer) -> str | None:
    """The host and the path: one page has many spellings of its address; "" where none is."""
    if not answer["link"]:
        return ""
    parts = urlsplit(str(answer["link"]))
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    path = unquote(parts.path).casefold().removesuffix("index.html").rstrip("/")
    # What follows "utm_" says how somebody came to the page, not which page it is.
    query = "&".join(part for part in parts.query.split("&") if part and part[:4] != "utm_")
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _verify(answer: Answer) -> Problem | None:
    found, not_found = bool(answer["link"]), bool(answer.get("not_found"))
    if found and not_found:
        return Problem("link_and_none", field="link")
    return None if found or not_found else Problem("link_or_none", field="link")


KIND = Kind(
    name="web_search",
    title=N_("Web search"),
    supplies=(
        LongText("text", N_("What to look for")),
        Text("about", N_("About it"), required=False),
    ),
    asks=_asks,
    needs=_needs,
    same=_same,
    verify=_verify,
)
