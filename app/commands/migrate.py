"""`ownpace migrate`: bring the database to the version that this release wants."""

import click

from app.commands.plainly import plainly
from app.commands.saying import reader
from app.settings import read_settings
from app.store import migrating


@click.command()
def migrate() -> None:
    """Bring the database up to date; every answer, hold and draft stays."""
    with plainly():
        settings = read_settings()
        settings.data.mkdir(parents=True, exist_ok=True)
        done = migrating.migrate(settings.database_url)
    if done.before != done.after:
        words = reader().gettext("The database is now at version %(version)s.")
        click.echo(words % {"version": done.after})
