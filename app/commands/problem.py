"""`ownpace problem`: what is in people's way on this site, and the answers to them."""

import click

from app.actions import saying
from app.actions.saying import Barrier
from app.commands.opened import opened
from app.commands.saying import reader, refuse
from app.fields.text import LongText
from app.language import groups
from app.rules.problem import Problem
from app.rules.typed import receipt_number

ANSWER = LongText("answer", "", longest=4_000)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def problem() -> None:
    """Read what is in people's way on this site, and answer."""


@problem.command("list")
@click.option("--all", "answered_too", is_flag=True, help="Those that are answered, too.")
def list_(answered_too: bool) -> None:
    """Show the reports that wait for an answer, the oldest first.

    A report's number is all that its writer needs to read the answer: show it to nobody.
    """
    with opened() as site:
        found = saying.barrier_reports(site.store, answered_too)
    if not found:
        click.echo(reader().gettext("No report waits for an answer."))
    click.echo("\n\n".join("\n".join(_lines(one)) for one in found), nl=bool(found))


@problem.command("answer")
@click.argument("number", nargs=1)
@click.argument("text", nargs=1)
def answer_(number: str, text: str) -> None:
    """Answer a report: NUMBER is as the list shows it, in quotes or without its spaces.

    Whoever knows the number can read TEXT. A second answer takes the place of the first.
    """
    words = ANSWER.read([text])
    if isinstance(words, Problem):
        refuse([words])
    with opened() as site:
        refused = saying.answer_barrier(site.store, _read(number), words)
    if refused:
        refuse([refused])
    click.echo(reader().gettext("The answer is kept. Whoever knows the number can read it now."))


@problem.command()
@click.argument("number")
def remove(number: str) -> None:
    """Remove a report and its answer, for instance where somebody wrote a name."""
    with opened() as site:
        refused = saying.remove_barrier(site.store, _read(number))
    if refused:
        refuse([refused])
    click.echo(reader().gettext("The report is removed. Nobody can read it any more."))


def _read(number: str) -> int:
    found = receipt_number(number)
    if found is None:
        refuse([Problem("report_unknown")])
    return found


def _lines(one: Barrier) -> list[str]:
    """A report as a person reads it: its facts, then its text, then its answer."""
    speaks = reader()
    head = speaks.gettext("%(number)s, %(day)s") % {
        "number": groups(str(one.number), 4),
        "day": speaks.day(one.day),
    }
    lines = [head]
    if one.page:
        lines.append("  " + speaks.gettext("Page: %(page)s") % {"page": one.page})
    lines += [f"  {line}" for line in one.text.split("\n")]
    if one.answer:
        lines.append(speaks.gettext("Answer:"))
        lines += [f"  {line}" for line in one.answer.split("\n")]
    return lines
