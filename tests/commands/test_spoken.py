"""Commands speak the language of the terminal, be its locale installed on the system or not."""

from collections.abc import Iterator

import pytest

from app.commands.saying import reader
from tests.commands.conftest import Type

ENGLISH, SPANISH, ARABIC = "There are no pools yet", "Todavía no hay", "لا توجد"


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """A terminal's language is asked once a command; here each test has its own."""
    reader.cache_clear()
    yield
    reader.cache_clear()


@pytest.mark.parametrize(
    ("terminal", "said"),
    [
        ({"LANG": "es_MX.UTF-8"}, SPANISH),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ar_EG"}, ARABIC),
        ({"LANG": "es_ES@euro", "LC_ALL": "C.UTF-8"}, ENGLISH),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "ca:es"}, SPANISH),
        ({"LANG": "C", "LANGUAGE": "es"}, ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, ENGLISH),
        ({}, ENGLISH),
    ],
)
def test_the_language_of_the_terminal(
    command: Type, monkeypatch: pytest.MonkeyPatch, terminal: dict[str, str], said: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert said in command("pool", "status").stdout
