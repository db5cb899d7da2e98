"""`ownpace pool`: check, import, run and export pools."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from app.actions import known_answers, pools
from app.actions.checking import MOST_PROBLEMS, check_pool
from app.actions.importing import Imported, add_tasks, import_pool
from app.commands.bar import progress_bar
from app.commands.opened import Site, opened
from app.commands.plainly import plainly
from app.commands.pool_export import export
from app.commands.pool_status import status
from app.commands.saying import count, reader, refuse, warn
from app.formats.pool_folder import PoolSource, open_pool
from app.language import N_
from app.rules import practice
from app.rules.doubts import Doubts
from app.rules.problem import Problem
from app.settings import read_pay_floor

PUBLISHED = N_("“%(slug)s” is published: its tasks are given out now.")
PAUSED = N_(
    "“%(slug)s” is paused: no new tasks are given out. "
    "Answers to tasks in hand are still taken and paid."
)
CLOSED = N_(
    "“%(slug)s” is closed for good: no new tasks are given out. "
    "Answers to tasks in hand are still taken and paid."
)
RULINGS = {"keep": practice.KEPT, "drop": practice.DROPPED}
KEPT = N_("The known answer of “%(slug)s” is kept: it is shown, whatever workers answer.")
DROPPED = N_("The known answer of “%(slug)s” is dropped: it is not shown any more.")
_PLACE = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def pool() -> None:
    """Check, import, run and export pools."""


@pool.command()
@click.argument("place", metavar="FOLDER|ZIP", type=_PLACE)
def check(place: Path) -> None:
    """Say every problem with a pool, and what is doubtful; nothing is kept.

    Each problem is a line: file:row:column: what was found, and what is wanted. A warning is such a
    line too; it refuses nothing.
    """
    doubts = Doubts()
    with plainly():
        floors = read_pay_floor()
    with _source(place) as source, progress_bar() as progress:
        problems = check_pool(source, progress, doubts.note, floors)
    warn(doubts, all_of_them=True)
    if problems:
        refuse(problems, MOST_PROBLEMS + 1, doubts)
    count(0, doubts)
    if not doubts.warnings:
        click.echo(reader().gettext("No problems were found."))


@pool.command("import")
@click.argument("place", metavar="FOLDER|ZIP", type=_PLACE)
@click.option("--publish", is_flag=True, help="Give its tasks out at once.")
def import_(place: Path, publish: bool) -> None:
    """Bring in a new pool, all of it or nothing."""
    doubts = Doubts()
    with opened() as site, _source(place) as source, progress_bar() as progress:
        now = datetime.now(UTC)
        floors = site.settings.pay_floor
        found = import_pool(site.storage, source, publish, progress, now, doubts.note, floors)
    _tell_imported(found, doubts)


@pool.command()
@click.argument("slug", metavar="POOL")
@click.argument("file", metavar="FILE.csv|FILE.jsonl", type=_PLACE)
@click.option("--ordered", is_flag=True, help="Keep the order of the file.")
def add(slug: str, file: Path, ordered: bool) -> None:
    """Add tasks to a pool, all of them or none.

    Pictures that the file names are in a folder "media" beside it.
    """
    doubts = Doubts()
    with opened() as site, progress_bar() as progress:
        now = datetime.now(UTC)
        found = add_tasks(site.storage, slug, file, ordered, progress, now, doubts.note)
    _tell_imported(found, doubts)


@pool.command()
@click.argument("slug", metavar="POOL")
def publish(slug: str) -> None:
    """Give a pool's tasks out, for the first time or again after a pause."""
    doubts = Doubts()

    def act(site: Site) -> Problem | None:
        return pools.publish(site.store, slug, doubts.note, site.settings.pay_floor)

    _change(act, slug, PUBLISHED, doubts)


@pool.command()
@click.argument("slug", metavar="POOL")
def pause(slug: str) -> None:
    """Give no more of a pool's tasks out for now.

    Answers to tasks that workers have in hand are still taken and paid.
    """
    _change(lambda site: pools.pause(site.store, slug), slug, PAUSED)


@pool.command()
@click.argument("slug", metavar="POOL")
def close(slug: str) -> None:
    """Give no more of a pool's tasks out, ever.

    Answers to tasks that workers have in hand are still taken and paid; answers that were sent
    can no longer be changed. A closed pool stays closed.
    """
    _change(lambda site: pools.close(site.store, slug), slug, CLOSED)


@pool.command("check-answer")
@click.argument("slug", metavar="POOL")
@click.argument("key", metavar="ID")
@click.argument("ruling", type=click.Choice(list(RULINGS)))
def check_answer(slug: str, key: str, ruling: str) -> None:
    """Keep a known answer that most workers do not give, or drop it.

    It is shown, and its practice offered, only once it is kept. Nobody's pay changes.
    """
    kept = RULINGS[ruling]

    def act(site: Site) -> Problem | None:
        return known_answers.decide(site.store, slug, key, kept)

    _change(act, key, KEPT if ruling == "keep" else DROPPED)


pool.add_command(status)
pool.add_command(export)


def _source(place: Path) -> PoolSource:
    source = open_pool(place)
    if isinstance(source, list):
        refuse(source, doubts=Doubts())
    return source


def _tell_imported(found: Imported | list[Problem], doubts: Doubts) -> None:
    warn(doubts)
    if isinstance(found, list):
        refuse(found, doubts=doubts)
    count(0, doubts)
    words = reader().ngettext(
        "Imported %(count)s task into “%(slug)s”.",
        "Imported %(count)s tasks into “%(slug)s”.",
        found.tasks,
    )
    click.echo(words % {"count": reader().number(found.tasks), "slug": found.slug})
    if found.state == pools.DRAFT:
        words = reader().gettext("Give them out with: ownpace pool publish %(slug)s")
        click.echo(words % {"slug": found.slug})


def _change(
    act: Callable[[Site], Problem | None], slug: str, done: str, doubts: Doubts | None = None
) -> None:
    with opened() as site:
        problem = act(site)
    if doubts:
        warn(doubts)
    if problem:
        refuse([problem], doubts=doubts)
    if doubts:
        count(0, doubts)
    click.echo(reader().gettext(done) % {"slug": slug})
