"""gunicorn set up for this site, with nothing left to its own files or variables."""

from typing import Any

import click
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.config import Config

from app import create_app
from app.commands.saying import reader
from app.commands.serving.worker import Worker
from app.settings import Settings

THREADS = 64
MEGABYTE = 1024 * 1024
OPTIONS: dict[str, Any] = {
    "worker_class": Worker,
    "threads": THREADS,
    "worker_connections": 4_000,
    "preload_app": False,
    "loglevel": "warning",
    # Nobody in front is believed about who asks or how.
    "forwarded_allow_ips": "",
    "secure_scheme_headers": {},
    "limit_request_line": 4_000,
    "limit_request_fields": 60,
    "limit_request_field_size": 8_000,
    # A new connection costs a worker on a slow line a whole round trip.
    "keepalive": 75,
    "graceful_timeout": 30,
    # For a process that hangs; a slow line never holds one up.
    "timeout": 120,
    "control_socket_disable": True,
}


class Site(BaseApplication):
    """The application as gunicorn runs it."""

    cfg: Config

    def __init__(self, settings: Settings, host: str, port: int, workers: int) -> None:
        """Serve there, with so many processes."""
        self.settings = settings
        # A little more than the site takes, so that the site itself says what is too large.
        self.largest_request = (settings.max_upload_megabytes + 1) * MEGABYTE
        bracketed = f"[{host}]" if ":" in host else host
        self._address = f"{bracketed}:{port}"
        self._workers = workers
        super().__init__()

    def load_config(self) -> None:
        """Set every option."""
        here = {"bind": self._address, "workers": self._workers, "when_ready": self._say_where}
        for name, value in {**OPTIONS, **here}.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the application, in each process by itself."""
        return create_app(self.settings)

    def _say_where(self, _server: Arbiter) -> None:
        words = reader().gettext("Ownpace is at %(address)s")
        click.echo(words % {"address": f"http://{self._address}"})
