"""Templates hurry nobody, and every text in them is marked for translation."""

import re
from collections.abc import Sequence

from babel.messages.pofile import read_po
from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import InternationalizationExtension

from app.rules.plain import wording
from tests.house.sources import PROJECT, name, templates

HURRY = re.compile(
    r"http-equiv\s*=\s*[\"']?refresh|countdown|count-down|\btimer\b|\btime left\b|\bhurry\b"
    r"|\bexpires?\b|\bdeadline\b|setTimeout|setInterval|<marquee|<blink|autoplay",
    re.IGNORECASE,
)
# What Jinja or HTML reads and people do not.
UNREAD = re.compile(r"<!--.*?-->|<style\b.*?</style>|<script\b.*?</script>", re.DOTALL)
MARKED = re.compile(r"{%-?\s*trans\b.*?endtrans\s*-?%}", re.DOTALL)
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
READ_ATTRIBUTE = re.compile(
    r"\b(?:alt|title|placeholder|aria-label|aria-description)\s*=\s*\"([^\"]*)\""
)
ATTRIBUTE = re.compile(r"\b[a-z-]+=\"[^\"]*\"")
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"&[a-z]+;|[^\W\d_]{2,}")
# The same in every language.
NAMES = {"Ownpace"}


def unmarked(source: str) -> list[str]:
    """The words of a template that a person would read and no translator would see."""
    text = JINJA.sub("", MARKED.sub(" ", UNREAD.sub(" ", source)))
    attributes = READ_ATTRIBUTE.findall(text)
    words = WORD.findall(" ".join([ATTRIBUTE.sub(" ", TAG.sub(" ", text)), *attributes]))
    return [word for word in words if word not in NAMES and word[0] != "&"]


def always_list(text: str | Sequence[str]) -> list[str]:
    """The texts of a message, which are two where it counts something."""
    return [text] if isinstance(text, str) else list(text)


def test_every_text_is_marked_for_translation() -> None:
    found = {name(path): unmarked(path.read_text()) for path in templates()}
    assert found
    assert {path: words for path, words in found.items() if words} == {}


def test_every_text_is_worded_plainly() -> None:
    with (PROJECT / "translations" / "messages.pot").open("rb") as file:
        texts = [text for message in read_po(file) for text in always_list(message.id)]
    found = {text: wording(text) for text in texts if wording(text)}
    assert len(texts) > 1
    assert found == {}


def test_no_template_hurries_anybody() -> None:
    found = {name(path): HURRY.findall(path.read_text()) for path in templates()}
    assert found
    assert {path: words for path, words in found.items() if words} == {}


def test_marked_text_is_told_from_unmarked() -> None:
    assert unmarked('<p lang="en">{{ _("Start") }}</p>{# a note #}<!-- why -->') == []
    assert unmarked("{% trans n=3 %}{{ n }} tasks{% pluralize %}more{% endtrans %}") == []
    assert unmarked('<button name="do" value="skip">{{ _("Skip") }}</button>') == []
    assert unmarked('{% if wrong %} aria-invalid="true"{% endif %}') == []
    assert unmarked("<p>Start {{ name }} now</p>") == ["Start", "now"]
    assert unmarked('<img alt="A cat">') == ["cat"]
    assert unmarked('<nav aria-label="Pages">{{ links }}</nav>') == ["Pages"]


def test_every_template_can_be_read_by_the_extractor() -> None:
    environment = Environment(extensions=[InternationalizationExtension], autoescape=True)
    unreadable = []
    for path in templates():
        try:
            environment.parse(path.read_text(), name(path))
        except TemplateSyntaxError as error:
            unreadable.append(f"{name(path)}:{error.lineno}: {error.message}")
    assert unreadable == []
