"""The paper on accessibility names a test for every criterion, and each of them exists."""

import re
from collections.abc import Iterator

import pytest

from tests.access.checks.every import CHECKS
from tests.house.sources import PROJECT
from tests.reading.inspection import RULES, WHOLE_PAGE_RULES

PAPER = (PROJECT / "docs" / "accessibility.md").read_text()
ROW = re.compile(r"^\| ([\d., –]+) [^|]*\| (A|AA|AAA) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
# WCAG 2.2; of AAA those that this project aims at.
CRITERIA = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2"
    " 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2"
    " 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7"
    " 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
    "AAA": "1.4.6 1.4.8 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 2.4.10 2.4.12 2.4.13"
    " 2.5.5 3.1.3 3.1.5 3.2.5 3.3.5 3.3.6 3.3.9",
}
RUN_ON_EVERY_PAGE = {
    (f"{check.__module__.replace('.', '/')}.py", check.__name__)
    for check in (*CHECKS, *RULES, *WHOLE_PAGE_RULES)
}


def criteria(numbers: str) -> Iterator[str]:
    """Each criterion of a row such as “2.5.1, 2.5.2” or “1.2.1–1.2.3”."""
    for part in numbers.split(", "):
        first, _, last = part.partition("–")
        start, end = (int(one.rsplit(".", 1)[1]) for one in (first, last or first))
        yield from (f"{first.rsplit('.', 1)[0]}.{number}" for number in range(start, end + 1))


@pytest.mark.parametrize("level", CRITERIA)
def test_every_criterion_is_in_the_table_once(level: str) -> None:
    listed = [
        one for numbers, at, _ in ROW.findall(PAPER) if at == level for one in criteria(numbers)
    ]
    assert sorted(listed) == sorted(CRITERIA[level].split())


def test_every_row_says_how_it_is_kept() -> None:
    bare = [numbers for numbers, _, kept in ROW.findall(PAPER) if not NAMED.search(kept)]
    assert bare == ["3.1.3"]


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED.findall(PAPER))))
def test_what_is_named_as_keeping_a_criterion_exists(path: str, name: str) -> None:
    assert (path, name) in RUN_ON_EVERY_PAGE or (
        name.startswith("test_") and f"\ndef {name}(" in (PROJECT / path).read_text()
    )
