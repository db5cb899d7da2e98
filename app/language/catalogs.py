"""The catalogs: which languages the pages speak, and their texts."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

SOURCE = "en"
TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"

_COMPILED = "LC_MESSAGES/messages.mo"
_WRITTEN = "LC_MESSAGES/messages.po"


@cache
def locales(folder: Path = TRANSLATIONS) -> tuple[str, ...]:
    """The language tags of the pages: English first, then each that has a compiled catalog."""
    compiled = sorted(path.parts[-3] for path in folder.glob(f"*/{_COMPILED}"))
    tags = (name.replace("_", "-") for name in compiled)
    return (SOURCE, *(tag for tag in tags if tag != SOURCE))


def stale(folder: Path = TRANSLATIONS) -> list[str]:
    """The languages whose compiled catalog is missing or older than what was written."""
    return [
        written.parts[-3].replace("_", "-")
        for written in sorted(folder.glob(f"*/{_WRITTEN}"))
        if _age(written.with_suffix(".mo")) < _age(written)
    ]


def catalog(tag: str, folder: Path = TRANSLATIONS) -> NullTranslations:
    """The texts in a language; those of the source where it has no catalog."""
    compiled = folder / tag.replace("-", "_") / _COMPILED
    if tag not in locales(folder) or not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)


def _age(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0.0
