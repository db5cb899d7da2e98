"""`ownpace backup` and `ownpace restore`: everything but the keys, in one file."""

from pathlib import Path

import click

from app.commands.plainly import plainly
from app.commands.saying import reader
from app.media.shelf import open_shelf
from app.settings import Settings, read_settings
from app.store import copying
from app.store.copying import Copied
from app.store.opening import Store

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Copy the database and the media into FILE, also while serving."""
    with plainly():
        settings = read_settings()
        store = Store(settings.database_url)
        done = copying.back_up(store, open_shelf(settings.media), file)
        store.close()
    words = reader().gettext("Rows: %(rows)s. Media files: %(files)s. They are now in %(place)s.")
    click.echo(words % {**_figures(done), "place": file})
    for name in done.missing:
        words = reader().gettext("%(name)s is missing in %(folder)s. See: ownpace doctor")
        click.echo(words % {"name": name, "folder": settings.media}, err=True)
    _tell_of_keys(settings)


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Lose what is in the database now.")
def restore(file: Path, replace: bool) -> None:
    """Bring FILE back: all of it, or nothing."""
    with plainly():
        settings = read_settings()
        settings.data.mkdir(parents=True, exist_ok=True)
        store = Store(settings.database_url)
        done = copying.restore(store, open_shelf(settings.media), file, replace)
        store.close()
    words = reader().gettext("Rows: %(rows)s. Media files: %(files)s. They are back.")
    click.echo(words % _figures(done))
    click.echo(
        reader().gettext("Cards open only with the card key of the site that made this backup.")
    )


def _figures(done: Copied) -> dict[str, object]:
    return {"rows": reader().number(done.rows), "files": reader().number(done.media)}


def _tell_of_keys(settings: Settings) -> None:
    """Say what is not in a backup, and where it is."""
    click.echo(
        reader().gettext(
            "The keys are not in it, so that a stolen backup opens no card. Keep them apart:"
        )
    )
    for name in ("card", "secret"):
        key = settings.data / "keys" / f"{name}.key"
        # One that the environment gives is never written to a file.
        click.echo(f"  {key if key.is_file() else f'OWNPACE_{name.upper()}_KEY'}")
