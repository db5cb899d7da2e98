"""Language tags such as `en`, `pt-BR` or `zh-Hant`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from babel.core import Locale, get_global

from app.rules.problem import Problem

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?",
    re.IGNORECASE,
)


_MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """A language that a coordinator supplies, by its tag (BCP 47)."""

    macro: ClassVar[str] = "text"
    name: str
    label: str
    required: bool = True

    def read(self, raw: list[str]) -> str | Problem:
        """The tag in its usual letters."""
        given = raw[0].strip() if raw else ""
        if not given:
            return Problem("text_missing", field=self.name) if self.required else ""
        found = read_language(given)
        return found.at(field=self.name) if isinstance(found, Problem) else found


@lru_cache(maxsize=1000)
def read_language(raw: str) -> str | Problem:
    """The tag in its usual letters, or the problem with it."""
    given = raw.strip()
    match = _TAG.fullmatch(given)
    if match is None:
        return Problem("language_unknown", {"found": given[:_MOST_SHOWN]})
    language = match["language"].lower()
    alias = get_global("language_aliases").get(language)
    if alias:
        values = {"found": given[:_MOST_SHOWN], "nearest": alias.replace("_", "-")}
        return Problem("language_meant", values)
    # Tags that a list has for "not known" and "several" help nobody who hears a text read.
    if language in {"und", "mul", "mis"}:
        return Problem("language_unknown", {"found": given[:_MOST_SHOWN]})
    # Three letters may be a language that Babel has no name for; two letters may not.
    if len(language) == 2 and language not in Locale("en").languages:
        return Problem("language_unknown", {"found": given[:_MOST_SHOWN]})
    script, region = match["script"] or "", match["region"] or ""
    return "-".join(part for part in (language, script.title(), region.upper()) if part)
