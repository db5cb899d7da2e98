"""Whoever runs a site reads what is in people's way, and answers by the report's number."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.actions.saying import barrier, report_barrier
from app.store.opening import Store
from tests.commands.conftest import Type

NOW = datetime(2026, 3, 2, tzinfo=UTC)
UNKNOWN = "No report has this number. Check it and try again.\n"


@pytest.fixture
def store(command: Type, tmp_path: Path) -> Store:
    """The store of the site that commands work on."""
    return Store(f"sqlite:///{tmp_path / 'data' / 'ownpace.sqlite3'}")


def test_reports_are_read_answered_and_then_wait_no_more(command: Type, store: Store) -> None:
    assert command("problem", "list").stdout == "No report waits for an answer.\n"
    first = report_barrier(store, "one", "/pools", "I cannot read\nthe picture.", NOW).number
    second = report_barrier(store, "two", "", "It is slow.", NOW).number
    shown = {n: f"{str(n)[:4]} {str(n)[4:8]} {str(n)[8:]}, March 2, 2026" for n in (first, second)}
    told = command("problem", "list").stdout
    assert f"{shown[first]}\n  Page: /pools\n  I cannot read\n  the picture.\n" in told
    assert f"{shown[second]}\n  It is slow.\n" in told

    done = command("problem", "answer", f"{str(first)[:4]} {str(first)[4:]}", "It has words now.")
    assert done.stdout == "The answer is kept. Whoever knows the number can read it now.\n"
    found = barrier(store, first)
    assert found is not None
    assert found.answer == "It has words now."
    assert shown[first] not in command("problem", "list").stdout
    assert "Answer:\n  It has words now.\n" in command("problem", "list", "--all").stdout

    command("problem", "answer", first, "It has better words now.")
    found = barrier(store, first)
    assert found is not None
    assert found.answer == "It has better words now."


def test_a_report_is_removed_for_good(command: Type, store: Store) -> None:
    number, other = (report_barrier(store, form, "", "It is slow.", NOW).number for form in "ab")
    done = command("problem", "remove", number)
    assert done.stdout == "The report is removed. Nobody can read it any more.\n"
    assert barrier(store, number) is None
    assert barrier(store, other) is not None
    again = command("problem", "remove", number)
    assert (again.exit_code, again.stderr) == (1, UNKNOWN)


@pytest.mark.parametrize("number", ["123456789012", "1", "no", "9" * 400])
def test_a_number_that_no_report_has_is_refused(command: Type, number: str) -> None:
    for words in (("answer", number, "Yes."), ("remove", number)):
        refused = command("problem", *words)
        assert (refused.exit_code, refused.stderr) == (1, UNKNOWN)


@pytest.mark.parametrize("text", ["", "  ", "x" * 4_001, "a\x1b[2Jb"])
def test_an_answer_that_cannot_be_kept_is_refused(command: Type, store: Store, text: str) -> None:
    number = report_barrier(store, "one", "", "It is slow.", NOW).number
    assert command("problem", "answer", number, text).exit_code == 1
    found = barrier(store, number)
    assert found is not None
    assert found.answer == ""
