"""What is not a decent picture is refused by name, and the next picture is taken."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from app.media.pictures import Limits, Picture, Workshop
from app.rules.problem import Problem

from .conftest import Keep

WANTED = "JPEG, PNG, WebP, GIF"


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """A PNG that says it is so large, whatever it holds."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(pixels)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def refused(workshop: Workshop, path: Path) -> Problem:
    """The problem with this file; a decent picture after it must still be taken."""
    problem = workshop.picture(path)
    assert isinstance(problem, Problem)
    assert problem.values["picture"] == path.name
    decent = path.parent / "decent.png"
    Image.new("RGB", (20, 20), "green").save(decent)
    assert isinstance(workshop.picture(decent), Picture)
    return problem


def test_a_decompression_bomb_is_too_large(workshop: Workshop, keep: Keep) -> None:
    path = keep("bomb.png", png(50_000, 50_000, b"\0" * 5_000_000))
    assert path.stat().st_size < 10_000
    values = {"measure": "pixels", "found": 2_500_000_000, "allowed": 40_000_000}
    assert refused(workshop, path) == Problem("picture_too_large", {"picture": "bomb.png"} | values)


def test_a_picture_of_one_pixel_too_many_is_refused(keep: Keep) -> None:
    with Workshop(Limits(pixels=10_000)) as workshop:
        assert isinstance(workshop.picture(keep("a.png", Image.new("L", (100, 100)))), Picture)
        problem = refused(workshop, keep("b.png", Image.new("L", (101, 100))))
    assert problem.values["found"] == 10_100


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_cut_short_is_unreadable(
    workshop: Workshop, keep: Keep, photo: Image.Image, file_format: str
) -> None:
    whole = keep("whole", photo, format=file_format).read_bytes()
    problem = refused(workshop, keep("half.jpg", whole[: len(whole) // 2]))
    assert problem.code == "picture_unreadable"
    assert str(problem.values["format"]).upper() == file_format


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"Dear coordinator, this is a letter.\n", "text"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><!DOCTYPE svg><svg/>", "SVG"),
        (b"<!DOCTYPE html><img src=x onerror=alert(1)>", "HTML"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "EPS"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest of a zip", "ZIP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (bytes(range(128, 256)), "unknown"),
    ],
)
def test_another_format_is_named_by_its_content(
    workshop: Workshop, keep: Keep, content: bytes, found: str
) -> None:
    wanted = {"picture": "photo.jpg", "found": found, "wanted": WANTED}
    assert refused(workshop, keep("photo.jpg", content)) == Problem("picture_format", wanted)


@pytest.mark.parametrize("file_format", ["TIFF", "BMP", "ICO", "AVIF"])
def test_a_format_that_pillow_could_read_is_refused_all_the_same(
    workshop: Workshop, keep: Keep, photo: Image.Image, file_format: str
) -> None:
    problem = refused(workshop, keep("photo.png", photo, format=file_format))
    assert problem.code == "picture_format"
    assert problem.values["found"] == file_format


def test_a_script_that_begins_like_a_gif_is_unreadable(workshop: Workshop, keep: Keep) -> None:
    script = b"GIF89a/*\x00\x00\x00*/=1;alert(document.cookie);//<script>alert(1)</script>"
    assert refused(workshop, keep("polyglot.gif", script)).code == "picture_unreadable"


def test_a_picture_of_no_pixels_is_unreadable(workshop: Workshop, keep: Keep) -> None:
    assert refused(workshop, keep("none.png", png(0, 0))).code == "picture_unreadable"


def test_an_empty_file_is_said_to_be_empty(workshop: Workshop, keep: Keep) -> None:
    assert refused(workshop, keep("empty.jpg", b"")) == Problem(
        "picture_empty", {"picture": "empty.jpg"}
    )


def test_a_file_that_is_too_heavy_is_not_even_read(keep: Keep) -> None:
    with Workshop(Limits(file_bytes=1_000)) as workshop:
        path = keep("heavy.png", png(9, 9) + b"\0" * 1_000)
        values = {"measure": "bytes", "found": path.stat().st_size, "allowed": 1_000}
        assert refused(workshop, path) == Problem(
            "picture_too_large", {"picture": "heavy.png"} | values
        )


def test_what_is_no_plain_file_is_missing(workshop: Workshop, tmp_path: Path, keep: Keep) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.png").symlink_to(keep("real.png", Image.new("L", (9, 9))))
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("absent.png", "folder", "link.png", "pipe.png", "nul\0.png"):
        assert refused(workshop, tmp_path / name).code == "picture_missing"


def test_a_picture_that_needs_too_much_memory_is_too_hard(keep: Keep) -> None:
    path = keep("wide.png", Image.new("RGBA", (6_000, 6_000)))
    with Workshop(Limits(memory_bytes=200_000_000)) as workshop:
        problem = refused(workshop, path)
    assert problem == Problem("picture_too_hard", {"picture": "wide.png", "lacking": "memory"})
