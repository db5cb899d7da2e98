"""The project's own files, for the house tests."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2]
VENDORED = ("tests/vendor/", "static/vendor/", "static/htmx")


def project_files(*endings: str) -> list[Path]:
    """Every file that git knows or would take, by its ending; what others wrote is left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return [
        PROJECT / name
        for name in sorted(set(listed))
        if name.endswith(endings) and not name.startswith(VENDORED) and (PROJECT / name).is_file()
    ]


def python_files() -> list[Path]:
    """Every Python file of the project."""
    return project_files(".py")


def templates() -> list[Path]:
    """Every template."""
    return [path for path in project_files(".html") if PROJECT / "templates" in path.parents]


def name(path: Path) -> str:
    """A file's path inside the project."""
    return str(path.relative_to(PROJECT))


def app_modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the application, parsed."""
    for path in python_files():
        if PROJECT / "app" in path.parents:
            yield name(path), ast.parse(path.read_text(), str(path))


def imported(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
