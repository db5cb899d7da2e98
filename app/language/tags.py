"""Language tags: which one to speak, and which way it is written."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from babel.core import get_global

from app.language.catalogs import SOURCE, locales

Direction = Literal["ltr", "rtl"]

# Browsers send a few dozen letters; what lies behind this is not looked at.
_MOST_READ = 500
_RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Armi", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")
)
# Right-to-left languages that Unicode's table of likely scripts leaves out.
_UNLISTED = frozenset(("ajp", "bcc", "pes", "pnb", "prs", "ydd"))


@lru_cache(maxsize=200)
def choose(accept_language: str, setting: str, offered: tuple[str, ...] | None = None) -> str:
    """The language to speak: the one that was set, else the first that the browser asks for."""
    known = {tag.lower(): tag for tag in offered or locales()}
    for wanted in (setting.lower(), *asked(accept_language)):
        sisters = (tag for tag in known if tag.startswith(wanted.split("-")[0] + "-"))
        for tag in (*_wider(wanted), *sisters):
            if tag in known:
                return known[tag]
    return SOURCE


@lru_cache(maxsize=1000)
def direction(lang: str) -> Direction:
    """Which way a language is written, by its script or by the one it most likely has."""
    parts = lang.replace("_", "-").split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return _of_script(part.title())
    likely: dict[str, str] = dict(get_global("likely_subtags"))
    name = parts[0].lower()
    for region in [part.upper() for part in parts[1:] if 2 <= len(part) <= 3]:
        if found := likely.get(f"{name}_{region}"):
            return _of_script(found.split("_")[1])
    if name in likely:
        return _of_script(likely[name].split("_")[1])
    return "rtl" if name in _UNLISTED else "ltr"


def groups(digits: str, size: int = 3) -> str:
    """The digits in groups, so that they can be read aloud and compared."""
    return " ".join(digits[start : start + size] for start in range(0, len(digits), size))


def _of_script(script: str) -> Direction:
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=200)
def asked(header: str) -> tuple[str, ...]:
    """The tags of an Accept-Language header, most wanted first."""
    weighed = []
    for entry in header[:_MOST_READ].lower().split(","):
        tag, _, weight = entry.partition(";")
        if tag.strip() and (how_much := _weight(weight)) > 0:
            weighed.append((how_much, tag.strip()))
    return tuple(tag for _, tag in sorted(weighed, key=lambda pair: -pair[0]))


def _weight(given: str) -> float:
    name, _, number = given.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(number)
    except ValueError:
        return 0.0


def _wider(tag: str) -> Iterator[str]:
    """The tag, then without its last part, and so on."""
    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])
