"""The catalogs are in step with the texts: `make words` brings them there."""

import subprocess
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.house.sources import PROJECT, name

TEMPLATE = PROJECT / "translations" / "messages.pot"
CATALOGS = sorted(PROJECT.glob("translations/*/LC_MESSAGES/messages.po"))


def texts(catalog: Catalog) -> set[object]:
    return {(message.context, message.id) for message in catalog if message.id}


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3] if path.suffix == ".po" else None)


def test_the_template_has_every_marked_text(tmp_path: Path) -> None:
    fresh = tmp_path / "messages.pot"
    subprocess.run(
        ["make", "--silent", "extract", f"POT={fresh}"], cwd=PROJECT, check=True, timeout=60
    )
    assert texts(read(TEMPLATE)) == texts(read(fresh))


def test_every_catalog_has_the_texts_of_the_template_and_no_guesses() -> None:
    for path in CATALOGS:
        catalog = read(path)
        assert texts(catalog) == texts(read(TEMPLATE)), name(path)
        assert [message.id for message in catalog if message.id and message.fuzzy] == []


def test_every_translation_is_there_and_keeps_its_placeholders() -> None:
    for path in CATALOGS:
        catalog = read(path)
        assert [(message.id, errors) for message, errors in catalog.check() if errors] == []
        assert [message.id for message in catalog if message.id and not whole(message)] == []


def whole(message: Message) -> bool:
    """Whether every form of a text is translated."""
    forms = message.string if message.pluralizable else [message.string]
    return bool(forms) and all(forms)
