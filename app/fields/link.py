"""The address of a page on another site."""

import re
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from app.rules.problem import Problem

LONGEST = 2_000
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address with http or https; `www.example.org` alone is taken too.

    `either` says that this field or another one is wanted, so it is not said that it may be empty.
    """

    macro: ClassVar[str] = "link"
    name: str
    label: str
    hint: str = ""
    required: bool = True
    either: bool = False

    def read(self, raw: list[str]) -> str | Problem:
        """The address, with https before it where nothing stood there."""
        typed = raw[0].strip() if raw else ""
        if not typed:
            return Problem("link_missing", field=self.name) if self.required else ""
        whole = typed if _SCHEME.match(typed) else f"https://{typed}"
        if len(whole) > LONGEST or not _is_address(whole):
            return Problem("link_unclear", {"found": typed[:80]}, field=self.name)
        return whole


def host_of(address: str) -> str:
    """The site that an address leads to, as its owner writes it."""
    return urlsplit(address).netloc.lower()


def _is_address(text: str) -> bool:
    if not text.isprintable() or any(char in ' <>"\\^`{|}' for char in text):
        return False
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    # Whoever is named before an @ is no part of what was found, and may be a password.
    return parts.scheme in ("http", "https") and "." in host.strip(".") and "@" not in parts.netloc
