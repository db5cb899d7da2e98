"""Answers that cannot be taken: the right status, a plain page, and what was typed still there."""

import pytest

from app.pages.safety import make_token
from tests.pages.sent_forms import LINE, form_of, post, typed
from tests.pages.site import Site, answer, start
from tests.reader import Reader
from tests.reading.page import Page


def test_an_empty_answer(worker: Reader, site: Site) -> None:
    page = start(worker)
    refused = post(worker, form_of(page))
    assert refused.status == 422
    assert "Choose one of the answers." in refused.text
    assert refused.every("blockquote")[0].words == page.every("blockquote")[0].words
    assert not site.rows("answer")


@pytest.mark.parametrize("choice", ["Maybe", "spam", "Spam ", "Sp\x00am", "\x00", "' or 1=1 --"])
def test_a_choice_that_does_not_exist(worker: Reader, site: Site, choice: str) -> None:
    refused = post(worker, form_of(start(worker)) | {"answer.verdict": choice})
    assert refused.status == 422
    assert "is not one of the choices. Choose one of those shown." in refused.text
    assert not site.rows("answer")


@pytest.mark.parametrize(
    ("sent", "found"),
    [(b"caf%FF", "U+FFFD"), (b"a%00b", "U+FFFD"), (b"a%07b", "U+0007"), (b"%ED%A0%80", "U+FFFD")],
)
def test_bytes_that_are_no_text(
    worker: Reader, site: Site, line: Page, sent: bytes, found: str
) -> None:
    token = form_of(line)["token"].encode()
    refused = post(worker, b"do=answer&token=" + token + b"&answer.text=" + sent, "lines")
    assert refused.status == 422
    assert f"A character that cannot be shown was found: {found}." in refused.text
    assert refused.form("Send answer").value(LINE)
    assert not site.rows("answer")


@pytest.mark.parametrize("do", ["save", "stop"])
def test_bytes_that_are_no_text_are_kept_as_well_as_can_be(
    worker: Reader, site: Site, line: Page, do: str
) -> None:
    form = form_of(line) | {"do": do, "answer.text": "a\0b 🙂"}
    assert worker.post("/task/lines", data=form).status_code == 303
    (draft,) = site.rows("draft")
    assert draft["typed"] == {"text": ["a\N{REPLACEMENT CHARACTER}b 🙂"]}


def test_a_nul_sent_from_a_left_page(worker: Reader, site: Site, line: Page) -> None:
    worker.visit("/leave").form("/leave").press()
    kept = post(worker, form_of(line) | {"answer.text": "a\0b", "answer.\0x": "\0"}, "lines")
    assert kept.status == 403
    assert kept.h1 == "Your answer is kept"
    assert len(site.rows("draft")) == 1


def test_a_text_that_is_too_long_stays_in_its_field(worker: Reader, line: Page) -> None:
    refused = line.form("Send answer").fill(LINE, "x" * 100_000).press("Send answer")
    assert refused.status == 422
    assert "Characters found: 100,000. Most allowed: 500." in refused.text
    assert refused.form("Send answer").value(LINE) == "x" * 100_000


def test_a_task_of_another_pool(worker: Reader, site: Site, line: Page) -> None:
    refused = post(worker, form_of(line) | {"answer.verdict": "Spam"}, "spam")
    assert refused.status == 403
    start(worker)
    refused = post(worker, form_of(line) | {"answer.verdict": "Spam"}, "spam")
    assert refused.status == 403
    assert "This task was not given to your card." in refused.text
    assert typed(refused)
    assert post(worker, form_of(line), "nowhere").status == 404
    assert not site.rows("answer")


def test_a_task_that_was_never_dealt(worker: Reader, site: Site) -> None:
    start(worker)
    (hold,) = site.rows("hold")
    (card,) = site.rows("card")
    with site.app.test_request_context():
        tokens = [make_token("task", card["id"], task) for task in (hold["task"] + 1, 0, 10**6)]
    for token in tokens:
        for do in ("answer", "skip", "save"):
            form = {"token": token, "do": do, "answer.verdict": "Spam"}
            refused = post(worker, form)
            assert refused.status == 403
            assert "This task was not given to your card." in refused.text
    assert not site.rows("answer")
    assert not site.rows("draft")


@pytest.mark.parametrize("number", ["0", "-1", "x", "\0", str(2**31), str(2**63), "9" * 5_000, "²"])
def test_numbers_that_no_row_has(worker: Reader, site: Site, number: str) -> None:
    page = answer(start(worker))
    token = dict(worker.visit("/mine").form("/task/spam").pairs())["token"]
    for do in ("resume", "drop"):
        given = {"token": token, "do": do, "task": number, "draft": number}
        assert worker.post("/task/spam", data=given).status_code in (303, 403)
    sent = form_of(page) | {"answer.verdict": "Spam", "draft": number}
    assert worker.post("/task/spam", data=sent).status_code == 303
    assert worker.get("/receipts", query_string={"number": number}).status_code == 422
    assert worker.get("/task/spam", query_string={"kept": number}).status_code == 200
    assert worker.get(f"/receipts/{number}").status_code == 404
    assert len(site.rows("answer")) == 2
