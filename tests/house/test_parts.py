"""No template part lies about unused, and none is asked for that does not exist."""

import re

from tests.house.sources import PROJECT, name, project_files, templates

MACRO = re.compile(r"{%-?\s*macro\s+(\w+)")
ASKED = re.compile(r"{%-?\s*(?:from|import|include|extends)\s+[\"']([^\"']+\.html)[\"']")


def sources() -> dict[str, str]:
    files = [*templates(), *project_files(".py")]
    return {name(path): path.read_text() for path in files if "tests/" not in name(path)}


def test_every_macro_is_used() -> None:
    everything = sources()
    unused = [
        f"{place}: {macro}"
        for place, source in everything.items()
        for macro in MACRO.findall(source)
        if not any(
            re.search(rf"\b{macro}\b", MACRO.sub("", other) if place == where else other)
            for where, other in everything.items()
        )
    ]
    assert unused == []


def test_every_template_that_is_asked_for_exists() -> None:
    missing = [
        f"{place}: {asked}"
        for place, source in sources().items()
        if place.endswith(".html")
        for asked in ASKED.findall(source)
        if not (PROJECT / "templates" / asked).is_file()
    ]
    assert missing == []
