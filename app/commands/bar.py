"""The progress bar of a long command, on a terminal only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from app.actions.checking import Progress
from app.commands.saying import reader
from app.language import N_

STEPS = {
    "check": N_("Checking tasks"),
    "media": N_("Reading pictures and sound"),
    "tasks": N_("Importing tasks"),
}


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar for each step of an import, one under the other."""
    bars: dict[str, Any] = {}

    def show(step: str, done: int, of: int) -> None:
        if step not in bars:
            finish()
            bars[step] = _bar(reader().gettext(STEPS[step]), of)
        bars[step].update(done - bars[step].pos)

    def finish() -> None:
        for step in list(bars):
            bars.pop(step).render_finish()

    try:
        yield show
    finally:
        finish()


def _bar(label: str, of: int) -> Any:
    # Without a length click wants something to walk through, and shows how far it came.
    nothing: Iterator[None] = (None for _ in ())
    hidden = not sys.stderr.isatty()
    if of:
        return click.progressbar(length=of, label=label, file=sys.stderr, hidden=hidden)
    return click.progressbar(nothing, label=label, file=sys.stderr, hidden=hidden, show_pos=True)
