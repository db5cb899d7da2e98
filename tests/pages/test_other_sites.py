"""The sites that a pool's tasks lead to are named on its page, before the start."""

from collections.abc import Iterable
from pathlib import Path

from app.actions.importing import Imported, Storage, add_tasks
from tests.pages.site import Site
from tests.pool_folders import NOW, TOML, Ground, silent, write_pool
from tests.reader import Reader

TESTS = TOML.replace("content_moderation", "software_test").partition("[pool.ask]")[0]
TESTS = TESTS.replace('"spam"', '"tests"')
NAMES = "Other sites that it opens"
UNTOLD = "They are not told which page you came from."


def rows(addresses: Iterable[str], first: int = 0) -> str:
    lines = (f"k{first + n},{one},Open it." for n, one in enumerate(addresses))
    return "\n".join(["id,url,steps", *lines, ""])


def bring(site: Site, folder: Path, *addresses: str) -> Storage:
    storage = Storage(site.parts.store, site.parts.shelf, folder / "locks")
    done = Ground(storage).bring(write_pool(folder / "pool", rows(addresses), TESTS))
    assert isinstance(done, Imported), done
    return storage


def test_each_site_is_named_once(site: Site, browser: Reader, tmp_path: Path) -> None:
    names = ("b.example/x", "A.example:81/x", "b.example/y", "a.example:81/y")
    bring(site, tmp_path, *(f"https://{name}" for name in names))
    page = browser.visit("/pools/tests")
    assert f"{NAMES}\na.example:81\nb.example\n{UNTOLD}" in page.text
    hosts = [one for one in page.every("bdi") if one.words == "b.example"]
    assert [(one.get("lang"), one.get("dir")) for one in hosts] == [("zxx", "ltr")]


def test_five_sites_are_named_and_the_others_counted(
    site: Site, browser: Reader, tmp_path: Path
) -> None:
    storage = bring(site, tmp_path, *(f"https://{name}.example/" for name in "abcdef"))
    page = browser.visit("/pools/tests")
    assert "e.example\nAnd 1 more\n" in page.text
    more = tmp_path / "more.csv"
    more.write_text(rows(["https://a.example/", "https://g.example/"], 6))
    done = add_tasks(storage, "tests", more, False, silent, NOW)
    assert isinstance(done, Imported), done
    page = browser.visit("/pools/tests")
    assert "e.example\nAnd 2 more\n" in page.text


def test_a_page_of_this_site_is_no_other_site(site: Site, browser: Reader, tmp_path: Path) -> None:
    bring(site, tmp_path, "https://ours.example/help", "https://theirs.example/")
    page = browser.visit("/pools/tests", base_url="https://ours.example")
    assert f"{NAMES}\ntheirs.example\n{UNTOLD}" in page.text


def test_other_pools_name_none(browser: Reader) -> None:
    assert NAMES not in browser.visit("/pools/spam").text
