"""The audit: what must hold in the tables after anything anybody did."""

from collections import Counter
from typing import Any

from sqlalchemy import select

from app.kinds import kinds
from app.rules.deal import MORE_SKIPS
from app.store import tables as t
from tests.scenes import Scene

Row = dict[str, Any]


def audit(scene: Scene) -> None:
    """Check every sum, every place and every receipt against what they are the sums of."""
    found = _Tables(scene)
    _money_adds_up(found)
    _everyone_is_credited_once(found)
    _members_add_up(found)
    _batches_add_up(found)
    _places_account_for_what_is_wanted(found)
    _every_version_has_a_receipt(found)
    _known_answers_add_up(found)


class _Tables:
    """Every row of the tables that matter, read at one moment."""

    def __init__(self, scene: Scene) -> None:
        wanted = (
            "pool", "task", "place", "hold", "answer", "receipt", "membership", "account",
            "entry", "entry_answer", "card", "batch", "batch_purse", "known",
        )  # fmt: skip
        rows: dict[str, list[Row]] = scene.store.read(
            lambda unit: {
                name: [dict(row) for row in unit.execute(select(getattr(t, name))).mappings()]
                for name in wanted
            }
        )
        self.pools = rows["pool"]
        self.tasks = rows["task"]
        self.places = rows["place"]
        self.holds = rows["hold"]
        self.rows = rows["answer"]
        self.answers = [row for row in self.rows if row["value"] is not None]
        self.receipts = rows["receipt"]
        self.members = rows["membership"]
        self.accounts = rows["account"]
        self.entries = rows["entry"]
        self.paid = {row["answer"]: row["entry"] for row in rows["entry_answer"]}
        self.batches = {row["id"]: row for row in rows["batch"]}
        self.known = {row["task"]: row for row in rows["known"]}
        self.purses = rows["batch_purse"]
        self.batch_of = {row["id"]: row["batch"] for row in rows["card"]}


def _sums(rows: list[Row], key: str, amount: str) -> Counter[int]:
    sums: Counter[int] = Counter()
    for row in rows:
        sums[row[key]] += row[amount]
    return sums


def _money_adds_up(found: _Tables) -> None:
    earned, entered = _sums(found.rows, "pool", "pay"), _sums(found.entries, "pool", "amount")
    for pool in found.pools:
        held = [max(h["pay"], pool["pay"]) for h in found.holds if h["pool"] == pool["id"]]
        assert pool["spent"] == earned[pool["id"]] == entered[pool["id"]]
        assert pool["reserved"] == sum(held)
        assert pool["spent"] + pool["reserved"] <= pool["budget"]
    balances = _sums(found.entries, "account", "amount")
    assert {row["id"]: row["balance"] for row in found.accounts} == balances


def _everyone_is_credited_once(found: _Tables) -> None:
    amounts = {row["id"]: row["amount"] for row in found.entries}
    owner = {row["id"]: row["card"] for row in found.members}
    account_of = {row["id"]: row["account"] for row in found.entries}
    card_of = {row["id"]: row["card"] for row in found.accounts}
    assert len(found.paid) == len(found.entries)
    for row in found.rows:
        entry = found.paid.get(row["id"])
        assert (amounts[entry] if entry else 0) == row["pay"]
        if entry:
            assert card_of[account_of[entry]] == owner[row["membership"]]
        if row["value"] is None:
            assert row["pay"] == 0


def _members_add_up(found: _Tables) -> None:
    had: dict[int, set[int]] = {row["id"]: set() for row in found.members}
    for row in (*found.rows, *found.holds):
        had[row["membership"]].add(row["task"])
    answers = Counter(row["membership"] for row in found.answers)
    earned = _sums(found.rows, "membership", "pay")
    answered = {(row["membership"], row["task"]) for row in found.answers}
    current = Counter(row["membership"] for row in found.holds if not row["saved"])
    for member in found.members:
        number = member["id"]
        # As many deals as tasks: no task was ever dealt to anybody twice.
        assert member["deals"] == len(had[number])
        assert (member["answers"], member["earned"]) == (answers[number], earned[number])
        assert current[number] <= 1
    assert not answered & {(row["membership"], row["task"]) for row in found.holds}


def _batches_add_up(found: _Tables) -> None:
    currency = {row["id"]: row["currency"] for row in found.pools}
    batch = {row["id"]: found.batch_of[row["card"]] for row in found.members}
    used: Counter[tuple[int, str]] = Counter()
    for row in (*found.rows, *found.holds):
        used[batch[row["membership"]], currency[row["pool"]]] += row["pay"]
    for purse in found.purses:
        assert purse["used"] == used[purse["batch"], purse["currency"]]
        cap = found.batches[purse["batch"]]["cap"]
        assert cap is None or purse["used"] <= cap


def _places_account_for_what_is_wanted(found: _Tables) -> None:
    """Open, in somebody's hand, or answered: as many as wanted, save where it went round."""
    filled: Counter[int] = Counter()
    for place in found.places:
        assert place["open"] >= 0
        filled[place["task"]] += place["open"]
    filled.update(row["task"] for row in found.holds if not row["released"])
    filled.update(row["task"] for row in found.answers if not row["surplus"])
    answered = Counter(row["task"] for row in found.answers)
    task_of = {row["id"]: row["task"] for row in found.rows}
    skips = Counter(task_of[row["answer"]] for row in found.receipts if row["value"] is None)
    pools = {row["id"]: row for row in found.pools}
    practice = {number for number, row in found.known.items() if row["practice"]}
    assert not practice & {place["task"] for place in found.places}
    assert not [row for row in found.rows if row["task"] in practice and row["surplus"]]
    for task in (task for task in found.tasks if task["id"] not in practice):
        number, pool = task["id"], pools[task["pool"]]
        overlap = pool["overlap"]
        most = overlap + (pool["entry"] == "cards" and answered[number] >= overlap)
        least = 0 if skips[number] >= overlap + MORE_SKIPS else overlap
        assert least <= filled[number] <= most, (number, filled[number])


def _every_version_has_a_receipt(found: _Tables) -> None:
    given = {(row["answer"], row["version"]): row for row in found.receipts}
    assert len(given) == sum(row["version"] for row in found.rows)
    for row in found.rows:
        for version in range(1, row["version"] + 1):
            assert (row["id"], version) in given
        assert given[row["id"], row["version"]]["value"] == row["value"]


def _known_answers_add_up(found: _Tables) -> None:
    """Each answer counts for or against the known one, in its latest version."""
    pools = {row["id"]: row for row in found.pools}
    for task in (task for task in found.tasks if task["id"] in found.known):
        kind = kinds()[pools[task["pool"]]["kind"]]
        values = [row["value"] for row in found.answers if row["task"] == task["id"]]
        tally = Counter(kind.matches(value, task["check_answer"]) for value in values)
        row = found.known[task["id"]]
        assert (row["same"], row["other"]) == (tally[True], tally[False])
