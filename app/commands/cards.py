"""`ownpace cards`: cards for a partner to hand out."""

import csv
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import click
import segno
from jinja2 import Environment, FileSystemLoader

from app.actions.cards import print_cards
from app.actions.pools import CLOSED
from app.commands.opened import opened
from app.commands.saying import reader, refuse
from app.language import groups
from app.rules.problem import Problem
from app.settings import CHECKOUT
from app.store import pools

MOST = 10_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cards() -> None:
    """Print cards for a partner to hand out."""


@cards.command()
@click.option("--count", type=click.IntRange(1, MOST), required=True, help="How many cards.")
@click.option("--pool", "slug", metavar="POOL", default="", help="The one pool they are for.")
@click.option(
    "--cap",
    metavar="AMOUNT",
    type=click.IntRange(min=0),
    help="What these cards may earn together in each currency, in its smallest unit, such as cents."
    " Left out: OWNPACE_CARD_CAP for each card.",
)
@click.option("--format", "form", type=click.Choice(["txt", "csv", "html"]), default="txt")
def new(count: int, slug: str, cap: int | None, form: str) -> None:
    """Make a batch of cards and write their codes.

    This is the only time that the codes are shown. As html they are a sheet to print, with a
    picture of each code for cameras.
    """
    with opened() as site:
        pool = site.store.read(lambda unit: pools.find(unit, slug)) if slug else None
        if slug and pool is None:
            refuse([Problem("pool_not_there", {"found": slug})])
        if pool and pool.state == CLOSED:
            refuse([Problem("pool_closed_for_good", {"found": slug})])
        limit = site.settings.card_cap * count if cap is None else cap
        made = print_cards(
            site.store, site.settings, count, pool and pool.id, limit, datetime.now(UTC)
        )
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["batch", "card", "code"])
        writer.writerows(
            (made.batch, number, groups(code)) for number, code in enumerate(made.codes, 1)
        )
    elif form == "html":
        click.echo(_sheet(made.codes, site.settings.site_name))
    else:
        for code in made.codes:
            click.echo(groups(code))


def _sheet(codes: Sequence[str], site_name: str) -> str:
    """A page to print, with everything in it."""
    environment = Environment(
        loader=FileSystemLoader(CHECKOUT / "templates"),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
    )
    speaks = reader()
    environment.globals.update(_=speaks.gettext)
    shown = [(groups(code), _picture(code)) for code in codes]
    return environment.get_template("desk/cards.html").render(
        cards=shown, site_name=site_name, lang=speaks.code, dir=speaks.direction
    )


def _picture(code: str) -> str:
    """The code alone as a QR picture: no address that a camera would open."""
    made = segno.make(code, error="m", micro=False)
    return made.svg_inline(scale=3, svgclass="qr", lineclass=None, omitsize=True)
