"""Addresses that can tell who opened them, because nobody else was given the same."""

import re
from urllib.parse import urlsplit

_PARTS = re.compile(r"[/.,;:=&+_~-]+")
_LEAST_CODE = 6


def could_tell(address: str) -> bool:
    """Whether something in an address looks like a code, and not like the name of a page."""
    parts = urlsplit(address)
    if parts.query or "@" in parts.netloc:
        return True
    return any(map(_is_code, _PARTS.split(f"{parts.hostname or ''}/{parts.path}/{parts.fragment}")))


def _is_code(part: str) -> bool:
    return len(part) >= _LEAST_CODE and any(char.isdigit() for char in part)
