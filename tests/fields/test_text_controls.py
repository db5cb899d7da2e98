"""A text field takes every character that can be written, and no other."""

import unicodedata

import pytest

from app.fields.text import LongText
from app.rules.problem import Problem

FIELD = LongText("text", "Text")


def test_exactly_the_control_characters_and_halves_are_refused() -> None:
    refused = {
        character
        for character in map(chr, range(0x11000))
        if isinstance(FIELD.read([f"a{character}b"]), Problem)
    }
    controls = {c for c in map(chr, range(0x100)) if unicodedata.category(c) == "Cc"}
    halves = set(map(chr, range(0xD800, 0xE000)))
    assert refused == controls - set("\n\r\t") | halves


@pytest.mark.parametrize(("character", "name"), [("\x1b", "U+001B"), ("\x9f", "U+009F")])
def test_a_refusal_names_the_character(character: str, name: str) -> None:
    assert FIELD.read([f"a{character}b"]) == Problem(
        "text_control", {"character": name}, field="text"
    )
