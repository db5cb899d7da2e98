"""A recording as a worker sends it without a script, hears it again, and as nobody else does."""

import pytest

from tests.pages.site import Site, leave, make_card, open_card, press, start
from tests.pages.voice_pool import player, read_arabic, shelved, start_speaking
from tests.reader import PageResponse, Reader
from tests.reading.page import Page
from tests.sounds import recorded, silence, tone, wav

RECORDS = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:"
)


@pytest.fixture
def said(site: Site, worker: Reader) -> Page:
    """A sentence to say, in Arabic."""
    return start_speaking(site, worker)


def choose(page: Page, data: bytes, name: str = "voice.webm") -> Page:
    """The page with a file chosen, sent."""
    return page.form("Send answer").attach("Your recording", name, data).press("Send answer")


def receipt_of(browser: Reader) -> Page:
    """The latest receipt."""
    links = [one.get("href") for one in browser.visit("/receipts").main.every("a")]
    return browser.visit(next(link for link in links if link.startswith("/receipts/")))


def test_a_sentence_is_shown_and_a_file_is_asked_for(said: Page) -> None:
    (paper,) = said.every("blockquote")
    assert (paper.words, paper.get("lang"), paper.get("dir")) == (
        "الصبر مفتاح الفرج", "ar", "rtl",
    )  # fmt: skip
    assert "A voice can give a person away." in said.text
    (control,) = [one for one in said.form("Send answer").controls if one.get("type") == "file"]
    assert (control.get("accept"), control.get("capture")) == ("audio/*", "user")
    assert said.response.headers["Content-Security-Policy"] == RECORDS
    assert said.response.headers["Permissions-Policy"] == "microphone=(self)"


def test_the_recorder_is_built_by_its_script_alone(said: Page) -> None:
    # Text browsers show what is hidden, and a button that does nothing is worse than none.
    assert "Record" not in [said.name(one) for one in said.every("button")]
    (script,) = said.every("script")
    assert script.get("src").startswith("/static/record.")


def test_other_pools_have_no_script_and_no_such_policy(site: Site, worker: Reader) -> None:
    page = start(worker)
    assert page.every("script") == []
    assert "Permissions-Policy" not in page.response.headers
    assert "blob:" not in page.response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "data", [recorded(tone(2), "webm"), recorded(tone(2), "mp4"), wav(tone(2))]
)
def test_it_is_sent_and_heard_again(site: Site, said: Page, worker: Reader, data: bytes) -> None:
    following = choose(said, data)
    assert following.title.startswith("Sent.")
    receipt = receipt_of(worker)
    assert "A recording of 2 seconds" in receipt.text
    (file,) = shelved(site)
    heard = worker.get(player(receipt))
    assert heard.data == site.parts.shelf.open(file)
    assert heard.data.startswith(b"OggS")
    assert heard.headers["Content-Type"] == "audio/ogg"
    assert heard.headers["Content-Disposition"] == "attachment; filename=recording.ogg"
    assert heard.headers["Content-Security-Policy"].endswith("; sandbox")
    assert heard.headers["Cache-Control"] == "no-store"
    part = worker.get(player(receipt), headers={"Range": "bytes=4-9"})
    assert (part.status_code, part.data) == (206, heard.data[4:10])


def test_nobody_else_hears_it(site: Site, said: Page, worker: Reader) -> None:
    choose(said, wav(tone(1)))
    (file,) = shelved(site)
    other = site.browser()
    assert other.get(f"/recordings/{file}").status_code == 303
    make_card(other)
    assert other.get(f"/recordings/{file}").status_code == 404
    # Not as material either, where no card is asked for.
    assert other.get(f"/media/{file}").status_code == 404
    assert worker.get(f"/media/{file}").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.wav", b"", "There is no recording yet."),
        ("still.wav", wav(silence(2)), "Nothing is heard in the recording."),
        ("page.ogg", b"<!doctype html><script>1</script>", "This file is of the form “HTML”."),
        ("list.mp3", b"#EXTM3U\nhttp://example.org/", "This file is of the form “playlist”."),
        # 63 seconds; what is larger the test client leaves open on the disk.
        ("long.wav", wav(tone(15.75), 4_000), "Most seconds allowed: 60."),
    ],
)
def test_what_cannot_be_used_says_what_to_do(
    site: Site, said: Page, name: str, data: bytes, words: str
) -> None:
    page = choose(said, data, name)
    assert page.status == 422
    assert words in page.text
    assert shelved(site) == []
    assert choose(page, wav(tone(1))).title.startswith("Sent.")


def send_large(browser: Reader, page: Page, size: int) -> PageResponse:
    """Send a form with a file of so many bytes, which stays in memory here."""
    pairs = {**dict(page.form("Send answer").pairs()), "do": "answer"}
    parts = [(f'name="{name}"', value.encode()) for name, value in pairs.items()]
    parts.append(('name="answer.recording"; filename="large.wav"', bytes(size)))
    body = b"".join(
        b"--b\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n" % (head.encode(), value)
        for head, value in parts
    )
    sort = "multipart/form-data; boundary=b"
    return browser.post("/task/voices", data=body + b"--b--\r\n", content_type=sort)


def test_a_file_that_is_too_large_says_so(said: Page, worker: Reader) -> None:
    found = send_large(worker, said, 10_500_000)
    assert found.status_code == 422
    assert "This file is too large. Megabytes found: 10. Most allowed: 10." in found.page.text


def test_more_than_the_site_takes_gets_its_page(said: Page, worker: Reader) -> None:
    assert send_large(worker, said, 17_000_000).status_code == 413


def test_nothing_sent_is_pointed_out_at_the_file(said: Page) -> None:
    page = said.form("Send answer").press("Send answer")
    assert page.status == 422
    assert "There is no recording yet. Record one, or choose a file." in page.text


def test_a_recording_outlives_a_mistake_after_it(site: Site, said: Page, worker: Reader) -> None:
    first = said.form("Send answer").attach("Your recording", "a.wav", wav(tone(1)))
    assert first.press("Save for later").title.startswith("Saved.")
    back = press(worker.visit("/mine"), "Open saved task")
    (file,) = shelved(site)
    assert player(back).endswith(file)
    # The browser says “No file chosen” all the same.
    (hint,) = [one for one in back.every("p") if "make one" in one.words]
    assert hint.words.startswith("The recording is here.")
    wrong = choose(back, wav(silence(1)))
    assert wrong.status == 422
    # The one before is still there, and is sent where nothing else is chosen.
    assert player(wrong).endswith(file)
    assert "The recording is here." not in wrong.text
    assert wrong.form("Send answer").press("Send answer").title.startswith("Sent.")
    assert shelved(site) == [file]


def test_one_of_another_card_cannot_be_named(site: Site, said: Page) -> None:
    choose(said, wav(tone(1)))
    (file,) = shelved(site)
    other = site.browser()
    make_card(other)
    read_arabic(other)
    page = start(other, "voices")
    pairs = dict(page.form("Send answer").pairs("Send answer"))
    sent = other.post("/task/voices", data={**pairs, "answer.recording": file})
    assert sent.status_code == 422
    assert sent.page.every("audio") == []


def test_in_light_mode_a_link_stands_for_the_player(said: Page, worker: Reader) -> None:
    said.form("Send answer").attach("Your recording", "a.wav", wav(tone(1))).press("Stop")
    page = worker.visit("/task/voices", headers={"Save-Data": "on"})
    assert page.every("audio") == []
    assert worker.get(page.link("Play your recording (1 second").node.get("href")).data


def test_what_came_after_the_sitting_waits_for_its_card(
    site: Site, said: Page, worker: Reader
) -> None:
    codes = worker.visit("/card").form("/card/spare").press()
    spare = dict(codes.form("/card/print").pairs())["code"]
    leave(worker)
    make_card(worker)
    form = said.form("Send answer").attach("Your recording", "a.wav", wav(tone(1)))
    kept = form.send("Send answer")
    assert kept.status_code == 403
    assert "Another card is open in this browser now." in kept.page.text
    (file,) = shelved(site)
    assert worker.get(f"/recordings/{file}").status_code == 404
    leave(worker)
    open_card(worker, spare)
    mine = worker.visit("/mine")
    assert "A recording" in mine.text
    assert file not in mine.text
    press(mine, "Drop kept answer")


def test_the_pool_says_what_a_voice_tells(site: Site, said: Page, worker: Reader) -> None:
    page = worker.visit("/pools/voices")
    assert "A voice can give a person away: whoever knows you may know it." in page.text
    assert "A voice can give a person away" not in worker.visit("/pools/spam").text


def test_a_change_keeps_both(site: Site, said: Page, worker: Reader) -> None:
    choose(said, wav(tone(1)))
    receipt = receipt_of(worker)
    changing = receipt.link("Change your answer").follow()
    sent = changing.form("Send the change").attach("Your recording", "b.wav", wav(tone(2)))
    changed = sent.press("Send the change")
    assert "A recording of 2 seconds" in changed.text
    assert len(shelved(site)) == 2
