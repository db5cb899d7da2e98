"""Where a site sets the least that an hour may pay, a pool below it says why or is refused."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.actions import pools
from app.actions.checking import check_pool
from app.actions.importing import import_pool
from app.formats.pool_folder import open_pool
from app.rules.problem import Problem
from tests.pool_folders import NOW, TOML, Ground, many, places, silent, write_pool

# Half a minute a task: 0.10 comes to 12.00 an hour.
PAID = TOML + '\n[pool.pay]\namount = "0.10"\ncurrency = "EUR"\nbudget = "60"\nentry = "open"\n'
REASON = "Our library has no more money."
FLOOR = {"EUR": Decimal("12.01"), "USD": Decimal(1)}
REFUSED = [("pool.toml", 16, "pool.pay.amount", "pay_below_floor")]


def problems(folder: Path, floors: dict[str, Decimal]) -> list[Problem]:
    source = open_pool(folder)
    assert not isinstance(source, list), source
    with source:
        return check_pool(source, silent, floors=floors)


def test_a_pool_below_the_floor_is_refused_with_both_amounts(tmp_path: Path) -> None:
    folder = write_pool(tmp_path / "pool", many(1), PAID)
    found = problems(folder, FLOOR)
    assert places(found) == REFUSED
    assert found[0].values == {"found": "12.00", "wanted": "12.01"}


@pytest.mark.parametrize(
    ("toml", "floors"),
    [
        (PAID, {"EUR": Decimal("12.00")}),
        (PAID, {"USD": Decimal(99)}),
        (PAID, {}),
        (TOML, FLOOR),
        (PAID.replace("overlap", "sample = true\noverlap"), FLOOR),
        (f'{PAID}below_floor = "{REASON}"\n', FLOOR),
    ],
    ids=["at the floor", "another currency", "no floor", "voluntary", "a sample", "a reason"],
)
def test_these_pools_are_not(tmp_path: Path, toml: str, floors: dict[str, Decimal]) -> None:
    assert problems(write_pool(tmp_path / "pool", many(1), toml), floors) == []


def test_the_floor_holds_for_imports_and_for_publishing(ground: Ground, tmp_path: Path) -> None:
    source = open_pool(write_pool(tmp_path / "pool", many(1), PAID))
    assert not isinstance(source, list)
    with source:
        found = import_pool(ground.storage, source, True, silent, NOW, floors=FLOOR)
    assert places(found) == REFUSED
    assert ground.rows() == {}
    assert ground.bring(tmp_path / "pool", publish=False) == ("spam", 1, "draft")
    refused = pools.publish(ground.storage.store, "spam", floors=FLOOR)
    assert places([refused]) == [("spam", 0, "pool.pay.amount", "pay_below_floor")]
    assert pools.publish(ground.storage.store, "spam") is None


def test_a_reason_is_kept_and_lets_the_pool_be_published(ground: Ground, tmp_path: Path) -> None:
    toml = f'{PAID}below_floor = "{REASON}"\n'
    ground.bring(write_pool(tmp_path / "pool", many(1), toml), publish=False)
    assert pools.publish(ground.storage.store, "spam", floors=FLOOR) is None


def test_a_reason_is_wanted_in_every_language_of_the_pool(tmp_path: Path) -> None:
    words = 'title = "A"\npurpose = "B"\nsteps = ["C"]\nchoices = ["D", "E"]\n'
    toml = f'{PAID}below_floor = "{REASON}"\n[pool.words.es]\n{words}'
    found = open_pool(write_pool(tmp_path / "one", many(1), toml))
    assert isinstance(found, list)
    assert [(one.code, one.values) for one in found] == [
        ("words_incomplete", {"missing": "below_floor"})
    ]
    said = open_pool(
        write_pool(tmp_path / "two", many(1), f'{toml}below_floor = "Falta dinero."\n')
    )
    assert not isinstance(said, list)
    with said:
        assert said.spec.words["es"].below_floor == "Falta dinero."
