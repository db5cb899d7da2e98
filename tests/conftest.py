"""What all tests share: the fixtures' modules, the order of the tests, and the full matrix."""

import time
from pathlib import Path

import pytest
from xdist.workermanage import WorkerController

pytest_plugins = ["tests.databases", "tests.browser", "tests.buckets", "tests.site"]

HERE = Path(__file__).parent
# Quick folders first, so that a mistake shows within seconds.
ORDER = [
    "house", "rules", "fields", "kinds", "language", "formats", "media", "store", "actions",
    "commands", "pages", "bytes", "setup", "running", "access", "journeys", "reliability",
]  # fmt: skip
STARTED = time.monotonic()
LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("ownpace")
    group.addoption("--every", action="store_true", help="run the full matrix too")
    group.addoption(
        "--seconds-left", type=int, help="after so many seconds, leave out what has not begun"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_place)
    asked = config.getoption("-m")
    for marker, wanted in (("every", config.getoption("--every")), ("heard", False)):
        if not wanted and marker not in asked:
            _leave_out(config, items, marker)


def _leave_out(config: pytest.Config, items: list[pytest.Item], marker: str) -> None:
    marked = [item for item in items if item.get_closest_marker(marker)]
    config.hook.pytest_deselected(items=marked)
    items[:] = [item for item in items if item not in marked]


def _place(item: pytest.Item) -> int:
    folder = item.path.relative_to(HERE).parts[0]
    return ORDER.index(folder) if folder in ORDER else len(ORDER)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    limit = item.config.getoption("--seconds-left")
    if limit is None or time.monotonic() - STARTED < limit:
        return None
    item.config.stash[LEFT_OUT] += 1
    return True


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = 0


# Tests run in processes of their own, which say at their end how much they left out.
def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerController) -> None:
    node.config.stash[LEFT_OUT] += node.workeroutput.get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = terminalreporter.config.stash[LEFT_OUT]
    if left_out:
        terminalreporter.write_line(f"{left_out} of the matrix left out: no time left")
