"""A served site with the sample pools, and the people who come to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome
from sqlalchemy import select, update

from app import create_app
from app.actions.importing import Storage, import_pool
from app.formats.pool_folder import open_pool
from app.kinds.ask import SHAPES
from app.pages.parts import KEY, Parts
from app.rules.practice import KEPT
from app.settings import CHECKOUT, Settings
from app.store import tables
from app.store.migrating import migrate
from tests.pool_folders import copy_rows
from tests.reader import Reader
from tests.reading.page import Page
from tests.serving import serving

SAMPLES = CHECKOUT / "samples"
POOLS = tuple(sorted(pool.parent.name for pool in SAMPLES.glob("*/pool.toml")))
SURVEY = "how-you-use-the-web"
ONE_PAGE = tuple(slug for slug in POOLS if slug != SURVEY)
COOKIE = "sitting"
WITHOUT = "Start without practice"
FIELDS = "every-field"
CODE = "code"


@dataclass(frozen=True)
class Site:
    """A site at work: its application, and where browsers find it."""

    app: Flask
    address: str

    @property
    def parts(self) -> Parts:
        """The parts that the pages use."""
        found: Parts = self.app.extensions[KEY]
        return found

    def change(self, slug: str, **terms: object) -> None:
        """Change a pool's terms behind everybody's back."""
        row = tables.pool
        changed = update(row).where(row.c.slug == slug)
        changed = changed.values(version=row.c.version + 1, **terms)
        self.parts.store.write(lambda unit: unit.execute(changed))

    def last_long(self, *slugs: str) -> None:
        """Let pools outlast a session of tests, which takes more than a sample has."""
        for slug in slugs:
            self.change(slug, overlap=500, budget=10_000_000)
        rows = update(tables.place).values(open=500)
        self.parts.store.write(lambda unit: unit.execute(rows))
        # Whatever tests answer, no known answer is paused.
        rule = update(tables.known).values(ruling=KEPT)
        self.parts.store.write(lambda unit: unit.execute(rule))

    @contextmanager
    def terms(self, slug: str, **terms: object) -> Iterator[None]:
        """A pool whose terms are others for a while."""
        row = tables.pool.c
        asked = select(*(row[name] for name in terms)).where(row.slug == slug)
        before = self.parts.store.read(lambda unit: unit.execute(asked).one()._asdict())
        self.change(slug, **terms)
        try:
            yield
        finally:
            self.change(slug, **before)

    @contextmanager
    def broken(self, page: str, fault: Exception) -> Iterator[None]:
        """A page that meets a fault for a while."""

        def fail(**_: object) -> None:
            raise fault

        whole = self.app.view_functions[page]
        self.app.view_functions[page] = fail
        try:
            yield
        finally:
            self.app.view_functions[page] = whole


class Person:
    """Somebody who works with pages, quickly and without a browser, and can be put before one."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.client: Reader = site.app.test_client()
        self.code = ""

    def visit(self, address: str) -> Page:
        """Open a page."""
        return self.client.visit(address)

    def make_card(self) -> "Person":
        """Take a new card and remember its code."""
        shown = self.visit("/card/new").form("/card/new").press()
        self.code = dict(shown.form("/card/print").pairs())["code"]
        return self

    def start(self, slug: str, tasks: str = "3 tasks") -> Page:
        """Start on a pool; its first task, without practice where there is some."""
        form = self.visit(f"/pools/{slug}").form(f"/pools/{slug}").choose(tasks)
        return form.press(WITHOUT if WITHOUT in form.buttons else "")

    def practise(self, slug: str) -> Page:
        """Start on a pool with practice; its first practice task."""
        return self.visit(f"/pools/{slug}").form(f"/pools/{slug}").press("Start with practice")

    def come_back(self) -> Page:
        """Open the card again with its code."""
        entering = self.visit("/card").form("/card")
        return entering.fill("The code of your card", self.code).press()

    def leave(self) -> None:
        """End the sitting."""
        self.visit("/leave").form("/leave").press()

    def sit_at(self, driver: Chrome) -> None:
        """Go on in this browser with the same sitting."""
        cookie = self.client.get_cookie(COOKIE)
        assert cookie, "there is no sitting"
        driver.execute_cdp_cmd(
            "Network.setCookie",
            {"name": COOKIE, "value": cookie.value, "url": self.site.address, "httpOnly": True},
        )


def answered(page: Page) -> Page:
    """The page after a task was answered, whatever it asks."""
    form = page.form()
    choices = [page.name(each) for each in form.controls if each.get("type") == "radio"]
    if choices:
        form.choose(choices[0])
    else:
        form.fill("What is printed on this line?", "To the Senate")
    return form.press("Send answer")


def make_site(folder: Path) -> Flask:
    """A site with the sample pools and two small ones, in an empty folder."""
    url = f"sqlite:///{folder / 'site.sqlite3'}"
    migrate(url)
    app = create_app(
        Settings(
            data=folder,
            database_url=url,
            secret_key=b"s" * 32,
            card_key=b"c" * 32,
            pay_floor={"EUR": Decimal("10.50")},
        )
    )
    app.test_client_class = Reader
    for slug in POOLS:
        bring(app, SAMPLES / slug)
    return app


def bring(app: Flask, folder: Path) -> None:
    """Import a pool and publish it."""
    parts: Parts = app.extensions[KEY]
    storage = Storage(parts.store, parts.shelf, parts.settings.data)
    source = open_pool(folder)
    assert not isinstance(source, list), source
    with source:
        done = import_pool(storage, source, True, lambda *_: None, datetime.now(UTC))
    assert not isinstance(done, list), done


def small_pool(folder: Path, slug: str, tasks: int, translated: bool = False) -> Path:
    """A copy of a sample pool with another name and few tasks, mostly in English only."""
    made = folder / slug
    made.mkdir()
    spec = (SAMPLES / "spam-or-not" / "pool.toml").read_text("utf-8")
    spec = spec.replace("spam-or-not", slug).replace("Is this message spam?", f"Check {slug}?")
    if not translated:
        reason = 'entry = "open"\nbelow_floor = "Our library has no more money."'
        spec = spec.partition("[pool.words")[0].replace('entry = "open"', reason)
    made.joinpath("pool.toml").write_text(spec, "utf-8")
    columns = ["id", "text", "check_answer", "explain"]
    columns += ["explain.es", "explain.ar"] if translated else []
    copy_rows(SAMPLES / "spam-or-not", made, columns, tasks)
    return made


def field_pool(folder: Path) -> Path:
    """A pool whose only task asks for every shape of field, in English only."""
    made = folder / FIELDS
    made.mkdir()
    spec = (SAMPLES / "type-the-digits" / "pool.toml").read_text("utf-8")
    head = spec.partition("[[pool.ask")[0].replace("type-the-digits", FIELDS)
    fields = "".join(
        f'[[pool.ask.fields]]\nname = "{shape}"\nshape = "{shape}"\n'
        f'label = "Give one {shape}"\nhint = "As it is printed."\nrequired = {required}\n'
        + ('choices = ["Bread", "Milk"]\n' if "choice" in shape else "")
        for shape, required in {**dict.fromkeys(SHAPES, "true"), "choice": "false"}.items()
    )
    fields += f'[[pool.ask.fields]]\nname = "{CODE}"\nlabel = "A code"\nrequired = false\n'
    fields += 'pattern = "AA-000+"\npattern_words = "Two letters, a hyphen, digits."\n'
    made.joinpath("pool.toml").write_text(head.replace("Type five", "Check") + fields, "utf-8")
    made.joinpath("tasks.csv").write_text("id,text\na,Shop 7: 12.50 on 7 March\n", "utf-8")
    return made


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of this session, served; each test comes as a new person."""
    app = make_site(tmp_path_factory.mktemp("site"))
    pools = tmp_path_factory.mktemp("pools")
    bring(app, small_pool(pools, "few-messages", 1))
    bring(app, small_pool(pools, "no-money", 1))
    bring(app, field_pool(pools))
    with serving(app) as address:
        made = Site(app, address)
        made.last_long(*POOLS, FIELDS, "few-messages", "no-money")
        yield made
    made.parts.ear.close()


@pytest.fixture
def person(site: Site) -> Person:
    """Somebody with a new card."""
    return Person(site).make_card()
