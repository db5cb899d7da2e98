"""`ownpace doctor`: what is wrong with this site, and how to mend it."""

from collections.abc import Iterator
from importlib import import_module
from tempfile import TemporaryFile
from typing import NamedTuple

import click

from app.language import stale
from app.media.shelf import NotOnShelfError, Shelf
from app.settings import Settings, SettingsError, read_settings
from app.store import checking, loads, migrating
from app.store.opening import Store, StoreAwayError

# Of many files a few are looked for: a disk that lost one has lost more.
MOST_FILES = 2_000
MOST_NAMED = 5


class Finding(NamedTuple):
    """One line: what was looked at, and what is wrong with it (nothing: all is well)."""

    about: str
    wrong: str = ""


@click.command()
def doctor() -> None:
    """Check settings, keys, database, media and languages; say how to mend what is wrong."""
    ill = False
    for finding in _look():
        ill = ill or bool(finding.wrong)
        click.echo(f"{finding.about}: {finding.wrong or 'fine'}", err=bool(finding.wrong))
    if ill:
        raise SystemExit(1)


def _look() -> Iterator[Finding]:
    try:
        settings = read_settings()
    except (SettingsError, OSError) as reason:
        yield Finding("settings", f"{reason} (docs/running.md lists every setting)")
        return
    yield Finding("settings")
    yield from _keys(settings)
    yield _languages()
    yield _pages()
    store = checking.open_store(settings.database_url)
    if isinstance(store, str):
        yield Finding("database", f"{store} (OWNPACE_DATABASE_URL)")
        return
    try:
        yield from _database(store)
        yield from _media(store, settings)
    except StoreAwayError:
        yield Finding("database", "it cannot be reached: is it running, is the disk there?")
    finally:
        store.close()


def _keys(settings: Settings) -> Iterator[Finding]:
    for name in ("card", "secret"):
        file = settings.data / "keys" / f"{name}.key"
        if not file.is_file():
            continue
        others = file.stat().st_mode & 0o077
        wrong = f"others may read {file}: run `chmod 600 {file}`" if others else ""
        yield Finding(f"{name} key", wrong)


def _languages() -> Finding:
    old = stale()
    wrong = f"not up to date in {', '.join(old)}: run `make`" if old else ""
    return Finding("languages", wrong)


def _pages() -> Finding:
    """The application itself, which may be what cannot be loaded."""
    try:
        import_module("app.pages.site")
    except ImportError as reason:
        return Finding("pages", f"{reason}: run `make run` once, which installs what is missing")
    return Finding("pages")


def _database(store: Store) -> Iterator[Finding]:
    current = migrating.is_current(store)
    yield Finding("database", "" if current else "not up to date: run `ownpace migrate`")
    if current:
        left = sorted({slug for slug, _ in store.read(loads.abandoned)})
        wrong = f"not finished into {', '.join(left)}: if none is running, import again"
        yield Finding("imports", wrong if left else "")


def _media(store: Store, settings: Settings) -> Iterator[Finding]:
    folder = settings.media
    there = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with TemporaryFile(dir=there):
            pass
        yield Finding("media folder")
    except OSError as reason:
        yield Finding("media folder", f"{there} takes no file ({reason.strerror}): see its rights")
    if migrating.is_current(store):
        names = store.read(lambda unit: checking.media_names(unit, MOST_FILES))
        lost = [name for name in names if not _is_there(Shelf(folder), name)]
        some = ", ".join(lost[:MOST_NAMED])
        wrong = f"missing in {folder}: {len(lost)}, such as {some}: restore them from a backup"
        yield Finding("media files", wrong if lost else "")


def _is_there(shelf: Shelf, name: str) -> bool:
    try:
        return shelf.size(name) > 0
    except NotOnShelfError:
        return False
