"""`ownpace sample`: load the sample pools."""

from datetime import UTC, datetime

import click

from app.actions.cards import print_cards
from app.actions.importing import import_pool
from app.actions.pools import slugs
from app.commands.bar import progress_bar
from app.commands.opened import Site, opened
from app.commands.saying import reader, refuse
from app.formats.pool_folder import open_pool
from app.language import groups
from app.settings import CHECKOUT

SAMPLES = CHECKOUT / "samples"


@click.command()
def sample() -> None:
    """Load the sample pools that are not there yet, and publish them.

    The first time, a card to try them with is made too.
    """
    with opened() as site:
        there = slugs(site.store)
        # A sample's folder has the name of its pool, so nothing is read of those that are there.
        wanted = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())
        for slug in wanted:
            if slug not in there:
                _load(site, slug)
        if there.isdisjoint(wanted):
            _make_card(site)


def _load(site: Site, slug: str) -> None:
    source = open_pool(SAMPLES / slug)
    if isinstance(source, list):
        refuse(source)
    with source, progress_bar() as progress:
        found = import_pool(site.storage, source, True, progress, datetime.now(UTC))
    if isinstance(found, list):
        refuse(found)
    words = reader().ngettext(
        "Loaded the sample pool “%(slug)s” with %(count)s task.",
        "Loaded the sample pool “%(slug)s” with %(count)s tasks.",
        found.tasks,
    )
    click.echo(words % {"slug": found.slug, "count": reader().number(found.tasks)})


def _make_card(site: Site) -> None:
    cap = site.settings.card_cap
    made = print_cards(site.store, site.settings, 1, None, cap, datetime.now(UTC))
    words = reader().gettext("The code of a card to try them with: %(code)s")
    click.echo(words % {"code": groups(made.codes[0])})
