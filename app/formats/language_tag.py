"""Language tags such as `en`, `pt-BR` or `zh-Hant`."""

import re
from functools import lru_cache

from babel.core import Locale, get_global

from app.formats.nearest import shown
from app.rules.problem import Problem

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1000)
def read_language(raw: str) -> str | Problem:
    """The tag in its usual letters, or the problem with it."""
    given = raw.strip()
    match = _TAG.fullmatch(given)
    if match is None:
        return Problem("language_unknown", {"found": shown(given)})
    language = match["language"].lower()
    alias = get_global("language_aliases").get(language)
    if alias:
        values = {"found": shown(given), "nearest": alias.replace("_", "-")}
        return Problem("language_meant", values)
    # Three letters may be a language that Babel has no name for; two letters may not.
    if len(language) == 2 and language not in Locale("en").languages:
        return Problem("language_unknown", {"found": shown(given)})
    script, region = match["script"] or "", match["region"] or ""
    return "-".join(part for part in (language, script.title(), region.upper()) if part)
