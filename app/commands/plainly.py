"""Saying in one line what stopped a command."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.commands.saying import reader
from app.media.shelf import ShelfAddressError, ShelfAwayError
from app.settings import SettingsError
from app.store.archive import ArchiveError
from app.store.migrating import MigrationError
from app.store.opening import AddressError, StoreAwayError


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what a person can mend into one line and exit code 1."""
    try:
        yield
    except (SettingsError, MigrationError, ArchiveError) as reason:
        raise click.ClickException(str(reason)) from reason
    except AddressError as reason:
        words = reader().gettext("%(reason)s. See OWNPACE_DATABASE_URL")
        raise click.ClickException(words % {"reason": reason}) from reason
    except ShelfAddressError as reason:
        words = reader().gettext("%(reason)s. See OWNPACE_MEDIA_URL")
        raise click.ClickException(words % {"reason": reason}) from reason
    except ShelfAwayError as reason:
        words = reader().gettext(
            "The media cannot be reached, or cannot be written (%(reason)s). "
            "Check OWNPACE_MEDIA_URL and the line to it."
        )
        raise click.ClickException(words % {"reason": reason}) from reason
    except StoreAwayError as reason:
        raise click.ClickException(
            reader().gettext(
                "The database cannot be reached, or cannot be written. "
                "Check OWNPACE_DATABASE_URL and the disk."
            )
        ) from reason
