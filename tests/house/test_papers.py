"""The written papers stay true: settings, decisions, links, licences."""

import ast
import dataclasses
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import PREFIX, Settings
from tests.house.sources import PROJECT, imported, name, project_files

STATUS = re.compile(r"^Status: (accepted|replaced by \d{4}|dropped)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
# Computed so that this file does not name it.
OUTSIDE = re.compile(r"\.\./" + "shared" + r"\b|/work" + r"/")


def decisions() -> list[Path]:
    return sorted((PROJECT / "docs" / "decisions").glob("[0-9]*.md"))


def setting_names() -> list[str]:
    return [PREFIX + field.name.upper() for field in dataclasses.fields(Settings)]


@pytest.mark.parametrize("setting", setting_names())
def test_every_setting_is_described(setting: str) -> None:
    assert f"`{setting}`" in (PROJECT / "docs" / "running.md").read_text()


def test_no_setting_is_described_that_does_not_exist() -> None:
    described = set(re.findall(rf"`({PREFIX}\w+)`", (PROJECT / "docs" / "running.md").read_text()))
    assert described == set(setting_names())


def test_a_decision_has_a_title_and_a_status() -> None:
    wrong = [
        path.name
        for path in decisions()
        if not path.read_text().startswith(f"# {path.stem[:4]} ")
        or len(STATUS.findall(path.read_text())) != 1
    ]
    assert decisions()
    assert wrong == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.stem[:4]) for path in decisions()]
    assert numbers == list(range(1, len(numbers) + 1))


def direct_dependencies() -> Iterator[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    lines = [
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        *(line for group in project["dependency-groups"].values() for line in group),
    ]
    for line in lines:
        assert "==" in line, f"{line} is not pinned"
        yield re.split(r"[\[=]", line)[0]


@pytest.mark.parametrize("package", sorted(set(direct_dependencies())))
def test_every_package_that_we_asked_for_has_its_reason(package: str) -> None:
    assert any(f"`{package}`" in path.read_text() for path in decisions())


def test_every_package_that_people_install_is_used() -> None:
    known = importlib.metadata.packages_distributions()
    sources = [path for path in project_files(".py") if name(path).startswith(("app/", "migr"))]
    used = {
        distribution.lower()
        for path in sources
        for dotted in imported(ast.parse(path.read_text()))
        for distribution in known.get(dotted.split(".")[0], [])
    }
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    asked_for = {re.split(r"[\[=]", line)[0] for line in project["dependencies"]}
    # Gunicorn is started as a program.
    assert asked_for - {distribution.replace("_", "-") for distribution in used} <= {"gunicorn"}


def links() -> Iterator[tuple[Path, str]]:
    for path in project_files(".md"):
        for target in LINK.findall(FENCE.sub("", path.read_text())):
            if "://" not in target and not target.startswith("mailto:"):
                yield path, target


def test_links_between_papers_lead_somewhere() -> None:
    broken = [
        f"{name(path)}: {target}" for path, target in links() if not (path.parent / target).exists()
    ]
    assert broken == []


def test_nothing_names_a_place_outside_the_project() -> None:
    endings = (".py", ".md", ".html", ".toml", ".css", ".js", ".po", "Makefile", "run", "tools")
    outside = [
        name(path)
        for path in project_files(*endings)
        if OUTSIDE.search(path.read_text()) and name(path) != "tests/house/test_papers.py"
    ]
    assert outside == []
