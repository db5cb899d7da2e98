"""Forms that are not ours: refused with a plain page on which what was typed still stands."""

import pytest

from app.pages.safety import make_token
from tests.pages.sent_forms import form_of, post, typed
from tests.pages.site import Site, open_site
from tests.reader import Reader
from tests.reading.page import Page


@pytest.fixture
def site(quick_site: Site) -> Site:
    """One engine is enough: none of this reaches it."""
    return quick_site


@pytest.mark.parametrize("token", ["", "x", "~", "a.task.1.1~x", "é\0", "x" * 9_000, "....~...."])
def test_a_forged_token(worker: Reader, site: Site, line: Page, token: str) -> None:
    refused = post(worker, form_of(line) | {"token": token, "answer.text": "my words"}, "lines")
    assert refused.status == 403
    assert "Load the page again." in refused.text
    assert typed(refused) == "my words"
    assert not site.rows("answer")
    assert not site.rows("draft")


def test_a_token_from_before_the_keys_were_changed(worker: Reader, site: Site, line: Page) -> None:
    (card,), (hold,) = site.rows("card"), site.rows("hold")
    url = str(site.settings.database_url)
    with (
        open_site(url, site.settings.data, secret_key=b"o" * 32) as older,
        older.app.test_request_context(),
    ):
        old = make_token("task", card["id"], hold["task"])
    refused = post(worker, form_of(line) | {"token": old, "answer.text": "my words"}, "lines")
    assert refused.status == 403
    assert typed(refused) == "my words"


def test_a_token_for_another_form(worker: Reader, site: Site, line: Page) -> None:
    token = dict(worker.visit("/pools/spam").form("/pools/spam").pairs())["token"]
    refused = post(worker, form_of(line) | {"token": token, "answer.text": "my words"}, "lines")
    assert refused.status == 403
    assert typed(refused) == "my words"


@pytest.mark.parametrize("do", ["dance", "", "\0", "answer\0"])
def test_an_unknown_button(worker: Reader, site: Site, line: Page, do: str) -> None:
    refused = post(worker, form_of(line) | {"do": do, "answer.text": "my words"}, "lines")
    assert refused.status == 400
    assert typed(refused) == "my words"


@pytest.mark.parametrize("goal", ["", "4", "-1", "3.0", "٣", "9" * 5_000, "\0"])
def test_a_number_of_tasks_that_is_not_offered(worker: Reader, site: Site, goal: str) -> None:
    form = dict(worker.visit("/pools/spam").form("/pools/spam").pairs()) | {"goal": goal}
    page = worker.post("/pools/spam", data=form).page
    assert page.status == 400
    assert not site.rows("hold")
