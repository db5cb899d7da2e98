"""The contrast of text in a picture: an estimate that finds faint text and passes what is plain."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.media.contrast import contrast
from app.media.pictures import Picture, Workshop
from app.settings import CHECKOUT


def greys(**counts: int) -> list[int]:
    found = [0] * 256
    for level, count in counts.items():
        found[int(level[1:])] = count
    return found


@pytest.mark.parametrize(
    ("counts", "ratio"),
    [
        ({"g0": 10, "g255": 90}, 21.0),
        ({"g119": 10, "g255": 90}, 4.48),
        ({"g255": 10, "g0": 90}, 21.0),
        ({"g160": 10, "g215": 90}, 1.82),
        # Edges of thin strokes are as many as their middle, and mixed with paper.
        ({"g80": 10, "g120": 10, "g150": 10, "g215": 200}, 5.60),
    ],
)
def test_ink_and_paper_are_told_apart(counts: dict[str, int], ratio: float) -> None:
    assert contrast(greys(**counts)) == pytest.approx(ratio, abs=0.01)


def test_one_grey_alone_has_no_contrast_to_be_judged() -> None:
    assert contrast(greys(g200=5)) == 0
    assert contrast(greys()) == 0


def written(ink: int, paper: int) -> bytes:
    image = Image.new("L", (600, 60), paper)
    ImageDraw.Draw(image).text((10, 5), "To the Senate of 1790", fill=ink, font_size=40)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("ink", "paper", "plain"), [(40, 230, True), (170, 215, False)])
def test_the_child_says_it_of_a_picture(tmp_path: Path, ink: int, paper: int, plain: bool) -> None:
    file = tmp_path / "line.png"
    file.write_bytes(written(ink, paper))
    with Workshop() as workshop:
        made = workshop.picture(file)
    assert isinstance(made, Picture)
    assert (made.contrast >= 3) == plain


def test_old_print_that_can_be_read_is_not_called_faint() -> None:
    files = sorted((CHECKOUT / "samples" / "old-print" / "media").iterdir())[:5]
    with Workshop() as workshop:
        made = [workshop.picture(file) for file in files]
    assert all(isinstance(one, Picture) and one.contrast >= 3 for one in made)
