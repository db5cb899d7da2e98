"""Steps that ask to type on another site, and steps that only name such words."""

import pytest

from app.rules.typing_there import asks_to_type


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Type your name and press Go.", "en", ["type your"]),
        ("Sign in, then fill in the form.", "en-GB", ["sign in", "fill in the"]),
        ("Choose a password.", "en", ["password"]),
        ("Escribe tu nombre.", "es", ["escribe tu"]),
        ("Inicia sesión con una contraseña.", "es", ["inicia sesión", "contraseña"]),
        ("اكتب اسمك.", "ar", ["اكتب"]),
        ("تسجيل الدخول", "ar", ["تسجيل الدخول"]),
        ("Press “Sign”. Look at the type of the page.", "en", []),
        ("Read what is written there.", "en", []),
        ("Lee lo que está escrito.", "es", []),
        ("اضغط على الزر.", "ar", []),
        ("Schreib deinen Namen.", "de", []),
    ],
)
def test_steps_that_want_typing_are_found(text: str, lang: str, found: list[str]) -> None:
    assert asks_to_type(text, lang) == found
