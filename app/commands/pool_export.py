"""`ownpace pool export`: write what came of a pool."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from app.actions import exporting
from app.commands.opened import opened
from app.commands.pool_media import put_recordings, unwritable
from app.commands.saying import reader, refuse
from app.formats.exports import FORMS
from app.rules.problem import Problem

EVERY_FORM = tuple(dict.fromkeys(form for forms in FORMS.values() for form in forms))


@click.command()
@click.argument("slug", metavar="POOL")
@click.option(
    "--what",
    type=click.Choice(["answers", "results", "tasks"]),
    default="answers",
    show_default=True,
    help="Each answer; what the answers to each task come to; or the tasks, to import again.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(EVERY_FORM),
    default="csv",
    show_default=True,
    help="Crowdkit is for answers only.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here.",
)
@click.option(
    "--media",
    metavar="FOLDER|ZIP",
    type=click.Path(path_type=Path),
    help="Put the recordings of workers there too, under the names that the answers have.",
)
def export(slug: str, what: str, form: str, output: Path | None, media: Path | None) -> None:
    """Write a pool's answers, results or tasks.

    Without -o they are written to standard output. Pseudonyms tell workers apart within this pool
    only, and days stand for times.
    """
    with opened() as site:
        pool = exporting.find(site.store, slug, what, form)
        if isinstance(pool, Problem):
            refuse([pool])
        if media:
            files = exporting.recordings(site.store, pool)
            sounds = put_recordings(files, site.storage.shelf, media)
            words = reader().ngettext("Wrote %(count)s file.", "Wrote %(count)s files.", sounds)
            click.echo(words % {"count": reader().number(sounds)}, err=True)
        place = _file(output) if output else _standard_output()
        with place as out:
            count = exporting.export(site.store, pool, what, form, out)
    if output is not None:
        words = reader().ngettext("Wrote %(count)s row.", "Wrote %(count)s rows.", count)
        click.echo(words % {"count": reader().number(count)}, err=True)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield out
        out.flush()
    finally:
        out.detach()


@contextmanager
def _file(place: Path) -> Iterator[TextIO]:
    """A file that gets its name only when it is whole."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as out:
            yield out
        beside.replace(place)
    except OSError as error:
        raise unwritable(place, error) from error
    finally:
        beside.unlink(missing_ok=True)
