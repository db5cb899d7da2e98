"""An import that is killed leaves nothing that the next one would not take away."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.actions import leftovers
from app.actions.importing import Imported
from app.store import tables
from tests.pool_folders import PICTURES_TOML, TOML, Ground, many, picture, write_pool

PROJECT = Path(__file__).parents[2]
# Imports, and stops for ever at a step, holding its lock.
VICTIM = """
import sys, time
from pathlib import Path
from tests.pool_folders import Ground

def stop(step, done, of):
    if step == sys.argv[4] and done > 0:
        print("here", flush=True)
        time.sleep(600)

Ground.at(sys.argv[1], Path(sys.argv[2])).bring(Path(sys.argv[3]), progress=stop)
"""


def begin(ground: Ground, tmp_path: Path, folder: Path, step: str) -> subprocess.Popen[str]:
    """An import in a process of its own, standing at a step."""
    url = ground.storage.store.engine.url.render_as_string(hide_password=False)
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, url, str(tmp_path), str(folder), step],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert victim.stdout
    assert victim.stdout.readline() == "here\n"
    return victim


def kill(victim: subprocess.Popen[str]) -> None:
    victim.kill()
    victim.communicate()


@pytest.mark.parametrize("step", ["media", "tasks"])
def test_the_next_import_takes_away_what_a_killed_one_left(
    ground: Ground, tmp_path: Path, step: str
) -> None:
    files = {"one.png": picture(1), "two.png": picture(2)}
    rows = "id,image\n" + "".join(f"k{n},{'one' if n % 2 else 'two'}.png\n" for n in range(1_500))
    folder = write_pool(tmp_path / "pool", rows, PICTURES_TOML, files)
    victim = begin(ground, tmp_path, folder, step)
    meanwhile = ground.bring(folder)
    kill(victim)
    assert isinstance(meanwhile, list)
    assert [one.code for one in meanwhile] == ["import_running"]
    assert ground.rows()["pool"] == 1
    ground.storage.shelf.put(picture(99), "image/png")

    assert isinstance(ground.bring(folder), Imported)
    rows_now = ground.rows()
    assert (rows_now["pool"], rows_now["load"], rows_now["task"]) == (1, 1, 1_500)
    assert ground.files() == ground.named()


def test_clearing_spares_what_is_running_and_what_is_done(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "done", many(5)))
    running = write_pool(tmp_path / "b", many(2_500), TOML.replace('"spam"', '"running"', 1))
    killed = write_pool(tmp_path / "c", many(2_500), TOML.replace('"spam"', '"killed"', 1))
    kill(begin(ground, tmp_path, killed, "tasks"))
    alive = begin(ground, tmp_path, running, "tasks")
    try:
        assert leftovers.clear_all(ground.storage) == 1
        assert ground.count(tables.pool) == 2
    finally:
        kill(alive)
    assert leftovers.clear_all(ground.storage) == 1
    assert ground.count(tables.pool) == 1
    assert ground.count(tables.task) == 5


def test_a_killed_addition_leaves_the_pool_as_it_was(ground: Ground, tmp_path: Path) -> None:
    ground.bring(write_pool(tmp_path / "pool", many(5)))
    before = ground.rows()
    more = tmp_path / "more.csv"
    more.write_text(many(2_500, first=5))
    url = ground.storage.store.engine.url.render_as_string(hide_password=False)
    adding = VICTIM.rsplit("\n", 2)[0] + (
        "\nfrom app.actions.importing import add_tasks\nfrom tests.pool_folders import NOW\n"
        "ground = Ground.at(sys.argv[1], Path(sys.argv[2]))\n"
        "add_tasks(ground.storage, 'spam', Path(sys.argv[3]), False, stop, NOW)\n"
    )
    victim = subprocess.Popen(
        [sys.executable, "-c", adding, url, str(tmp_path), str(more), "tasks"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert victim.stdout
    assert victim.stdout.readline() == "here\n"
    kill(victim)
    assert ground.count(tables.task) > 5
    leftovers.clear_all(ground.storage)
    assert ground.rows() == before
