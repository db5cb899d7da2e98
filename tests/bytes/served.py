"""A site that is served as in earnest, with the reference task in every language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bytes.reference import LANGUAGES, slug, write_reference
from tests.process import served
from tests.site import FIELDS, POOLS, Site, bring, field_pool, make_site, small_pool

FEW, HIDDEN = "few-messages", "hidden-messages"


@contextmanager
def served_site(folder: Path) -> Iterator[int]:
    """The port of the site, whose data is in an empty folder."""
    data, pools = folder / "data", folder / "pools"
    data.mkdir()
    pools.mkdir()
    site = Site(make_site(data), "")
    for language in LANGUAGES:
        bring(site.app, write_reference(pools, language))
    for few in (FEW, HIDDEN):
        bring(site.app, small_pool(pools, few, 1, translated=True))
    bring(site.app, field_pool(pools))
    site.change(HIDDEN, hide=True)
    site.last_long(*POOLS, FIELDS, FEW, HIDDEN, *map(slug, LANGUAGES))
    site.parts.store.close()
    with served(data, site.parts.settings.database_url) as process:
        yield process.port
