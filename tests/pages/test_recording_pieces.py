"""A recording that comes in pieces over a bad line."""

from io import BytesIO
from unittest.mock import patch

import pytest

from app.media.ear import BUSY
from tests.pages.site import Site, leave, make_card
from tests.pages.voice_pool import player, shelved, start_speaking
from tests.reader import PageResponse, Reader
from tests.reading.page import Page
from tests.sounds import recorded, tone

WAY = "/task/voices/sound"


@pytest.fixture
def said(site: Site, worker: Reader) -> Page:
    """A sentence to say, in Arabic."""
    return start_speaking(site, worker)


def send(browser: Reader, page: Page, start: int | str, data: bytes, **said: str) -> PageResponse:
    token = dict(page.form("Send answer").pairs())["token"]
    form = {"token": token, "upload": "1234567", "size": str(said.pop("size", 0)), **said}
    sent = {**form, "start": str(start), "piece": (BytesIO(data), "piece")}
    return browser.post(WAY, data=sent, content_type="multipart/form-data")


def test_pieces_become_a_draft_and_then_an_answer(site: Site, said: Page, worker: Reader) -> None:
    data = recorded(tone(3), "webm")
    size, half = str(len(data)), len(data) // 2
    assert send(worker, said, 0, b"", size=size).json == {"have": 0, "name": ""}
    assert send(worker, said, 0, data[:half], size=size).json == {"have": half, "name": ""}
    # The line broke; the same again, and then the rest.
    assert send(worker, said, 0, data[:half], size=size).json == {"have": half, "name": ""}
    done = send(worker, said, half, data[half:], size=size).json
    assert done
    assert [done["name"]] == shelved(site)
    assert send(worker, said, half, data[half:], size=size).json == done
    page = worker.visit("/task/voices")
    assert player(page).endswith(done["name"])
    assert page.form("Send answer").press("Send answer").title.startswith("Sent.")


def test_pieces_of_no_sound_are_told_in_words(site: Site, said: Page, worker: Reader) -> None:
    told = send(worker, said, 0, b"<svg/>", size="6")
    assert (told.status_code, told.mimetype) == (422, "text/plain")
    assert told.text.startswith("This file is of the form “SVG”.")
    assert site.rows("recording_piece") == []


def test_while_too_many_wait_to_be_heard_the_pieces_stay(
    site: Site, said: Page, worker: Reader
) -> None:
    data = recorded(tone(1), "webm")
    size = str(len(data))
    with patch("app.media.ear.Ear.hear", return_value=BUSY) as hear:
        told = send(worker, said, 0, data, size=size)
    seated = site.rows("sitting")[0]["card"]
    assert hear.call_args.args == (data, seated)
    assert (told.status_code, told.mimetype) == (503, "text/plain")
    assert told.text.startswith("This site cannot check recordings now.")
    assert len(site.rows("recording_piece")) == 1
    # The page asks again, and need not send it again.
    done = send(worker, said, 0, b"", size=size).json
    assert done
    assert [done["name"]] == shelved(site)


@pytest.mark.parametrize("said_of_it", [{"upload": "../x"}, {"size": "many"}, {"size": "-1"}])
def test_pieces_that_make_no_sense_are_refused(
    said: Page, worker: Reader, said_of_it: dict[str, str]
) -> None:
    assert send(worker, said, 0, b"abc", **{"size": "9", **said_of_it}).status_code == 400


def test_pieces_are_taken_from_the_card_of_the_page_only(
    site: Site, said: Page, worker: Reader
) -> None:
    other = site.browser()
    make_card(other)
    assert send(other, said, 0, b"abc", size="9").status_code == 403
    leave(worker)
    assert send(worker, said, 0, b"abc", size="9").status_code == 403
    assert site.rows("recording_piece") == []
