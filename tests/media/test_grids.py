"""Grids over pictures: drawn where they are wanted, within the bytes, and nothing else is."""

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageChops, ImageDraw

from app.media.encode import JPEG_BYTES, WEBP_BYTES
from app.media.grids import Drawer
from app.rules import region
from app.rules.frame import Frame, whole

RED, BLUE = (200, 30, 30), (30, 30, 200)


def photograph(size: tuple[int, int] = (1_600, 800), form: str = "JPEG") -> bytes:
    """A blue picture whose top left quarter is red."""
    image = Image.new("RGB", size, BLUE)
    box = (0, 0, size[0] // 2, size[1] // 2)
    ImageDraw.Draw(image).rectangle(box, RED)
    held = io.BytesIO()
    image.save(held, form)
    return held.getvalue()


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.end()


def drawn(drawer: Drawer, frame: Frame, form: str = "webp", data: bytes = b"") -> Image.Image:
    found = drawer.draw(data or photograph(), "a.jpg", frame, form)
    assert found
    assert len(found) <= (WEBP_BYTES if form == "webp" else JPEG_BYTES)
    return Image.open(io.BytesIO(found)).convert("RGB")


def like(image: Image.Image, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize("form", ["webp", "jpg"])
def test_the_whole_picture_keeps_its_shape(drawer: Drawer, form: str) -> None:
    image = drawn(drawer, whole(), form)
    assert image.size == whole().size(1_600, 800) == (320, 160)
    assert like(image, 60, 30, RED)
    assert like(image, 300, 150, BLUE)


def test_a_closer_look_shows_a_part_of_it_enlarged(drawer: Drawer) -> None:
    corner = region.spread([16], 4)
    frame = Frame(8, frozenset(region.asked_at(corner, 8)), corner)
    image = drawn(drawer, frame, data=photograph((80, 80)))
    assert image.size == frame.size(80, 80) == (320, 320)
    assert not any(like(image, x, y, RED) for x in (50, 300) for y in (60, 300))


def test_lines_and_numbers_are_seen_on_light_and_on_dark(drawer: Drawer) -> None:
    for colour in ((255, 255, 255), (0, 0, 0)):
        held = io.BytesIO()
        Image.new("RGB", (400, 400), colour).save(held, "JPEG")
        image = drawn(drawer, whole(), data=held.getvalue())
        other = tuple(255 - one for one in colour)
        for x, y in ((80, 120), (120, 80)):
            near = [(x + by, y) for by in (-1, 0, 1)] + [(x, y + by) for by in (-1, 0, 1)]
            assert any(like(image, *place, other) for place in near)


def test_what_is_marked_is_outlined(drawer: Drawer) -> None:
    six = region.spread([6], 4)
    plain, marked = drawn(drawer, whole()), drawn(drawer, whole()._replace(outlined=six))
    box = ImageChops.difference(plain, marked).convert("L").point(lambda one: 255 * (one > 60))
    left, top, right, bottom = box.getbbox() or (0, 0, 0, 0)
    assert (left // 10, top // 10) == (7, 3)
    assert (right // 10, bottom // 10) == (16, 8)


def test_pictures_that_lose_nothing_are_drawn_too(drawer: Drawer) -> None:
    assert drawer.draw(photograph(form="PNG"), "a.png", whole(), "jpg")


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff" + bytes(900)])
def test_what_is_no_picture_is_not_drawn_and_stops_nothing(drawer: Drawer, data: bytes) -> None:
    assert drawer.draw(data, "a.jpg", whole(), "webp") is None
    assert drawer.draw(photograph(), "a.ogg", whole(), "webp") is None
    assert drawer.draw(photograph(), "a.jpg", whole(), "webp")


def test_several_who_look_at_once_are_served_in_turn(drawer: Drawer) -> None:
    data = photograph()
    with ThreadPoolExecutor(8) as people:
        looks = [people.submit(drawer.draw, data, "a.jpg", whole(), "jpg") for _ in range(16)]
    assert len({look.result() for look in looks}) == 1
    assert looks[0].result()


def test_a_process_that_was_ended_is_begun_anew(drawer: Drawer) -> None:
    assert drawer.draw(photograph(), "a.jpg", whole(), "jpg")
    drawer.end()
    assert drawer.draw(photograph(), "a.jpg", whole(), "jpg")
