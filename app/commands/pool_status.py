"""`ownpace pool status`: how pools go."""

import json
from collections.abc import Sequence
from typing import Any

import click

from app.actions import pools
from app.actions.known_answers import KnownAnswer
from app.actions.pools import Status
from app.commands.opened import opened
from app.commands.saying import reader, refuse
from app.kinds import kinds
from app.language import N_
from app.language.lists import SKIP_REASONS
from app.rules.problem import Problem

# More would fill the screen; JSON has them all.
MOST = 20
STATES = {
    "draft": N_("draft"),
    "published": N_("published"),
    "paused": N_("paused"),
    "closed": N_("closed"),
}


@click.command()
@click.argument("slug", metavar="[POOL]", default="")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: a list with one pool an item.")
def status(slug: str, as_json: bool) -> None:
    """Say how one pool goes, or all of them.

    For one pool, also what the answers come to so far. Money in JSON is in the currency's smallest
    unit.
    """
    with opened() as site:
        found = pools.status(site.store, slug) if slug else pools.every_status(site.store)
    if isinstance(found, Problem):
        refuse([found])
    every = [found] if isinstance(found, Status) else found
    if as_json:
        click.echo(json.dumps([_plain(one) for one in every], ensure_ascii=False, indent=2))
    elif not every:
        click.echo(
            reader().gettext("There are no pools yet. Bring one in with: ownpace pool import")
        )
    else:
        click.echo("\n".join(text for one in every for text in _lines(one)))


def _plain(one: Status) -> dict[str, Any]:
    facts = one._asdict()
    outcomes, known = facts.pop("outcomes") or {}, facts.pop("known")
    told = {} if known is None else {"known": [each._asdict() for each in known]}
    return {**facts, **outcomes, **told}


def _lines(one: Status) -> list[str]:
    speaks = reader()
    number = speaks.number
    lines = [f"{one.slug} ({one.kind}): {speaks.gettext(STATES[one.state])}"]
    told = speaks.gettext(
        "Tasks: %(tasks)s. Answers: %(answers)s. Skips: %(skips)s. Still wanted: %(wanted)s."
    )
    lines.append(
        told
        % {
            "tasks": number(one.tasks),
            "answers": number(one.answers),
            "skips": number(one.skips),
            "wanted": number(one.open_places),
        }
    )
    lines.append(_time(one))
    lines += [_money(one)] if one.currency else []
    if one.sample and one.currency:
        lines.append(speaks.gettext("This is a sample: its pay is not real money."))
    reasons = [(SKIP_REASONS[key], count) for key, count in one.skip_reasons.items() if count]
    if reasons:
        lines.append(speaks.gettext("Why tasks were skipped, as workers said:"))
        lines += [f"  {speaks.gettext(words)}: {number(count)}" for words, count in reasons]
    if one.skipped_by_many:
        words = speaks.gettext("Skipped by many, so they wait for you: %(count)s.")
        lines.append(words % {"count": number(one.skipped_by_many)})
    if one.outcomes is not None:
        words = speaks.gettext("Agreed: %(agreed)s. Undecided: %(undecided)s. Open: %(open)s.")
        if kinds()[one.kind].has_pages:
            # In a survey nothing agrees: its tasks have all their answers, or not yet.
            words = speaks.gettext("With all answers: %(undecided)s. Open: %(open)s.")
        lines.append(words % {name: number(count) for name, count in one.outcomes.items()})
    lines += _known(one.slug, one.known or [])
    return [lines[0], *(f"  {text}" for text in lines[1:])]


def _money(one: Status) -> str:
    amounts = {"budget": one.budget, "reserved": one.reserved, "spent": one.spent}
    words = reader().gettext("Budget: %(budget)s. Reserved: %(reserved)s. Spent: %(spent)s.")
    return words % {name: reader().money(sum_, one.currency) for name, sum_ in amounts.items()}


def _time(one: Status) -> str:
    speaks = reader()
    values = {"minutes": speaks.minutes(one.minutes), "count": speaks.number(one.minutes_reports)}
    if one.minutes_basis == "reports":
        words = speaks.gettext("Time: at most %(minutes)s a task for nine of ten workers.")
    else:
        words = speaks.gettext(
            "Time: about %(minutes)s a task, by your own trial. Reports of workers: %(count)s."
        )
    return words % values


def _known(slug: str, known: Sequence[KnownAnswer]) -> list[str]:
    """How workers' answers compare with those known; one that nobody answered is only counted."""
    if not known:
        return []
    speaks = reader()
    counts = {"all": len(known), "practice": sum(one.practice for one in known)}
    words = speaks.gettext("Known answers: %(all)s. For practice: %(practice)s.")
    lines = [words % {name: speaks.number(count) for name, count in counts.items()}]
    practice = [one.id for one in known if one.practice]
    if practice:
        words = speaks.gettext("The practice tasks by their ids: %(ids)s")
        ids = practice[:MOST] + (["…"] if len(practice) > MOST else [])
        lines.append("  " + words % {"ids": ", ".join(ids)})
    answered = [one for one in known if one.same or one.other]
    lines += [f"  {_compared(one)}" for one in answered[:MOST]]
    more = len(answered) - MOST
    if more > 0:
        words = speaks.ngettext("… and %(count)s more.", "… and %(count)s more.", more)
        lines.append("  " + words % {"count": speaks.number(more)})
    if any(one.paused and not one.ruling for one in known):
        words = speaks.gettext(
            "Most workers answer otherwise. Look, then say: "
            "ownpace pool check-answer %(slug)s ID keep (or: drop)"
        )
        lines.append("  " + words % {"slug": slug})
    return lines


def _compared(one: KnownAnswer) -> str:
    speaks = reader()
    words = speaks.gettext("%(id)s: %(same)s the same, %(other)s others")
    if one.paused:
        words = speaks.gettext("%(id)s: %(same)s the same, %(other)s others; not shown now")
    counts = {"same": speaks.number(one.same), "other": speaks.number(one.other)}
    return words % {"id": one.id, **counts}
