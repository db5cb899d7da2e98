"""What the import contracts in pyproject.toml cannot say about the layers."""

import ast
import sys
from collections.abc import Iterator

from tests.house.sources import app_modules, imported

CLOCKS = {"now", "utcnow", "today"}


def calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def test_rules_import_the_standard_library_only() -> None:
    strangers = [
        (module, dotted)
        for module, tree in app_modules()
        if module.startswith("app/rules/")
        for dotted in imported(tree)
        if dotted.split(".")[0] not in sys.stdlib_module_names
        and not dotted.startswith("app.rules")
    ]
    assert strangers == []


def test_only_settings_read_the_environment() -> None:
    readers = {
        module
        for module, tree in app_modules()
        if {"os.environ", "os.getenv", "os.environb"} & set(calls(tree))
    }
    assert readers == {"app/settings.py"}


def test_only_pages_and_commands_look_at_the_clock() -> None:
    lookers = [
        (module, call)
        for module, tree in app_modules()
        if not module.startswith(("app/pages/", "app/commands/", "app/commands.py"))
        for call in calls(tree)
        if call in {f"{owner}.{clock}" for owner in ("datetime", "date") for clock in CLOCKS}
        or call in {"time.time", "time.time_ns"}
    ]
    assert lookers == []
