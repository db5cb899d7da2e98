"""The example of docs/adding-a-kind.md: its two files are all that a new kind wants."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, FileSystemLoader

import app.kinds
from app.actions import exporting
from app.actions.importing import Imported, Storage
from app.kinds import kinds
from app.settings import CHECKOUT
from app.store.migrating import migrate
from app.store.pools import Facts
from tests.kinds import test_contract as contract
from tests.pages.site import make_card, open_site, start
from tests.pool_folders import TOML, Ground, places, write_pool

PAGE = CHECKOUT / "docs" / "adding-a-kind.md"
BLOCK = re.compile(r"`([\w/.]+)`:\n\n```(?:python|html)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAME = "text_comparison"
POOL = TOML.partition("[pool.ask]")[0].replace("content_moderation", NAME)
ROWS = "id,first,second,check_answer\na,Go.,Kindly proceed.,first\nb,Stop.,Halt.,\n"


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files of the page, laid beside those of the checkout."""
    files = dict(BLOCK.findall(PAGE.read_text("utf-8")))
    for name, content in files.items():
        file = tmp_path / "added" / name
        file.parent.mkdir(parents=True)
        file.write_text(content, "utf-8")
    here = str(tmp_path / "added" / "app" / "kinds")
    monkeypatch.setattr(app.kinds, "__path__", [*app.kinds.__path__, here])
    kinds.cache_clear()
    yield list(files)
    kinds.cache_clear()
    sys.modules.pop(f"app.kinds.{NAME}", None)


def test_the_page_has_one_module_and_one_template(added: list[str]) -> None:
    assert added == [f"app/kinds/{NAME}.py", f"templates/kinds/{NAME}.html"]
    assert PAGE.read_text("utf-8").count("```") == 2 * len(added)
    assert not [name for name in added if (CHECKOUT / name).exists()]


def test_the_kind_keeps_the_contract(added: list[str]) -> None:
    made = kinds()[NAME]
    contract.test_it_is_found_under_its_own_name(made)
    contract.test_every_field_has_a_name_of_its_own_and_a_label(made)
    contract.test_what_it_needs_is_on_the_list(made)
    contract.test_an_answer_comes_back_from_the_store_as_it_went_in(made)
    contract.test_the_same_answer_in_another_language_is_the_same(made)
    contract.test_nothing_sent_is_a_problem_at_each_field_that_wants_something(made)


def test_a_pool_of_it_is_imported_done_and_exported(added: list[str], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'site.sqlite3'}"
    migrate(url)
    with open_site(url, tmp_path) as site:
        templates = FileSystemLoader(tmp_path / "added" / "templates")
        assert site.app.jinja_env.loader
        site.app.jinja_env.loader = ChoiceLoader([site.app.jinja_env.loader, templates])
        ground = Ground(Storage(site.parts.store, site.parts.shelf, tmp_path / "locks"))
        half = write_pool(tmp_path / "half", "id,first\na,Go.\n", POOL)
        assert places(ground.bring(half)) == [("tasks.csv", 1, "second", "column_missing")]
        done = ground.bring(write_pool(tmp_path / "pool", ROWS, POOL))
        assert isinstance(done, Imported), done
        browser = site.browser()
        make_card(browser)
        page = start(browser)
        assert [one.words for one in page.every("h2")] == ["First text", "Second text"]
        assert len(page.every("blockquote")) == 2
        missing = page.form("Send answer").press("Send answer")
        assert "Choose one of the answers." in missing.text
        page = missing.form("Send answer").choose("Both are alike").press("Send answer")
        assert page.title.startswith("Sent. Task 2 of 3")
        pool = exporting.find(site.parts.store, "spam", "answers", "csv")
        assert isinstance(pool, Facts)
        out = io.StringIO(newline="")
        exporting.export(site.parts.store, pool, "answers", "csv", out)
        (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        assert row["value.easier"] == "alike"
