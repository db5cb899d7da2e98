"""A very wide line of print is also kept in pieces for narrow screens, cut between its words."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.media.encode import WEBP_BYTES
from app.media.pictures import Picture, Workshop
from app.media.stack import GAP, MOST_PIECES, cuts, stacked
from app.settings import CHECKOUT

HEIGHT = 40


def line(
    *words: tuple[int, int], width: int = 1_000, paper: int = 230, ink: int = 30
) -> Image.Image:
    """A line with a bar for each word, from one column to another."""
    image = Image.new("L", (width, HEIGHT), paper)
    for start, end in words:
        image.paste(ink, (start, 10, end, 30))
    return image


def rows(sheet: Image.Image) -> list[Image.Image]:
    step = HEIGHT + GAP
    return [
        sheet.crop((0, top, sheet.width, top + HEIGHT))
        for top in range(0, sheet.height + GAP, step)
    ]


def inked(image: Image.Image) -> int:
    """How many columns of a row hold ink."""
    return sum(min(image.crop((x, 0, x + 1, HEIGHT)).tobytes()) < 100 for x in range(image.width))


def test_a_line_is_cut_between_words_and_nothing_is_lost() -> None:
    words = [(10, 180), (200, 420), (440, 600), (620, 760), (790, 990)]
    sheet = stacked(line(*words))
    assert sheet
    found = rows(sheet)
    assert len(found) == 4
    assert [inked(row) for row in found] == [170, 220, 160 + 140, 200]
    assert sheet.width < 500


@pytest.mark.parametrize(("paper", "ink"), [(230, 30), (20, 240)])
def test_light_print_on_dark_is_cut_between_words_too(paper: int, ink: int) -> None:
    busy = [0] * 100 + [200] * 290 + [0] * 20 + [200] * 190
    assert cuts(busy, 2, 10) == [pytest.approx(400, abs=10)]
    sheet = stacked(line((10, 480), (520, 990), paper=paper, ink=ink))
    assert sheet
    assert len(rows(sheet)) == 4


@pytest.mark.parametrize(
    ("width", "pieces"), [(320, 0), (330, 2), (640, 2), (641, 3), (1_000, 4), (8_000, MOST_PIECES)]
)
def test_only_very_wide_lines_are_cut_and_into_few_pieces(width: int, pieces: int) -> None:
    sheet = stacked(line((5, width - 5), width=width))
    assert (len(rows(sheet)) if sheet else 0) == pieces


def made(tmp_path: Path, image: Image.Image) -> Picture:
    out = io.BytesIO()
    image.save(out, "PNG")
    file = tmp_path / "line.png"
    file.write_bytes(out.getvalue())
    with Workshop() as workshop:
        found = workshop.picture(file)
    assert isinstance(found, Picture)
    return found


def test_the_child_gives_the_pieces_as_a_fourth_form(tmp_path: Path) -> None:
    narrow = made(tmp_path, line((10, 480), (520, 990))).narrow
    assert narrow
    assert narrow.media_type == "image/webp"
    with Image.open(io.BytesIO(narrow.data)) as shown:
        assert shown.size == (narrow.width, narrow.height)
    assert made(tmp_path, line(width=300)).narrow is None


def test_old_print_stays_in_its_budget_and_has_larger_letters() -> None:
    with Workshop() as workshop:
        for file in sorted((CHECKOUT / "samples" / "old-print" / "media").iterdir())[::7]:
            found = workshop.picture(file)
            assert isinstance(found, Picture)
            assert found.narrow
            assert len(found.narrow.data) <= WEBP_BYTES
            # How high a line stands in a column of 288 pixels.
            whole = 288 * found.height / found.width
            in_pieces = 288 * (found.height / found.narrow.width)
            assert in_pieces >= 1.5 * whole
