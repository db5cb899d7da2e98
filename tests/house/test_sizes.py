"""Nothing outgrows its room: when it would, the design is asked, not the limit."""

import ast
import re

from tests.house.sources import name, project_files, python_files, templates

MODULE_LINES = 250
FUNCTION_LINES = 40
TEMPLATE_LINES = 80
SUPPRESSIONS = 5

SUPPRESSION = re.compile(
    r"#\s*noqa|#\s*type:\s*ignore|#\s*mypy:|#\s*ruff:|djlint:\s*off|pylint:|# pragma"
)


def line_count(text: str) -> int:
    return len(text.splitlines())


def test_modules_fit_their_room() -> None:
    sizes = {name(path): line_count(path.read_text()) for path in python_files()}
    assert sizes
    assert {module: size for module, size in sizes.items() if size > MODULE_LINES} == {}


def test_functions_fit_their_room() -> None:
    functions = {
        f"{name(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert functions
    assert {place: size for place, size in functions.items() if size > FUNCTION_LINES} == {}


def test_templates_fit_their_room() -> None:
    sizes = {name(path): line_count(path.read_text()) for path in templates()}
    assert sizes
    assert {template: size for template, size in sizes.items() if size > TEMPLATE_LINES} == {}


def test_checks_are_hardly_ever_suppressed() -> None:
    found = [
        f"{name(path)}:{number}"
        for path in project_files(".py", ".html", ".toml")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if SUPPRESSION.search(line) and path.name != "test_sizes.py"
    ]
    assert len(found) <= SUPPRESSIONS, found
