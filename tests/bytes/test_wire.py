"""What pages cost: every byte that is received, with headers, over HTTP/1.1 as in earnest."""

import re
from collections.abc import Iterator

import pytest

from app.pages.site import WORKER_PAGES
from tests.bytes.pages import PAGES
from tests.bytes.reference import LANGUAGES, SAID, TASKS, slug, text
from tests.bytes.steps import begin, make_card, send
from tests.bytes.wire import Wire
from tests.site import Site

FIRST_TASK, NEXT_TASK, OTHER_PAGE, STYLE, PICTURE = 5_000, 2_000, 6_000, 2_000, 8_000
RECORDED, SCRIPT = "say-a-sentence", 1_500
# No sound of the sample pool is longer.
SAMPLE_SECONDS = 7.2
# Scripts whose letters take two bytes each, and tongues that need more words, may cost more.
OTHER_LANGUAGE_AT_MOST, GZIP_AT_MOST = 1.5, 1.2

in_every_language = pytest.mark.parametrize("language", LANGUAGES, indirect=True)


def allowed(budget: int, language: str) -> float:
    return budget * (1 if language == "en" else OTHER_LANGUAGE_AT_MOST)


@pytest.fixture
def old(port: int, language: str) -> Iterator[Wire]:
    """A browser that knows gzip only, as all do where there is no HTTPS."""
    made = Wire(port, language, "gzip, deflate")
    yield made
    made.close()


def test_the_reference_task_is_what_the_budgets_name() -> None:
    for language in LANGUAGES:
        assert {len(text(number, language)) for number in range(TASKS)} == {300}
    assert sum(len(step.split()) for step in SAID["en"].steps) == 60


@in_every_language
def test_the_first_task_page(wire: Wire, language: str) -> None:
    page = begin(wire, slug(language))
    assert len(page.files) == 1
    assert wire.cold(page) <= allowed(FIRST_TASK, language)


@in_every_language
def test_the_next_task(wire: Wire, language: str) -> None:
    page = begin(wire, slug(language))
    for _ in range(5):
        sent = send(wire, page)
        page = wire.get(sent.headers["location"])
        assert sent.received + page.received <= allowed(NEXT_TASK, language)


@in_every_language
def test_a_browser_without_brotli_pays_little_more(wire: Wire, old: Wire, language: str) -> None:
    page, packed_less = begin(wire, slug(language)), begin(old, slug(language))
    assert packed_less.headers["content-encoding"] == "gzip"
    assert old.cold(packed_less) <= GZIP_AT_MOST * wire.cold(page)


# Each thing that is looked at more closely has a picture of its own.
PICTURES = {"squares from closer by": 2}


@in_every_language
@pytest.mark.parametrize("name", PAGES)
def test_every_page_in_two_requests_and_its_picture(name: str, wire: Wire, language: str) -> None:
    page = PAGES[name](wire)
    # A recorder brings its script, and that script's words.
    records = f"task {RECORDED}" in name
    assert len(page.files) == (2 if records else 1)
    assert len(page.pictures) <= PICTURES.get(name, 1)
    assert wire.cold(page) <= (allowed(OTHER_PAGE, language) if records else OTHER_PAGE)


def test_no_page_of_the_worker_is_forgotten(port: int, site: Site) -> None:
    addresses = site.app.url_map.bind("")
    weighed = set()
    for way in PAGES.values():
        wire = Wire(port)
        page = way(wire)
        wire.close()
        if page.status != 404:
            weighed.add(addresses.match(page.path.partition("?")[0], "GET")[0])
    workers = {pages.blueprint.name for pages in WORKER_PAGES}
    pages = {rule.endpoint for rule in site.app.url_map.iter_rules() if "GET" in rule.methods}
    # A recording is a sound and no page.
    pages -= {"recording.listen"}
    assert weighed == {name for name in pages if name.partition(".")[0] in workers}


def test_a_new_card_is_sent_unpacked(wire: Wire) -> None:
    assert "content-encoding" not in make_card(wire).headers


def test_the_style_sheet(wire: Wire) -> None:
    assert len(wire.get(wire.get("/").files[0]).body) <= STYLE


def test_the_script_of_the_recorder(wire: Wire) -> None:
    _, script = begin(wire, RECORDED).files
    assert len(wire.get(script).body) <= SCRIPT


@in_every_language
def test_the_next_task_with_a_sound(wire: Wire, language: str) -> None:
    page = begin(wire, "type-what-you-hear")
    assert page.received <= allowed(NEXT_TASK, language)
    for link in re.findall(r'<a class="go" href="(/media/\w+\.ogg)">', page.text):
        assert len(wire.get(link).body) <= 24_000 / 8 * SAMPLE_SECONDS


def test_a_picture_waits_until_it_is_asked_for(wire: Wire) -> None:
    wire.save_data()
    page = begin(wire, "name-the-picture")
    assert not page.pictures
    assert "Show the picture (" in page.text
    asked = wire.get(f"{page.path}?picture=1")
    assert 0 < len(wire.get(asked.pictures[0]).body) <= PICTURE
