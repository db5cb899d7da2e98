"""While nothing can be stored, a plain page keeps what was typed; afterwards work goes on."""

import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.audit import audit
from tests.databases import Postgres, Sqlite
from tests.process import Process
from tests.reliability.crowd import patiently, stored
from tests.scenes import Scene
from tests.visitor import Visitor

Trouble = Callable[[], AbstractContextManager[None]]


@contextmanager
def full_disk(process: Process) -> Iterator[None]:
    """No file of the site's processes can be written any more."""
    unlimited = resource.RLIM_INFINITY
    group = [each for each in map(int, processes()) if of_group(each, process.running.pid)]
    assert len(group) > 1
    for each in group:
        resource.prlimit(each, resource.RLIMIT_FSIZE, (0, unlimited))
    try:
        yield
    finally:
        for each in group:
            resource.prlimit(each, resource.RLIMIT_FSIZE, (unlimited, unlimited))


def processes() -> list[str]:
    return [each.name for each in Path("/proc").iterdir() if each.name.isdecimal()]


def of_group(number: int, leader: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[2] == str(leader)
    except OSError:
        return False


@contextmanager
def closed_database(server: Postgres, url: str) -> Iterator[None]:
    """The database throws everybody out and lets nobody in."""
    address = server.server.set(drivername="postgresql").render_as_string(hide_password=False)
    name = make_url(url).database
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'alter database "{name}" allow_connections false')
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [name]
        )
        try:
            yield
        finally:
            connection.execute(f'alter database "{name}" allow_connections true')


@pytest.fixture
def trouble(engine_maker: Sqlite | Postgres, process: Process) -> Trouble:
    """What keeps this engine from storing anything for a while."""
    if isinstance(engine_maker, Postgres):
        return lambda: closed_database(engine_maker, process.url)
    return lambda: full_disk(process)


def test_a_worker_is_told_keeps_what_was_typed_and_goes_on_afterwards(
    process: Process, scene: Scene, trouble: Trouble
) -> None:
    scene.pool("spam", tasks=5, overlap=1, pay=5)
    visitor = Visitor(process.port)
    visitor.take_card()
    visitor.start("spam")
    form = visitor.task("spam")
    assert form
    form.fields["answer.verdict"] = "Not spam"
    scene.store.close()
    with trouble():
        for _ in range(3):
            reply = visitor.send("spam", form)
            assert reply.status == 503
            assert "Not spam" in reply.text
            assert "<h1>" in reply.text
        assert visitor.ask("GET", "/healthz").status == 200
        assert visitor.ask("GET", "/help").status in {200, 503}
    patiently(lambda: visitor.ask("GET", "/readyz").status == 200)
    assert visitor.send("spam", form).status == 303
    assert visitor.send("spam", form).status == 303
    assert stored(scene) == [(form.card, form.task)]
    audit(scene)
    visitor.close()
