"""Drawing a numbered grid over a part of a picture; runs in the child only."""

import io
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from .encode import SMALL_SIDE

FINEST = 16
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
_THIN, _THICK = 1, 5
_LARGEST, _LEAST = 22, 8
# Digits are about so wide, and take so much of their square, for a size of letters.
_DIGIT, _FILL = 0.6, 0.5

Point = tuple[float, float]


class Order(NamedTuple):
    """What to draw, in numbers: the crop in squares of the finest grid, the squares that get their
    number (from 1), and the finest squares that are outlined (from 0)."""

    grid: int
    crop: tuple[int, int, int, int]
    numbered: list[int]
    outlined: list[int]


class _Sheet(NamedTuple):
    pen: ImageDraw.ImageDraw
    crop: tuple[int, int, int, int]
    unit: Point

    def at(self, column: float, row: float) -> Point:
        """Where a corner of the finest grid lies."""
        return (column - self.crop[0]) * self.unit[0], (row - self.crop[1]) * self.unit[1]


def draw(data: bytes, source: str, order: Order) -> Image.Image:
    """The part of the picture that is asked for, as large as pages show it, with its grid."""
    with Image.open(io.BytesIO(data), formats=[source]) as opened:
        _decode_small(opened, order.crop)
        image = _part(opened.convert("RGB"), order.crop)
    left, top, right, bottom = order.crop
    unit = image.width / (right - left), image.height / (bottom - top)
    sheet = _Sheet(ImageDraw.Draw(image), order.crop, unit)
    side = FINEST // order.grid
    for step in range(0, FINEST + 1, side):
        _line(sheet, (step, 0), (step, FINEST), _THIN)
        _line(sheet, (0, step), (FINEST, step), _THIN)
    for start, end in _edges(set(order.outlined)):
        _line(sheet, start, end, _THICK)
    for number in order.numbered:
        _number(sheet, number, order.grid)
    return image


def _decode_small(opened: Image.Image, crop: tuple[int, int, int, int]) -> None:
    """Have a JPEG decoded at a half, a quarter or an eighth, where that is as sharp as is shown."""
    shown = max(opened.width * (crop[2] - crop[0]), opened.height * (crop[3] - crop[1])) / FINEST
    factor = SMALL_SIDE / shown
    if factor < 1:
        opened.draft("RGB", (int(opened.width * factor), int(opened.height * factor)))


def _part(image: Image.Image, crop: tuple[int, int, int, int]) -> Image.Image:
    """The cropped picture, its longer side as long as the small forms'."""
    box = tuple(
        edge * size / FINEST
        for edge, size in zip(crop, (image.width, image.height) * 2, strict=True)
    )
    wide, high = box[2] - box[0], box[3] - box[1]
    factor = SMALL_SIDE / max(wide, high)
    size = max(round(wide * factor), 1), max(round(high * factor), 1)
    return image.resize(size, Image.Resampling.LANCZOS, box=(box[0], box[1], box[2], box[3]))


def _line(sheet: _Sheet, start: Point, end: Point, width: int) -> None:
    """A black line between two white ones, which is seen on any picture."""
    ends = [sheet.at(*start), sheet.at(*end)]
    sheet.pen.line(ends, WHITE, width + 2)
    sheet.pen.line(ends, BLACK, width)


def _edges(region: set[int]) -> Iterator[tuple[Point, Point]]:
    """The sides of squares that part a region from what is around it."""
    for one in region:
        row, column = divmod(one, FINEST)
        if row == 0 or one - FINEST not in region:
            yield (column, row), (column + 1, row)
        if row == FINEST - 1 or one + FINEST not in region:
            yield (column, row + 1), (column + 1, row + 1)
        if column == 0 or one - 1 not in region:
            yield (column, row), (column, row + 1)
        if column == FINEST - 1 or one + 1 not in region:
            yield (column + 1, row), (column + 1, row + 1)


def _number(sheet: _Sheet, number: int, grid: int) -> None:
    """A square's number on a white plate, at its top left."""
    row, column = divmod(number - 1, grid)
    side = FINEST // grid
    wide, high = sheet.unit[0] * side, sheet.unit[1] * side
    words = str(number)
    size = max(min(high * _FILL, wide / _DIGIT / (len(words) + 1), _LARGEST), _LEAST)
    font = ImageFont.load_default(size)
    x, y = sheet.at(column * side, row * side)
    corner = x + _THICK, y + _THICK
    box = sheet.pen.textbbox(corner, words, font=font)
    sheet.pen.rectangle((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1), WHITE)
    sheet.pen.text(corner, words, BLACK, font=font)


def rehearse() -> None:
    """Draw once on pictures of our own, so that every part of Pillow is loaded."""
    for name in ("JPEG", "PNG"):
        held = io.BytesIO()
        Image.new("RGB", (32, 32)).save(held, name)
        image = draw(held.getvalue(), name, Order(4, (0, 0, 16, 16), [1, 16], [0, 17]))
        for form in ("WEBP", "JPEG"):
            image.save(io.BytesIO(), form)
