"""What is doubtful in a row is told with its row and column, however many rows there are."""

import io
import tracemalloc
from pathlib import Path

from PIL import Image

from app.actions.checking import check_pool
from app.actions.importing import Imported, import_pool
from app.formats.pool_folder import open_pool
from app.rules.doubts import Doubts
from app.rules.problem import Problem
from tests.pool_folders import NOW, PICTURES_TOML, TOML, Ground, places, silent, write_pool

TESTS = TOML.replace("content_moderation", "software_test").partition("[pool.ask]")[0]


def doubts_of(folder: Path) -> Doubts:
    source = open_pool(folder)
    assert not isinstance(source, list), source
    doubts = Doubts()
    with source:
        assert check_pool(source, silent, doubts.note) == []
    return doubts


def told(folder: Path) -> list[Problem]:
    return [one for first, _ in doubts_of(folder).kinds() for one in first]


def test_the_steps_of_a_row_are_judged(tmp_path: Path) -> None:
    long = " ".join(["word"] * 21)
    rows = (
        "id,url,steps,expected,needs\n"
        'a,https://example.org/,"Open it.\nPress the red button.",It opens!,\n'
        "b,https://example.org/,Press the red button.,It opens.,sight\n"
        f"c,https://example.org/,{long},,\n"
    )
    assert places(told(write_pool(tmp_path / "pool", rows, TESTS))) == [
        ("tasks.csv", 2, "steps", "plain_senses"),
        ("tasks.csv", 2, "expected", "plain_exclamation"),
        ("tasks.csv", 5, "steps", "plain_step_long"),
    ]


def test_an_address_with_a_code_that_only_one_row_has_is_told(tmp_path: Path) -> None:
    rows = (
        "id,url,steps\n"
        "a,https://example.org/,Open it.\n"
        "b,https://example.org/help,Open it.\n"
        "c,https://example.org/?t=1,Open it.\n"
        "d,https://example.org/?t=2,Open it.\n"
        "e,https://example.org/?t=2,Close it.\n"
    )
    assert places(told(write_pool(tmp_path / "pool", rows, TESTS))) == [
        ("tasks.csv", 4, "url", "link_of_one_row")
    ]


def test_many_doubtful_rows_are_counted_and_not_kept(tmp_path: Path) -> None:
    rows = "id,url,steps\n" + "".join(
        f"k{number},https://example.org/,Press the red button!\n" for number in range(4_000)
    )
    folder = write_pool(tmp_path / "pool", rows, TESTS)
    tracemalloc.start()
    doubts = doubts_of(folder)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {first[0].code: (len(first), more) for first, more in doubts.kinds()} == {
        "plain_senses": (5, 3_995),
        "plain_exclamation": (5, 3_995),
    }
    assert doubts.warnings == 8_000
    assert kept < 2_000_000


LINES = TOML.replace("content_moderation", "document_digitization").partition("[pool.ask]")[0]


def line(ink: int) -> bytes:
    image = Image.new("L", (200, 40), 220)
    image.paste(ink, (20, 10, 60, 30))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_faint_picture_of_text_is_told_by_its_row(ground: Ground, tmp_path: Path) -> None:
    rows = "id,image\na,dark.png\nb,faint.png\nc,faint.png\n"
    media = {"dark.png": line(30), "faint.png": line(180)}
    folder = write_pool(tmp_path / "pool", rows, LINES, media)
    (found,) = told(folder)
    assert places([found]) == [("tasks.csv", 3, "image", "contrast_low")]
    assert found.values == {"picture": "faint.png", "found": "1.5", "wanted": 3}
    # The import tells it once too, and refuses nothing.
    doubts = Doubts()
    source = open_pool(folder)
    assert not isinstance(source, list)
    with source:
        done = import_pool(ground.storage, source, True, silent, NOW, doubts.note)
    assert isinstance(done, Imported)
    assert [(first[0].row, more) for first, more in doubts.kinds()] == [(3, 0)]


def test_pictures_that_show_things_may_be_faint(tmp_path: Path) -> None:
    media = {"faint.png": line(180)}
    rows = "id,image\na,faint.png\n"
    assert told(write_pool(tmp_path / "pool", rows, PICTURES_TOML, media)) == []
