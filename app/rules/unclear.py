"""The mark for what somebody could not make out, however they write it."""

import re

UNCLEAR = "[unclear]"
# As the languages of the pages say it, so that nobody has to change the keyboard for it.
SAID = ("unclear", "no se entiende", "\u063a\u064a\u0631 \u0648\u0627\u0636\u062d")
_ONE = r"[\[(]\s*(?:" + "|".join(SAID).replace(" ", r"\s+") + r"|[?\u061f]+)\s*[\])]"
_STRETCH = re.compile(rf"{_ONE}(?:\s*{_ONE})*", re.IGNORECASE)


def with_one_mark(text: str, mark: str) -> str:
    """The text with this mark for each stretch that was not made out, however it is marked."""
    return _STRETCH.sub(lambda _: mark, text)
