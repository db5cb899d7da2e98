"""Templates hurry nobody, and every text in them is marked for translation."""

import re

from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from tests.house.sources import name, templates

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
    r"\b(?:alt|title|placeholder|aria-label|aria-description|content|value)\s*=\s*\"([^\"]*)\""
)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"&[a-z]+;|[^\W\d_]{2,}")
# Names that are the same in every language, and machine words of <meta>.
SAME_EVERYWHERE = {"Ownpace", "width", "device", "initial", "scale", "light", "dark"}


def unmarked(source: str) -> list[str]:
    """The words of a template that a person would read and no translator would see."""
    text = UNREAD.sub(" ", source)
    text = MARKED.sub(" ", text)
    text = JINJA.sub("", text)
    attributes = [
        found
        for tag in TAG.findall(text)
        for found in READ_ATTRIBUTE.findall(tag)
        if "value=" not in tag or 'type="submit"' in tag or "alt=" in tag
    ]
    words = WORD.findall(" ".join([TAG.sub(" ", text), *attributes]))
    return [word for word in words if word not in SAME_EVERYWHERE and word[0] != "&"]


def test_every_text_is_marked_for_translation() -> None:
    found = {name(path): unmarked(path.read_text()) for path in templates()}
    assert found
    assert {path: words for path, words in found.items() if words} == {}


def test_no_template_hurries_anybody() -> None:
    found = {name(path): HURRY.findall(path.read_text()) for path in templates()}
    assert found
    assert {path: words for path, words in found.items() if words} == {}


def test_marked_text_is_told_from_unmarked() -> None:
    assert unmarked('<p lang="en">{{ _("Start") }}</p>{# a note #}<!-- why -->') == []
    assert unmarked("{% trans n=3 %}{{ n }} tasks{% pluralize %}more{% endtrans %}") == []
    assert unmarked('<button name="do" value="skip">{{ _("Skip") }}</button>') == []
    assert unmarked("<p>Start {{ name }} now</p>") == ["Start", "now"]
    assert unmarked('<img alt="A cat">') == ["cat"]
    assert unmarked('<nav aria-label="Pages">{{ links }}</nav>') == ["Pages"]


def test_every_template_can_be_read_by_the_extractor() -> None:
    environment = Environment(extensions=[InternationalizationExtension], autoescape=True)
    for path in templates():
        environment.parse(path.read_text(), name(path))
