"""`ownpace migrate`: bring the database to the version that this release wants."""

import click

from app.settings import SettingsError, read_settings
from app.store import migrating
from app.store.migrating import MigrationError
from app.store.opening import StoreAwayError


@click.command()
def migrate() -> None:
    """Bring the database up to date; every answer, hold and draft stays."""
    try:
        settings = read_settings()
        settings.data.mkdir(parents=True, exist_ok=True)
        done = migrating.migrate(settings.database_url)
    except (SettingsError, MigrationError, StoreAwayError) as reason:
        raise click.ClickException(str(reason)) from reason
    if done.before != done.after:
        click.echo(f"The database is now at version {done.after}.")
