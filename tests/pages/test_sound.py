"""A sound as a worker meets it: loaded when it is asked for, and heard without a player too."""

from dataclasses import asdict, replace

import pytest

from app.actions.sounds import keep
from app.media.sound import Piece, Sound, Take
from tests.pages.site import WORDS, Site, start
from tests.reader import Reader
from tests.reading.page import Page

HEARD = replace(WORDS, title="Type it", question="What is said?", choices=())
NEVER = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
NEVER += "base-uri 'none'; frame-ancestors 'none'"


def sound(number: int, parts: int = 1) -> Sound:
    """A sound of three sizes for each part; what is in the files, no page looks at."""
    pieces = tuple(
        Piece(
            12.0,
            Take(b"OggS" + bytes(29_994) + bytes([number, part]), "audio/ogg"),
            Take(b"\xff\xf3" + bytes(47_996) + bytes([number, part]), "audio/mpeg"),
            Take(b"\xff\xf3" + bytes(63_996) + bytes([number, part]), "audio/mpeg"),
        )
        for part in range(parts)
    )
    return Sound(12.0 * parts, pieces)


@pytest.fixture
def heard(site: Site, worker: Reader) -> Page:
    """A transcription task that is in hand."""
    return task(site, worker)


def task(site: Site, worker: Reader, parts: int = 1, lang: str = "en") -> Page:
    row = {"audio": "a.mp3", "about": "A novel, read aloud", "transcript": "they never show this"}
    media = {"audio": asdict(keep(site.parts.shelf, sound(1, parts)))}
    site.pool("heard", "transcription", rows=[row], media=[media], words=HEARD, lang=lang)
    return start(worker, "heard")


def test_nothing_is_loaded_before_it_is_asked_for(heard: Page) -> None:
    (player,) = heard.every("audio")
    assert player.has("controls")
    assert player.get("preload") == "none"
    assert not player.has("autoplay")
    assert not player.has("src")
    kinds = [node.get("type") for node in player.every("source")]
    assert kinds == ["audio/ogg", "audio/mpeg"]


def test_links_say_length_and_size_and_give_the_sound(heard: Page, worker: Reader) -> None:
    sorts = {
        "Play (12 seconds, 30 kB, Ogg)": "audio/ogg",
        "Play (12 seconds, 48 kB, MP3)": "audio/mpeg",
        "Play more slowly (16 seconds, 64 kB)": "audio/mpeg",
    }
    for words, sort in sorts.items():
        got = worker.get(heard.link(words).href)
        assert (got.status_code, got.mimetype) == (200, sort)
        assert got.headers["Cache-Control"] == "no-store"
        assert got.headers["X-Content-Type-Options"] == "nosniff"


def test_links_lead_into_the_sound_every_five_seconds(heard: Page, worker: Reader) -> None:
    whole = heard.link("Play (12 seconds, 48 kB, MP3)").href
    assert heard.link("Play from 5 seconds").href == f"{whole}#t=5"
    assert heard.link("Play from 10 seconds").href == f"{whole}#t=10"
    assert heard.text.count("Play from ") == 2
    # A player that begins within the sound asks for the rest of it.
    assert worker.get(whole, headers={"Range": "bytes=20000-"}).status_code == 206


def test_light_mode_has_links_and_no_player(heard: Page, worker: Reader) -> None:
    light = worker.visit("/task/heard", headers={"Save-Data": "on"})
    assert not light.every("audio")
    assert light.link("Play (12 seconds, 30 kB, Ogg)")


def test_only_where_there_is_sound_may_a_browser_play(
    heard: Page, worker: Reader, site: Site
) -> None:
    address = heard.link("Play (12 seconds, 30 kB, Ogg)").href
    for playing in ("/task/heard", address):
        policy = worker.get(playing).headers.getlist("Content-Security-Policy")
        assert policy == [f"{NEVER}; media-src 'self'"]
    for silent in ("/pools/heard", "/media/" + "0" * 32 + ".ogg"):
        assert worker.get(silent).headers.getlist("Content-Security-Policy") == [NEVER]


def test_a_player_gets_the_part_that_it_asks_for(heard: Page, worker: Reader) -> None:
    address = heard.link("Play (12 seconds, 30 kB, Ogg)").href
    whole = worker.get(address)
    assert whole.headers["Accept-Ranges"] == "bytes"
    part = worker.get(address, headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.data) == (206, whole.data[2:6])
    assert part.headers["Content-Range"] == "bytes 2-5/30000"
    beyond = worker.get(address, headers={"Range": "bytes=30000-"})
    assert beyond.status_code == 416


def test_the_answer_is_typed_in_the_language_of_the_sound(site: Site, worker: Reader) -> None:
    page = task(site, worker, lang="ar")
    (field,) = page.every("textarea")
    assert (field.get("lang"), field.get("dir")) == ("ar", "rtl")
    assert "Type [unclear]" in page.text
    assert "they never show this" not in page.markup
    missing = page.form("Send answer").press("Send answer")
    assert missing.status == 422
    assert missing.every("audio")
    form = missing.form("Send answer").fill("What is said?", "قال [unclear] شكرا")
    over = form.press("Send answer")
    assert over.title.startswith("Sent.")
    receipt = worker.visit("/receipts").link("Receipt ").follow()
    assert "قال [unclear] شكرا" in receipt.text
    assert receipt.link("Change your answer").follow().every("audio")


def test_each_part_of_a_long_sound_has_a_name_a_player_and_links(
    site: Site, worker: Reader
) -> None:
    page = task(site, worker, parts=3)
    assert len(page.every("audio")) == 3
    assert [node.words for node in page.every("figcaption")] == [
        "Part 1 of 3", "Part 2 of 3", "Part 3 of 3",
    ]  # fmt: skip
    assert page.link("Play part 2 (12 seconds, 30 kB, Ogg)")
    assert page.link("Play part 3 (12 seconds, 48 kB, MP3)")
    assert page.link("Play part 3 more slowly (16 seconds, 64 kB)")
    names = [node.words for node in page.every("a")]
    assert len(set(names)) == len(names)
    assert "Play part 3 from 10 seconds" in names
