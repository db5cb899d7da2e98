"""Writing a clean picture into a number of bytes; runs in the child only."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from .picture import Variant

SMALL_SIDE = 320
NARROW_SIDE = 640
LINE_SIDE = 1_280
LINE_ASPECT = 4
WEBP_BYTES = 8_000
JPEG_BYTES = 12_000
_STEP = 0.85
_ORIGINAL_QUALITY = 85
# Encoding a coarse JPEG anew at 85 only makes it heavier; 75 is what most such files were made at.
_COARSE_QUALITY = 75
_LOSSLESS_SOURCES = ("PNG", "GIF")

Writer = Callable[[Image.Image, int], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """What one small form may weigh: wished for, at most, and the qualities to try, best first."""

    wished: int
    most: int
    qualities: Sequence[int]


_WEBP = Target(WEBP_BYTES, WEBP_BYTES, (82, 75, 68, 61, 54, 47, 40, 33, 26))
# JPEG needs more bytes for the same look: rather 12 kB than letters nobody can read.
_JPEG = Target(WEBP_BYTES, JPEG_BYTES, (80, 73, 66, 59, 52, 45, 38))


def clean_original(image: Image.Image, source: str, source_bytes: int) -> Variant:
    """The large form: JPEG, or PNG where a drawing comes out smaller that way and loses nothing."""
    data, media_type = _jpeg(image, _ORIGINAL_QUALITY), "image/jpeg"
    if len(data) > source_bytes:
        data = _jpeg(image, _COARSE_QUALITY)
    if source in _LOSSLESS_SOURCES:
        lossless = _png(image)
        if len(lossless) <= len(data):
            data, media_type = lossless, "image/png"
    return Variant(data, media_type, *image.size)


def small_webp(image: Image.Image) -> Variant:
    """The small form for most browsers."""
    return _fitted(image, small_size(*image.size), "image/webp", _webp, _WEBP)


def narrow_webp(image: Image.Image) -> Variant:
    """A stacked line, for narrow screens; their browsers show two dots of it as one or fewer."""
    size = _scaled(*image.size, min(1.0, NARROW_SIDE / image.width))
    return _fitted(image, size, "image/webp", _webp, _WEBP)


def small_jpeg(image: Image.Image) -> Variant:
    """The small form for browsers that do not know WebP."""
    return _fitted(image, small_size(*image.size), "image/jpeg", _jpeg, _JPEG)


def small_size(width: int, height: int) -> tuple[int, int]:
    """The size of the small forms: never larger, and a line of print keeps legible letters."""
    long, short = max(width, height), min(width, height)
    side = LINE_SIDE if long > short * LINE_ASPECT else SMALL_SIDE
    return _scaled(width, height, min(1.0, side / long))


def _fitted(
    image: Image.Image, size: tuple[int, int], media_type: str, write: Writer, target: Target
) -> Variant:
    """Step quality down, then size, until the bytes fit."""
    width, height = size
    sheet = image.resize((width, height), Image.Resampling.LANCZOS)
    least = write(sheet, target.qualities[-1])
    while len(least) > target.most and max(width, height) > 1:
        width, height = _scaled(width, height, _STEP)
        sheet = image.resize((width, height), Image.Resampling.LANCZOS)
        least = write(sheet, target.qualities[-1])
    return Variant(_best(sheet, write, target) or least, media_type, width, height)


def _best(sheet: Image.Image, write: Writer, target: Target) -> bytes:
    """The best quality within the wished number of bytes, or nothing."""
    tried = (write(sheet, quality) for quality in target.qualities)
    return next((data for data in tried if len(data) <= target.wished), b"")


def _scaled(width: int, height: int, factor: float) -> tuple[int, int]:
    """A size times a factor, in whole pixels, at least one."""
    return max(1, int(width * factor)), max(1, int(height * factor))


def _webp(image: Image.Image, quality: int) -> bytes:
    sheet = io.BytesIO()
    image.save(sheet, "WEBP", quality=quality, method=6)
    return sheet.getvalue()


def _jpeg(image: Image.Image, quality: int) -> bytes:
    sheet = io.BytesIO()
    image.save(sheet, "JPEG", quality=quality, optimize=True, progressive=True)
    return sheet.getvalue()


def _png(image: Image.Image) -> bytes:
    sheet = io.BytesIO()
    image.save(sheet, "PNG", compress_level=9)
    return sheet.getvalue()
