"""From the bytes of a stranger's picture to three clean forms of it; runs in the child only."""

import io
from collections.abc import Callable
from contextlib import suppress

from PIL import Image, ImageCms

from .contrast import contrast
from .encode import clean_original, narrow_webp, small_jpeg, small_webp
from .picture import Picture
from .stack import stacked

LONG_SIDE = 2_000
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)


class TooManyPixelsError(Exception):
    """The picture says it is larger than allowed; nothing of it was decoded."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found


def shrink(data: bytes, file_format: str, most_pixels: int) -> Picture:
    """Decode one picture of the named format, drop all that is not picture, make its forms."""
    # Pillow's own guard speaks without figures, so it is set aside until ours has spoken.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(data), formats=[file_format]) as opened:
        width, height = opened.size
        if width * height > most_pixels:
            raise TooManyPixelsError(width * height)
        Image.MAX_IMAGE_PIXELS = most_pixels
        turn = _orientation(opened)
        clean = _cleaned(opened, turn)
    if turn in _SIDEWAYS:
        width, height = height, width
    original = clean_original(clean, file_format, len(data))
    greys = contrast(clean.convert("L").histogram())
    pieces = stacked(clean)
    narrow = narrow_webp(pieces) if pieces else None
    return Picture(width, height, original, small_webp(clean), small_jpeg(clean), greys, narrow)


def _orientation(opened: Image.Image) -> int:
    """How the camera was held; a broken note about it is no reason to refuse the picture."""
    with suppress(Exception):
        found = opened.getexif().get(_ORIENTATION, 1)
        return found if isinstance(found, int) else 1
    return 1


def _cleaned(opened: Image.Image, turn: int) -> Image.Image:
    """The picture the right way up, at most 2,000 pixels long, grey or sRGB, and nothing else."""
    profile = opened.info.get("icc_profile")
    # A JPEG can be decoded at a half, a quarter or an eighth, for as much less work and memory.
    opened.draft(opened.mode, (LONG_SIDE, LONG_SIDE))
    image = _plain_mode(opened)
    image.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    return _on_white(_in_srgb(image, profile))


def _plain_mode(opened: Image.Image) -> Image.Image:
    """Decode, and turn the many ways to store a pixel into grey, colour or CMYK, with alpha."""
    opened.load()
    if opened.mode.startswith("I"):
        # 16 bits of grey; a plain conversion would cut at 255 instead of dividing.
        deep = opened.convert("I")
        return deep.point(lambda value: value * (1 / 256)).convert("L")
    if opened.has_transparency_data:
        return opened.convert("LA" if opened.mode in ("1", "L", "LA") else "RGBA")
    if opened.mode in ("1", "L"):
        return opened.convert("L")
    return opened.copy() if opened.mode == "CMYK" else opened.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Apply the colour profile, which is then dropped; a broken one is dropped unapplied."""
    if not profile or image.mode == "LA":
        return image
    grey, mode = image.mode == "L", "RGBA" if image.mode == "RGBA" else "RGB"
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        wanted = ImageCms.createProfile("sRGB")
        shown = ImageCms.profileToProfile(image, given, wanted, outputMode=mode)
        if shown is not None:
            return shown.convert("L") if grey else shown
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Draw onto a new white sheet: no metadata can come along, and nothing shines through."""
    grey = image.mode in ("L", "LA")
    sheet = Image.new("L" if grey else "RGB", image.size, 255 if grey else (255, 255, 255))
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    sheet.paste(image.convert(sheet.mode), mask=alpha)
    return sheet


def rehearse() -> None:
    """Run everything once on a picture of our own, so that every part of Pillow is loaded."""
    pieces: dict[str, Callable[[], Image.Image]] = {
        "JPEG": lambda: Image.new("L", (32, 2)),
        "PNG": lambda: Image.new("RGBA", (8, 8)),
        "WEBP": lambda: Image.new("RGB", (8, 8)),
        "GIF": lambda: Image.new("P", (8, 8)),
    }
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, make in pieces.items():
        sheet = io.BytesIO()
        extras = {} if name == "GIF" else {"exif": exif.tobytes(), "icc_profile": profile}
        make().save(sheet, name, **extras)
        shrink(sheet.getvalue(), name, 64)
    with suppress(Exception):
        shrink(b"not a picture", "JPEG", 64)
