"""`ownpace doctor`: what is wrong with this site, and how to mend it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

import click

from app.commands.saying import reader
from app.language import N_, stale
from app.language.file_problems import FILES
from app.media.shelf import (
    NotOnShelfError,
    Shelf,
    ShelfAddressError,
    ShelfAwayError,
    open_shelf,
)
from app.media.sounds import can_hear
from app.settings import Settings, SettingsError, read_settings
from app.store import checking, loads, migrating
from app.store.opening import Store, StoreAwayError

# Of many files a few are looked for: a disk that lost one has lost more.
MOST_FILES = 2_000
MOST_NAMED = 5

SETTINGS, DATABASE = N_("Settings"), N_("Database")


class Finding(NamedTuple):
    """One line: what was looked at, and what is wrong with it (nothing: all is well).

    With what is `spared` a site is well without it.
    """

    about: str
    wrong: str = ""
    values: Mapping[str, object] = MappingProxyType({})
    spared: bool = False


@click.command()
def doctor() -> None:
    """Check settings, keys, database, media and languages; say how to mend what is wrong."""
    ill = False
    for finding in _look():
        ill = ill or bool(finding.wrong and not finding.spared)
        about = reader().gettext(finding.about)
        words = reader().gettext(finding.wrong or N_("fine")) % finding.values
        click.echo(f"{about}: {words}", err=bool(finding.wrong))
    if ill:
        raise SystemExit(1)


def _look() -> Iterator[Finding]:
    try:
        settings = read_settings()
    except (SettingsError, OSError) as reason:
        wrong = N_("%(reason)s. Every setting stands in docs/running.md")
        yield Finding(SETTINGS, wrong, {"reason": reason})
        return
    yield Finding(SETTINGS)
    yield from _keys(settings)
    yield _languages()
    yield _pages()
    yield _sound()
    store = checking.open_store(settings.database_url)
    if isinstance(store, str):
        yield Finding(DATABASE, N_("%(reason)s. See OWNPACE_DATABASE_URL"), {"reason": store})
        return
    try:
        yield from _database(store)
        yield from _media(store, settings)
    except StoreAwayError:
        yield Finding(DATABASE, N_("It cannot be reached. Is it running, is the disk there?"))
    finally:
        store.close()


def _keys(settings: Settings) -> Iterator[Finding]:
    for name, about in (("card", N_("Card key")), ("secret", N_("Secret key"))):
        file = settings.data / "keys" / f"{name}.key"
        if not file.is_file():
            continue
        others = file.stat().st_mode & 0o077
        wrong = N_("Others may read it. Run: chmod 600 %(file)s")
        yield Finding(about, wrong, {"file": file}) if others else Finding(about)


def _languages() -> Finding:
    old = stale()
    about = N_("Languages")
    if not old:
        return Finding(about)
    return Finding(about, N_("Not up to date: %(tags)s. Run: make run"), {"tags": ", ".join(old)})


def _pages() -> Finding:
    """The application itself, which may be what cannot be loaded."""
    about = N_("Pages")
    try:
        import_module("app.pages.site")
    except ImportError as reason:
        wrong = N_("They cannot be loaded (%(reason)s). Run once: make run")
        return Finding(about, wrong, {"reason": reason})
    return Finding(about)


def _sound() -> Finding:
    """The package for sound, without which all else works."""
    wrong = "" if can_hear() else FILES["sound_package"]
    return Finding(N_("Sound"), wrong, spared=True)


def _database(store: Store) -> Iterator[Finding]:
    if not migrating.is_current(store):
        yield Finding(DATABASE, N_("It is not up to date. Run: ownpace migrate"))
        return
    yield Finding(DATABASE)
    left = ", ".join(sorted({slug for slug, _ in store.read(loads.abandoned)}))
    wrong = N_("One into %(pools)s did not end. If it is not running now, import again.")
    yield Finding(N_("Imports"), wrong if left else "", {"pools": left})


def _media(store: Store, settings: Settings) -> Iterator[Finding]:
    about = N_("Media")
    try:
        shelf = open_shelf(settings.media)
        shelf.try_to_write()
    except ShelfAddressError as reason:
        yield Finding(about, N_("%(reason)s. See OWNPACE_MEDIA_URL"), {"reason": reason})
        return
    except (OSError, ShelfAwayError) as reason:
        wrong = N_("%(place)s takes no file (%(reason)s). See to its rights, its disk or its line.")
        yield Finding(about, wrong, {"place": settings.media, "reason": reason})
        return
    yield Finding(about)
    if not migrating.is_current(store):
        return
    names = store.read(lambda unit: checking.media_names(unit, MOST_FILES))
    lost = [name for name in names if not _is_there(shelf, name)]
    wrong = N_("Missing: %(count)s, such as %(some)s. Bring them back from a backup.")
    values = {"count": len(lost), "some": ", ".join(lost[:MOST_NAMED])}
    yield Finding(N_("Media files"), wrong if lost else "", values)


def _is_there(shelf: Shelf, name: str) -> bool:
    try:
        return shelf.size(name) > 0
    except NotOnShelfError:
        return False
