"""What most commands need: the settings, the open database, and where imports put things."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import click

from app.actions.importing import Storage
from app.commands.plainly import plainly
from app.commands.saying import reader
from app.media.shelf import open_shelf
from app.settings import Settings, read_settings
from app.store.migrating import is_current
from app.store.opening import Store


class Site(NamedTuple):
    """A site as a command finds it."""

    settings: Settings
    store: Store

    @property
    def storage(self) -> Storage:
        """Where imports put things."""
        return Storage(self.store, open_shelf(self.settings.media), self.settings.data / "locks")


@contextmanager
def opened() -> Iterator[Site]:
    """The site, its database up to date; what a person can mend ends the command in one line."""
    with plainly():
        settings = read_settings()
        store = Store(settings.database_url)
        try:
            if not is_current(store):
                raise click.ClickException(
                    reader().gettext("The database is not up to date. Run: ownpace migrate")
                )
            yield Site(settings, store)
        finally:
            store.close()
