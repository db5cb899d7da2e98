"""`ownpace serve`: answer browsers."""

import resource
import socket
import time

import click

from app.commands.plainly import plainly
from app.commands.saying import reader
from app.settings import read_settings
from app.store.migrating import is_current
from app.store.opening import Store

# A killed process's threads may hold the port for a moment.
PATIENCE = 3


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """Serve the pages until stopped."""
    with plainly():
        settings = read_settings()
        store = Store(settings.database_url)
        if workers > 1 and store.engine.dialect.name == "sqlite":
            raise click.ClickException(
                reader().gettext(
                    "SQLite takes one process, because two would make each other wait. "
                    "Leave --workers out, or take PostgreSQL (docs/running.md)."
                )
            )
        current = is_current(store)
        store.close()
    if not current:
        raise click.ClickException(
            reader().gettext("The database is not up to date. Run: ownpace migrate")
        )
    _wait_for(host, port)
    _allow_many_connections()
    # Imported here, so that what is wrong is said before the server is loaded.
    from app.commands.serving.site import Site

    Site(settings, host, port, workers).run()


def _wait_for(host: str, port: int) -> None:
    """Refuse in one line where the port cannot be had."""
    deadline = time.monotonic() + PATIENCE
    while reason := _taken(host, port):
        if time.monotonic() > deadline:
            words = reader().gettext("Port %(port)s cannot be used (%(reason)s). Take another.")
            raise click.ClickException(words % {"port": port, "reason": reason})
        time.sleep(0.1)


def _taken(host: str, port: int) -> str:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _allow_many_connections() -> None:
    """Let slow lines have as many connections as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
