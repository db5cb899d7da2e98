"""A site that is served as in earnest, with the reference task in every language."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.formats.tree_file import MOST_INSIDE
from tests.bytes.reference import LANGUAGES, slug, write_reference
from tests.pool_folders import copy_rows
from tests.process import served
from tests.site import FIELDS, POOLS, SAMPLES, Site, bring, field_pool, make_site, small_pool
from tests.sounds import sound_pool

FEW, HIDDEN = "few-messages", "hidden-messages"
SOUND = "long-sound"
TREE, SHELVES = "many-categories", 20


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
    bring(site.app, tree_pool(pools))
    bring(site.app, sound_pool(pools, SOUND, 75))
    site.change(HIDDEN, hide=True)
    site.last_long(*POOLS, FIELDS, FEW, HIDDEN, TREE, SOUND, *map(slug, LANGUAGES))
    site.parts.store.close()
    with served(data, site.parts.settings.database_url) as process:
        yield process.port


def tree_pool(folder: Path) -> Path:
    """The sample pool with a tree of 2,000 leaves, as many beside each other as may be."""
    made = folder / TREE
    shutil.copytree(SAMPLES / "find-the-category", made)
    spec = made.joinpath("pool.toml").read_text("utf-8").partition("[pool.words")[0]
    made.joinpath("pool.toml").write_text(spec.replace("find-the-category", TREE), "utf-8")
    copy_rows(SAMPLES / "find-the-category", made, ["id", "text"])
    leaves = "".join(f"  {number} {name(number)}\n" for number in range(MOST_INSIDE))
    tree = "".join(f"{name(shelf)} {shelf}\n{leaves}" for shelf in range(SHELVES))
    made.joinpath("categories.txt").write_text(tree, "utf-8")
    return made


def name(number: int) -> str:
    """A name of a category, of the usual length, unlike its neighbours'."""
    words = ("Fresh", "Frozen", "Canned", "Dried", "Baked", "Salted", "Smoked", "Pickled", "Raw")
    foods = ("vegetables", "fish", "fruit", "bread", "cheese", "noodles", "beans", "mushrooms")
    return f"{words[number % 9]} {foods[number % 8]} and {words[(number + 4) % 9].lower()} ones"
