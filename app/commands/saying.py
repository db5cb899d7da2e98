"""Saying things to whoever typed a command, in their language where we speak it."""

from collections.abc import Sequence
from functools import cache
from typing import NoReturn

import click

from app.language import Language, choose, language
from app.language.problems import say
from app.rules.doubts import Doubts, is_warning
from app.rules.problem import Problem
from app.settings import read_spoken

MOST = 50


@cache
def reader() -> Language:
    """The language that the terminal is set to."""
    return language(choose(read_spoken(), ""))


def line(problem: Problem, *, warning: bool = False) -> str:
    """A problem as `file:row:column: words`, without the parts that it lacks."""
    place = (problem.file, str(problem.row or ""), problem.column or problem.field)
    known = ":".join(part for part in place if part)
    words = say(reader(), problem.code, problem.values)
    if warning:
        words = reader().gettext("Warning: %(words)s") % {"words": words}
    return f"{known}: {words}" if known else words


def refuse(problems: Sequence[Problem], most: int = MOST, doubts: Doubts | None = None) -> NoReturn:
    """Say each problem on a line of its own, up to so many, and end the command with 1.

    They are said in the order of the file, as a person goes through it to mend them. Where `doubts`
    are given, all is counted in the last line.
    """
    in_order = sorted(problems, key=lambda problem: (not problem.file, problem.file, problem.row))
    for problem in in_order[:most]:
        click.echo(line(problem), err=True)
    more = len(problems) - most
    if more > 0:
        words = reader().ngettext("and %(count)s more problem", "and %(count)s more problems", more)
        click.echo(words % {"count": reader().number(more)}, err=True)
    if doubts is not None:
        count(len(problems), doubts)
    raise SystemExit(1)


def warn(doubts: Doubts, *, all_of_them: bool = False) -> None:
    """Say what is doubtful: the first few of each kind, and how many more there are like them.

    What was not judged is said only where all is wanted.
    """
    for first, more in doubts.kinds():
        doubtful = is_warning(first[0].code)
        if not doubtful and not all_of_them:
            continue
        for problem in first:
            click.echo(line(problem, warning=doubtful), err=True)
        if more > 0:
            words = reader().ngettext(
                "and %(count)s more like this", "and %(count)s more like this", more
            )
            click.echo(words % {"count": reader().number(more)}, err=True)


def count(problems: int, doubts: Doubts) -> None:
    """Say how many problems and warnings there are, where there are any."""
    if problems or doubts.warnings:
        words = reader().gettext("Problems: %(problems)s. Warnings: %(warnings)s.")
        counts = {"problems": problems, "warnings": doubts.warnings}
        click.echo(words % {name: reader().number(one) for name, one in counts.items()})
