"""A coordinator brings a pool in, runs it and takes its results out, by command line."""

import csv
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.commands.conftest import Type
from tests.pool_folders import PICTURES_TOML, SAMPLES, many, picture, write_pool

REASONS = ("unclear", "tools", "content", "pay", "subject", "other")


def test_a_pool_goes_from_a_folder_to_its_results(command: Type, tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", many(3))
    assert command("pool", "check", folder).stdout == "No problems were found.\n"
    imported = command("pool", "import", folder)
    assert imported.exit_code == 0
    assert imported.stdout == (
        "Imported 3 tasks into “spam”.\nGive them out with: ownpace pool publish spam\n"
    )
    assert "published" in command("pool", "publish", "spam").stdout
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "m", "text": "One more"}\n')
    assert command("pool", "add", "spam", more).stdout == "Imported 1 task into “spam”.\n"
    assert "still taken and paid" in command("pool", "pause", "spam").stdout
    assert "for good" in command("pool", "close", "spam").stdout
    told = command("pool", "status", "spam").stdout
    assert told.splitlines() == [
        "spam (content_moderation): closed",
        "  Tasks: 4. Answers: 0. Skips: 0. Still wanted: 8.",
        "  Time: about 30 seconds a task, by your own trial. Reports of workers: 0.",
        "  Agreed: 0. Undecided: 0. Open: 4.",
    ]
    results = command("pool", "export", "spam", "--what", "results")
    assert [row["state"] for row in csv.DictReader(results.stdout.splitlines())] == ["open"] * 4


def test_status_is_told_to_scripts(command: Type, tmp_path: Path) -> None:
    assert "no pools yet" in command("pool", "status").stdout
    assert json.loads(command("pool", "status", "--json").stdout) == []
    command("pool", "import", write_pool(tmp_path / "pool", many(3)), "--publish")
    [told] = json.loads(command("pool", "status", "--json").stdout)
    assert told == {
        "slug": "spam", "kind": "content_moderation", "state": "published", "tasks": 3,
        "answers": 0, "skips": 0, "open_places": 6, "skipped_by_many": 0, "currency": "",
        "budget": 0, "reserved": 0, "spent": 0, "sample": False,
        "skip_reasons": dict.fromkeys(REASONS, 0),
        "minutes": 0.5, "minutes_basis": "pilot", "minutes_reports": 0,
    }  # fmt: skip
    [one] = json.loads(command("pool", "status", "spam", "--json").stdout)
    assert one == {**told, "agreed": 0, "undecided": 0, "open": 3, "known": []}


def test_every_problem_has_a_line_with_its_place(command: Type, tmp_path: Path) -> None:
    rows = "id,image\na,no.png\na,bad.png\n"
    folder = write_pool(tmp_path / "pool", rows, PICTURES_TOML, {"bad.png": b"<svg/>"})
    for words in (("pool", "check", folder), ("pool", "import", folder)):
        refused = command(*words)
        assert refused.exit_code == 1
        assert refused.stdout == "Problems: 2. Warnings: 0.\n"
        assert refused.stderr.splitlines() == [
            "tasks.csv:2:image: There is no file “no.png” in the media folder. Add it.",
            "tasks.csv:3:id: The id “a” is there already. Each task needs an id of its own.",
        ]


def test_problems_are_told_in_the_order_of_the_file(command: Type, tmp_path: Path) -> None:
    rows = "id,image,check_answer\na,bad.png,\nb,no.png,Ham\n"
    folder = write_pool(tmp_path / "pool", rows, PICTURES_TOML, {"bad.png": b"<svg/>"})
    first, second, third = command("pool", "check", folder).stderr.splitlines()
    assert first.startswith("tasks.csv:2:image: The picture “bad.png”")
    assert second.startswith("tasks.csv:3:image:")
    assert third == (
        "tasks.csv:3:check_answer: “Ham” is not one of the choices. "
        "The choices are: Not spam, Spam."
    )


def test_a_broken_picture_is_told_by_its_name_in_the_zip(command: Type, tmp_path: Path) -> None:
    folder = write_pool(
        tmp_path / "pool", "id,image\na,bad.png\n", PICTURES_TOML, {"bad.png": b"<svg/>"}
    )
    with ZipFile(tmp_path / "pool.zip", "w") as archive:
        for file in folder.rglob("*.*"):
            archive.write(file, file.relative_to(folder))
    refused = command("pool", "import", tmp_path / "pool.zip")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("tasks.csv:2:image: The picture “bad.png” is of the form")


def test_an_import_shows_the_first_problems_and_counts_the_rest(
    command: Type, tmp_path: Path
) -> None:
    folder = write_pool(tmp_path / "pool", "id,text\n" + "".join(f"k{n},\n" for n in range(60)))
    refused = command("pool", "import", folder).stderr.splitlines()
    assert len(refused) == 51
    assert refused[-1] == "and 10 more problems"
    assert len(command("pool", "check", folder).stderr.splitlines()) == 60


def test_hostile_places_are_refused_in_one_line(command: Type, tmp_path: Path) -> None:
    evil = tmp_path / "evil.zip"
    with ZipFile(evil, "w") as archive:
        archive.writestr("../../pool.toml", "")
    linked = write_pool(tmp_path / "linked", "id,image\na,one.png\n", PICTURES_TOML)
    (linked / "media").symlink_to("/etc")
    nothing = tmp_path / "nothing"
    for place in (evil, linked, nothing):
        refused = command("pool", "import", place)
        assert refused.exit_code == 1
        assert len(refused.stderr.splitlines()) == 1
        assert place.name in refused.stderr or "media" in refused.stderr
    assert json.loads(command("pool", "status", "--json").stdout) == []


def test_an_export_goes_to_a_file_that_is_whole_or_not_there(command: Type, tmp_path: Path) -> None:
    sample = next(path.parent for path in SAMPLES if path.parent.name == "spam-or-not")
    command("pool", "import", sample)
    out = tmp_path / "out" / "tasks.csv"
    refused = command("pool", "export", "spam-or-not", "--what", "tasks", "-o", out)
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1
    out.parent.mkdir()
    done = command("pool", "export", "spam-or-not", "--what", "tasks", "-o", out)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Wrote 34 rows.\n")
    assert [path.name for path in out.parent.iterdir()] == ["tasks.csv"]
    to_screen = command("pool", "export", "spam-or-not", "--what", "tasks")
    assert to_screen.stdout_bytes == out.read_bytes()


def test_what_does_not_exist_is_said_in_one_line(command: Type, tmp_path: Path) -> None:
    unknown = "There is no pool “ham”. See all of them with: ownpace pool status\n"
    rows = tmp_path / "more.csv"
    rows.write_text(many(1))
    for words in (
        ("pool", "publish", "ham"),
        ("pool", "status", "ham"),
        ("pool", "export", "ham"),
        ("pool", "add", "ham", rows),
        ("cards", "new", "--count", "1", "--pool", "ham"),
    ):
        refused = command(*words)
        assert (refused.exit_code, refused.stderr) == (1, unknown)


def test_a_closed_pool_gets_no_cards(command: Type, tmp_path: Path) -> None:
    command("pool", "import", write_pool(tmp_path / "pool", many(1)), "--publish")
    command("pool", "close", "spam")
    refused = command("cards", "new", "--count", "1", "--pool", "spam")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "The pool “spam” is closed, and stays closed.\n"


def test_a_place_or_an_address_that_is_no_good_is_said_in_one_line(
    command: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("pool", "import", write_pool(tmp_path / "pool", many(1)))
    added = command("pool", "add", "spam", tmp_path / "pool")
    assert added.stderr == "pool: “pool” cannot be read as tasks. Use one of: .csv, .jsonl.\n"
    kept = command("backup", tmp_path / "nowhere" / "kept.tar")
    assert "No such file or directory" in kept.stderr
    monkeypatch.setenv("OWNPACE_DATABASE_URL", "nonsense")
    for words in (("pool", "status"), ("backup", tmp_path / "kept.tar"), ("migrate",)):
        refused = command(*words)
        assert "See OWNPACE_DATABASE_URL" in refused.stderr
        assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)


def test_only_forms_that_can_be_written_are_offered(command: Type, tmp_path: Path) -> None:
    command("pool", "import", write_pool(tmp_path / "pool", many(1)))
    told = command("pool", "export", "--help").stdout
    offered = re.search(r"--format \[([\w|-]+)\]", told)
    assert offered
    for form in offered[1].split("|"):
        assert command("pool", "export", "spam", "--format", form).exit_code == 0


def test_wrong_usage_is_told_apart(command: Type) -> None:
    assert command("pool", "export").exit_code == 2
    assert command("pool", "export", "spam", "--what", "everything").exit_code == 2
    assert command("cards", "new", "--count", "0").exit_code == 2
    assert command("nonsense").exit_code == 2


def test_a_site_without_a_database_says_what_to_run(bare: Type, tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", many(1))
    for words in (("pool", "status"), ("pool", "import", folder), ("sample",)):
        refused = bare(*words)
        assert refused.exit_code == 1
        assert len(refused.stderr.splitlines()) == 1
        assert "ownpace migrate" in refused.stderr


def test_a_picture_pool_is_checked_without_a_site(bare: Type, tmp_path: Path) -> None:
    folder = write_pool(
        tmp_path / "pool", "id,image\na,one.png\n", PICTURES_TOML, {"one.png": picture(1)}
    )
    assert bare("pool", "check", folder).exit_code == 0
    assert not (tmp_path / "data").exists()
