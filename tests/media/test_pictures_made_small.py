"""A coordinator's picture comes out small, clean and the right way up."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat

from app.media.pictures import Picture, Variant, Workshop

from .conftest import Keep

MIME = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


def accepted(workshop: Workshop, path: Path) -> Picture:
    picture = workshop.picture(path)
    assert isinstance(picture, Picture), picture
    return picture


def seen(form: Variant) -> Image.Image:
    """The form as a browser decodes it; what was said of it must be true."""
    image = Image.open(io.BytesIO(form.data))
    assert image.format == MIME[form.media_type]
    assert image.size == (form.width, form.height)
    image.load()
    return image


def forms(picture: Picture) -> list[Variant]:
    return [picture.original, picture.small_webp, picture.small_jpeg]


def near(found: object, wanted: tuple[int, ...], slack: int = 24) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= slack for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_each_format_becomes_three_forms(
    workshop: Workshop, keep: Keep, photo: Image.Image, file_format: str
) -> None:
    picture = accepted(workshop, keep("no-ending", photo, format=file_format))
    assert (picture.width, picture.height) == (640, 480)
    assert (picture.original.width, picture.original.height) == (640, 480)
    assert picture.small_webp.media_type == "image/webp"
    assert picture.small_jpeg.media_type == "image/jpeg"
    assert (picture.small_webp.width, picture.small_webp.height) == (320, 240)
    for form in forms(picture):
        seen(form)


def test_the_ending_of_the_name_does_not_count(
    workshop: Workshop, keep: Keep, photo: Image.Image
) -> None:
    accepted(workshop, keep("really-a-png.jpg", photo, format="PNG"))


def test_noise_still_fits_the_budget(workshop: Workshop, keep: Keep) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 120) for _ in range(3)])
    picture = accepted(workshop, keep("noise.png", noise))
    assert len(picture.small_webp.data) <= 8_000
    assert len(picture.small_jpeg.data) <= 12_000
    assert min(picture.small_webp.width, picture.small_jpeg.width) >= 100


def test_a_soft_picture_keeps_the_better_quality(
    workshop: Workshop, keep: Keep, photo: Image.Image
) -> None:
    picture = accepted(workshop, keep("soft.png", photo))
    small = photo.resize((320, 240), Image.Resampling.LANCZOS)
    difference = ImageChops.difference(seen(picture.small_webp).convert("RGB"), small)
    assert max(ImageStat.Stat(difference).mean) <= 3


def test_nothing_is_made_larger(workshop: Workshop, keep: Keep) -> None:
    picture = accepted(workshop, keep("tiny.png", Image.new("RGB", (31, 17), "red")))
    assert {(form.width, form.height) for form in forms(picture)} == {(31, 17)}


def test_a_large_picture_is_cut_down_to_2000_pixels(workshop: Workshop, keep: Keep) -> None:
    picture = accepted(workshop, keep("large.jpg", Image.new("RGB", (4_400, 3_300), "teal")))
    assert (picture.width, picture.height) == (4_400, 3_300)
    assert (picture.original.width, picture.original.height) == (2_000, 1_500)


@pytest.mark.parametrize(
    ("size", "small"),
    [
        ((1_550, 48), (1_280, 39)),
        ((48, 1_550), (39, 1_280)),
        ((900, 60), (900, 60)),
        ((1_280, 320), (320, 80)),
        ((300, 900), (106, 320)),
    ],
)
def test_a_line_of_print_keeps_its_letters_large(
    workshop: Workshop, keep: Keep, size: tuple[int, int], small: tuple[int, int]
) -> None:
    picture = accepted(workshop, keep("line.png", Image.new("L", size, 200)))
    assert (picture.small_webp.width, picture.small_webp.height) == small
    assert (picture.small_jpeg.width, picture.small_jpeg.height) == small


def test_a_drawing_loses_nothing(workshop: Workshop, keep: Keep) -> None:
    drawing = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(drawing).line((10, 10, 390, 290), fill=(200, 0, 0), width=3)
    picture = accepted(workshop, keep("drawing.png", drawing))
    assert picture.original.media_type == "image/png"
    assert seen(picture.original).tobytes() == drawing.tobytes()


@pytest.mark.parametrize(("turn", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))])
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_stands_upright(
    workshop: Workshop, keep: Keep, turn: int, corner: tuple[int, int], file_format: str
) -> None:
    photo = Image.new("RGB", (200, 100), "white")
    photo.paste("red", (0, 0, 50, 50))
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = accepted(workshop, keep("turned", photo, format=file_format, exif=exif.tobytes()))
    upright = (200, 100) if turn < 5 else (100, 200)
    assert (picture.width, picture.height) == upright
    for form in forms(picture):
        image = seen(form).convert("RGB")
        assert image.size == upright
        (right, bottom), (width, height) = corner, image.size
        at = (width - 10 if right else 10, height - 10 if bottom else 10)
        assert near(image.getpixel(at), (255, 0, 0))


def test_nothing_but_the_picture_survives(
    workshop: Workshop, keep: Keep, photo: Image.Image
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET description"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (48.0, 12.0, 30.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = keep(
        "meta.jpg", photo, exif=exif, comment=b"SECRET comment", icc_profile=profile,
        xmp=b"<x:xmpmeta>SECRET place</x:xmpmeta>", dpi=(300, 300),
    )  # fmt: skip
    assert b"SECRET" in path.read_bytes()
    for form in forms(accepted(workshop, path)):
        image = seen(form)
        assert not image.getexif()
        assert not {"icc_profile", "exif", "xmp", "comment", "gps"} & set(image.info)
        assert b"SECRET" not in form.data


def test_a_tail_behind_the_picture_is_cut_off(
    workshop: Workshop, keep: Keep, photo: Image.Image
) -> None:
    for file_format in ("GIF", "JPEG", "PNG"):
        sheet = io.BytesIO()
        photo.save(sheet, file_format)
        path = keep("polyglot", sheet.getvalue() + b"<script>alert(1)</script>PK\x03\x04")
        for form in forms(accepted(workshop, path)):
            assert b"script" not in form.data
            assert b"PK\x03\x04" not in form.data


def test_another_colour_space_becomes_srgb(workshop: Workshop, keep: Keep) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    crossed = srgb.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    odd = keep("odd.png", Image.new("RGB", (64, 64), "red"), icc_profile=crossed)
    assert near(seen(accepted(workshop, odd).original).getpixel((9, 9)), (0, 0, 255))


def test_a_broken_colour_profile_is_passed_over(
    workshop: Workshop, keep: Keep, photo: Image.Image
) -> None:
    accepted(workshop, keep("odd.png", photo, icc_profile=b"no profile at all" * 20))


def test_cmyk_is_shown_in_colour(workshop: Workshop, keep: Keep) -> None:
    ink = Image.new("CMYK", (64, 64), (0, 255, 255, 0))
    shown = seen(accepted(workshop, keep("ink.jpg", ink)).original)
    assert near(shown.getpixel((9, 9)), (255, 0, 0))


@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_what_is_transparent_lies_on_white(workshop: Workshop, keep: Keep, mode: str) -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 32, 64))
    picture = accepted(workshop, keep("clear.png", clear.convert(mode)))
    for form in forms(picture):
        image = seen(form).convert("RGB")
        assert near(image.getpixel((50, 30)), (255, 255, 255))
        assert near(image.getpixel((10, 30)), (0, 0, 0))


@pytest.mark.parametrize("mode", ["1", "L", "I;16"])
def test_grey_stays_grey(workshop: Workshop, keep: Keep, mode: str) -> None:
    middle = {"1": 1, "L": 128, "I;16": 128 * 256}[mode]
    picture = accepted(workshop, keep("grey.png", Image.new(mode, (64, 64), middle)))
    wanted = 255 if mode == "1" else 128
    assert seen(picture.original).mode == "L"
    assert seen(picture.small_jpeg).mode == "L"
    assert abs(seen(picture.small_webp).convert("L").getpixel((9, 9)) - wanted) <= 4


def test_the_first_frame_of_a_moving_gif_is_shown(workshop: Workshop, keep: Keep) -> None:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    path = keep("moving.gif", frames[0], save_all=True, append_images=frames[1:], duration=90)
    shown = seen(accepted(workshop, path).original)
    assert getattr(shown, "n_frames", 1) == 1
    assert near(shown.convert("RGB").getpixel((9, 9)), (255, 0, 0))


def test_a_camera_file_of_several_pictures_gives_the_first(workshop: Workshop, keep: Keep) -> None:
    first, second = Image.new("RGB", (64, 48), "red"), Image.new("RGB", (64, 48), "blue")
    path = keep("several.jpg", first, format="MPO", save_all=True, append_images=[second])
    shown = seen(accepted(workshop, path).original)
    assert near(shown.convert("RGB").getpixel((9, 9)), (255, 0, 0))
