"""Several labels and regions from their folder to their results."""

import json
from pathlib import Path

import pytest

from app.actions import exporting
from app.actions.importing import Imported
from app.rules import region
from tests.actions.test_kinds_round_trip import exported, send
from tests.pool_folders import PICTURES_TOML, Ground, picture, write_pool
from tests.scenes import Scene

REGIONS = PICTURES_TOML.replace("pictures", "spam").replace('"Spam", "Not spam"', '"Dog", "Ball"')
ROWS = "id,image,{},explain\na,one.png,{},Why.\n"


@pytest.fixture
def scene(ground: Ground) -> Scene:
    """Workers of that store."""
    return Scene(ground.storage.store)


def bring(ground: Ground, folder: Path, toml: str, rows: str) -> None:
    media = {"one.png": picture(1)}
    done = ground.bring(write_pool(folder, rows, toml, media))
    assert isinstance(done, Imported), done


def bring_regions(ground: Ground, folder: Path, overlap: int = 2) -> None:
    columns = "check_answer.region1,check_answer.region2,check_answer.nothing"
    toml = REGIONS.replace("overlap = 2", f"overlap = {overlap}") + "regions = true\n"
    bring(ground, folder / "pool", toml, ROWS.format(columns, "4/6,,"))


def mark(scene: Scene, *marked: str) -> None:
    """Each of as many workers marks the dog."""
    for one in marked:
        typed = {"region1": [one]} if one else {"nothing": ["yes"]}
        send(scene.worker(), typed)


def test_several_labels_agree_as_a_set(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    toml = REGIONS + "several = true\n"
    bring(ground, tmp_path / "pool", toml, ROWS.format("check_answer", "Ball | Dog"))
    for chosen in (["Ball", "Dog"], ["Dog", "Ball"]):
        send(scene.worker(), {"label": chosen})
    (result,) = exported(ground, "results")
    assert (result["state"], json.loads(result["result.label"])) == ("agreed", ["Dog", "Ball"])
    (task,) = exported(ground, "tasks", "jsonl")
    assert task["check_answer"] == ["Dog", "Ball"]


def test_other_sets_do_not_agree(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    toml = REGIONS + "several = true\n"
    bring(ground, tmp_path / "pool", toml, ROWS.format("check_answer", "").replace("Why.", ""))
    for chosen in (["Dog"], ["Dog", "Ball"]):
        send(scene.worker(), {"label": chosen})
    assert exported(ground, "results")[0]["state"] == "undecided"


def test_regions_that_overlap_by_half_agree(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    bring_regions(ground, tmp_path, overlap=3)
    mark(scene, "4/1 2 3", "4/2 3 4", "4/16")
    (result,) = exported(ground, "results")
    assert (result["state"], result["agreement"]) == ("agreed", "0.6667")
    assert result["result.region1"] == region.write(region.spread([2, 3], 4))
    assert result["result.region1.boxes"] == "25,0,50,25"
    assert (result["result.region2"], result["result.region2.boxes"]) == ("", "")


@pytest.mark.parametrize("other", ["4/1 4 5", "4/3", ""])
def test_regions_that_overlap_by_less_do_not(
    ground: Ground, scene: Scene, tmp_path: Path, other: str
) -> None:
    bring_regions(ground, tmp_path)
    mark(scene, "4/1 2", other)
    (result,) = exported(ground, "results")
    assert (result["state"], result["agreement"]) == ("undecided", "0.5")


def test_who_sees_another_thing_there_does_not_agree(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    bring_regions(ground, tmp_path)
    send(scene.worker(), {"region1": ["4/1"]})
    send(scene.worker(), {"region1": ["4/1"], "region2": ["4/1"]})
    assert exported(ground, "results")[0]["state"] == "undecided"


def test_answers_have_their_squares_and_boxes(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    bring_regions(ground, tmp_path)
    mark(scene, "8/1 64", "")
    rows = {row["value.nothing"]: row for row in exported(ground, "answers")}
    marked, none = rows["[]"], rows['["yes"]']
    assert marked["value.region1"] == "16/1-2 17-18 239-240 255-256"
    assert marked["value.region1.boxes"] == "0,0,12.5,12.5 87.5,87.5,12.5,12.5"
    assert (none["value.region1"], none["value.region1.boxes"]) == ("", "")
    (task,) = exported(ground, "tasks")
    assert task["check_answer.region1"] == region.write(region.spread([6], 4))
    assert "check_answer.region1.boxes" not in task


def test_regions_are_no_single_label(ground: Ground, tmp_path: Path) -> None:
    bring_regions(ground, tmp_path)
    found = exporting.find(ground.storage.store, "spam", "answers", "crowdkit")
    assert getattr(found, "code", "") == "export_one_label"
