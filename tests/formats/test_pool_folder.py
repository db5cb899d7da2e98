"""A pool folder is read row by row, and every problem is told with its file, row and column."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import make_archive

import pytest

from app.formats.pool_folder import PoolSource, TaskSource, open_pool, open_rows
from app.formats.row_shape import row_shape
from app.formats.task_rows import TaskRow
from app.kinds.ask import Ask
from app.rules.problem import Problem

MakePool = Callable[..., Path]
NO_PICTURE = {"image": "", "alt": ""}
Places = Callable[[list[Problem]], list[tuple[str, int, str, str]]]


def opened(path: Path) -> PoolSource:
    source = open_pool(path)
    assert isinstance(source, PoolSource), source
    return source


def check(path: Path) -> list[Problem]:
    with opened(path) as source:
        return list(source.check())


def refused(path: Path) -> list[Problem]:
    found = open_pool(path)
    assert isinstance(found, list)
    return found


def test_a_row_becomes_a_task(make_pool: MakePool) -> None:
    tasks = (
        "id;text;lang;needs;check_answer;explain\r\n"
        "a;Hola;es;reading, typing;Spam;It sells.\r\n"
        "b; Good day ;;;;\r\n"
    )
    with opened(make_pool(tasks=tasks)) as source:
        assert list(source.check()) == []
        assert list(source.rows()) == [
            TaskRow(
                row=2,
                key="a",
                lang="es",
                needs=frozenset({"reading", "typing"}),
                payload={"text": "Hola", **NO_PICTURE},
                check_answer={"verdict": "Spam"},
                explain="It sells.",
            ),
            TaskRow(3, "b", "en", frozenset(), {"text": "Good day", **NO_PICTURE}, None, ""),
        ]


def test_jsonl_makes_the_same_tasks(make_pool: MakePool) -> None:
    tasks = '{"id": 1, "text": "Hola", "lang": "es"}\n{"id": 2, "text": "Good day"}\n'
    with opened(make_pool(tasks=tasks, file="tasks.jsonl")) as source:
        assert [(row.row, row.key, row.lang) for row in source.rows()] == [
            (1, "1", "es"),
            (2, "2", "en"),
        ]


@pytest.mark.parametrize("inside", ["", "check-comments"])
def test_a_zip_is_the_same_pool(
    make_picture_pool: MakePool, tmp_path: Path, temporary: Path, inside: str
) -> None:
    folder = make_picture_pool("id,image\na,one.jpg\n", media=("one.jpg",))
    archive = Path(make_archive(str(tmp_path / "x"), "zip", folder.parent, "pool"))
    if not inside:
        archive = Path(make_archive(str(tmp_path / "y"), "zip", folder))
    with opened(archive) as source, opened(folder) as same:
        assert source.spec == same.spec
        assert list(source.read()) == list(same.read())
        assert source.media("one.jpg").read_bytes() == b"a picture"
    assert list(temporary.iterdir()) == []


def test_pictures_are_found_by_their_exact_names(make_picture_pool: MakePool) -> None:
    media = ("one.jpg", "deep/Two.JPG", "cafe\N{COMBINING ACUTE ACCENT}.jpg")
    tasks = "id,image\na,media/one.jpg\nb,deep/Two.JPG\nc,café.jpg\nd,Deep/two.jpg\ne,three.jpg\n"
    folder = make_picture_pool(tasks, media=media)
    case, lost = check(folder)
    assert (case.code, case.row, case.column) == ("media_case", 5, "image")
    assert case.values == {"found": "Deep/two.jpg", "nearest": "deep/Two.JPG"}
    assert (lost.code, lost.row, lost.column) == ("media_not_found", 6, "image")
    with opened(folder) as source:
        assert source.media("deep/Two.JPG") == folder / "media/deep/Two.JPG"
        with pytest.raises(FileNotFoundError):
            source.media("three.jpg")


def test_a_picture_that_is_no_plain_file_is_told(
    make_picture_pool: MakePool, places: Places
) -> None:
    tasks = "id,image\na,link.jpg\nb,pipe.jpg\nc,folder\n"
    folder = make_picture_pool(tasks, media=("folder/x.jpg",))
    (folder / "media/link.jpg").symlink_to("/etc/passwd")
    os.mkfifo(folder / "media/pipe.jpg")
    assert places(check(folder)) == [
        ("tasks.csv", 2, "image", "media_not_regular"),
        ("tasks.csv", 3, "image", "media_not_regular"),
        ("tasks.csv", 4, "image", "media_not_found"),
    ]


def test_a_column_that_every_row_wants_is_missed(
    make_picture_pool: MakePool, places: Places
) -> None:
    missing = places(check(make_picture_pool("id\na\nb\n")))
    assert missing == [("tasks.csv", 1, "image", "column_missing")]


@pytest.mark.parametrize("name", ["../pool.toml", "/etc/passwd", "a/../../x", "a\\b", "./a"])
def test_a_picture_outside_the_media_folder_is_refused(
    make_picture_pool: MakePool, places: Places, name: str
) -> None:
    assert places(check(make_picture_pool(f"id,image\na,{name}\n"))) == [
        ("tasks.csv", 2, "image", "file_name")
    ]


@pytest.mark.parametrize(
    ("tasks", "row", "column", "code"),
    [
        ("id,text\na,\n", 2, "", "material_missing"),
        ("id,text\n,x\n", 2, "id", "text_missing"),
        ("id,text\na,x\nb,y\na,z\n", 4, "id", "id_twice"),
        ("id,text\na,x\ncafé,y\ncafe\u0301,z\n", 4, "id", "id_twice"),
        ("id,text\na,x\x1by\n", 2, "text", "text_control"),
        (f"id,text\na,{'x' * 20_001}\n", 2, "text", "text_long"),
        (f"id,text\n{'x' * 101},a\n", 2, "id", "text_long"),
        ("id,text,lang\na,x,xx\n", 2, "lang", "language_unknown"),
        ("id,text,lang\na,x,eng\n", 2, "lang", "language_meant"),
        ("id,text,needs\na,x,sight strength\n", 2, "needs", "need_unknown"),
        ("id,text,needs\na,x,Sight\n", 2, "needs", "need_meant"),
        ("id,text,check_answer\na,x,Ham\n", 2, "check_answer", "answer_unknown"),
        ("id,text,check_answer\na,x,Not Spam\n", 2, "check_answer", "answer_meant"),
        ("id,text,txet\na,x,y\nb,x,y\n", 1, "txet", "column_meant"),
        ("id,text,zebra\na,x,y\nb,x,y\n", 1, "zebra", "column_unknown"),
        ("text\na\nb\n", 1, "id", "column_missing"),
        ("id,text\n", 1, "", "rows_none"),
        ("id,text\na\n", 2, "", "row_ragged"),
        ("", 1, "", "file_empty"),
    ],
)
def test_a_mistake_in_a_row_is_told_with_its_place(
    make_pool: MakePool, places: Places, tasks: str, row: int, column: str, code: str
) -> None:
    assert places(check(make_pool(tasks=tasks))) == [("tasks.csv", row, column, code)]


def test_all_mistakes_of_a_row_are_told(make_pool: MakePool) -> None:
    tasks = "id,text,lang,check_answer\na,,xx,Ham\n"
    codes = {problem.code for problem in check(make_pool(tasks=tasks))}
    assert codes == {"material_missing", "language_unknown", "answer_unknown"}


def test_an_unknown_key_of_jsonl_is_told_once(make_pool: MakePool, places: Places) -> None:
    tasks = '{"id": "a", "text": "x"}\n' + '{"id": "b", "text": "x", "zebra": "y"}\n' * 2
    tasks += '{"id": "d"}\n'
    assert places(check(make_pool(tasks=tasks, file="tasks.jsonl"))) == [
        ("tasks.jsonl", 2, "zebra", "column_unknown"),
        ("tasks.jsonl", 3, "id", "id_twice"),
        ("tasks.jsonl", 4, "", "material_missing"),
    ]


def test_a_check_answer_is_a_choice_in_its_own_letters(make_pool: MakePool) -> None:
    toml = "choices = ['café', 'tea']"
    folder = make_pool(tasks="id,text,check_answer\na,x, cafe\u0301 \n")
    path = folder / "pool.toml"
    path.write_text(path.read_text().replace('choices = ["Spam", "Not spam"]', toml))
    with opened(folder) as source:
        assert [row.check_answer for row in source.rows()] == [{"verdict": "café"}]


def test_what_the_kind_needs_is_joined_with_what_the_row_says(
    make_picture_pool: MakePool,
) -> None:
    tasks = "id,image,alt,needs\na,x.jpg,,\nb,x.jpg,A cat,\nc,x.jpg,,typing\n"
    with opened(make_picture_pool(tasks, media=("x.jpg",))) as source:
        assert [row.needs for row in source.rows()] == [{"sight"}, set(), {"sight", "typing"}]


def test_a_pool_is_refused_where_a_part_is_missing(make_pool: MakePool, places: Places) -> None:
    folder = make_pool()
    (folder / "tasks.csv").rename(folder / "Tasks.csv")
    assert places(refused(folder)) == [("tasks.csv", 0, "", "tasks_missing")]
    (folder / "pool.toml").unlink()
    assert places(refused(folder)) == [("pool.toml", 0, "", "file_not_found")]


def test_a_pool_with_two_files_of_tasks_is_refused(make_pool: MakePool, places: Places) -> None:
    folder = make_pool()
    (folder / "tasks.jsonl").touch()
    assert places(refused(folder)) == [("tasks.csv", 0, "", "tasks_twice")]


def test_a_workbook_is_refused_with_the_forms_that_are_read(make_pool: MakePool) -> None:
    (problem,) = refused(make_pool(tasks=b"PK\x03\x04", file="tasks.xlsx"))
    assert problem.code == "rows_form"
    assert problem.values == {"found": "tasks.xlsx", "wanted": "tasks.csv, tasks.jsonl"}


def test_links_in_place_of_a_pools_parts_are_refused(make_pool: MakePool, places: Places) -> None:
    folder = make_pool()
    (folder / "tasks.csv").unlink()
    (folder / "tasks.csv").symlink_to("/etc/passwd")
    (folder / "media").symlink_to("/etc")
    assert places(refused(folder)) == [
        ("tasks.csv", 0, "", "file_not_regular"),
        ("media", 0, "", "file_not_regular"),
    ]


def test_what_is_neither_folder_nor_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pool.txt").write_text("a pool")
    assert [one.code for one in refused(tmp_path / "pool.txt")] == ["pool_form"]
    assert [one.code for one in refused(tmp_path / "nowhere")] == ["file_not_found"]


def test_more_rows_are_read_for_a_pool_that_is_there(tmp_path: Path, places: Places) -> None:
    shape = row_shape("image_labelling", "en", Ask("What?", ("Cat", "Dog")), frozenset({"sight"}))
    path = tmp_path / "more.csv"
    path.write_text("id,image,check_answer\na,one.jpg,Cat\nb,two.jpg,Cow\n")
    source = open_rows(path, shape)
    assert isinstance(source, TaskSource)
    assert [one.code for one in source.check()] == ["media_not_found"] * 2 + ["answer_unknown"]
    (tmp_path / "media").mkdir()
    (tmp_path / "media/one.jpg").touch()
    source = open_rows(path, shape)
    assert isinstance(source, TaskSource)
    assert [row.key for row in source.rows()] == ["a"]
    assert source.media("one.jpg") == tmp_path / "media/one.jpg"


@pytest.mark.parametrize(
    ("name", "code"), [("more.txt", "rows_form"), ("no.csv", "file_not_found")]
)
def test_a_file_that_cannot_be_rows_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "more.txt").write_text("id,text\n")
    source = open_rows(tmp_path / name, row_shape("content_moderation", "en", Ask("?", ("a", "b"))))
    found = source if isinstance(source, list) else list(source.check())
    assert [one.code for one in found] == [code]
