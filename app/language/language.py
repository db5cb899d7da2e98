"""A language as the pages speak it: its texts, and how it writes numbers, money and days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations

from app.language import figures
from app.language.catalogs import catalog
from app.language.figures import Amount
from app.language.tags import Direction, direction


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the pages; the same object for everybody, so that it is built once."""

    code: str
    direction: Direction
    texts: NullTranslations = field(repr=False)

    def gettext(self, text: str) -> str:
        """The text in this language."""
        # For an empty text a catalog would give its own header.
        return self.texts.gettext(text) if text else ""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The text in this language that fits the number."""
        return self.texts.ngettext(singular, plural, number)

    def number(self, number: Amount) -> str:
        """A number in this language's digits and marks."""
        return figures.number(self.code, number)

    def exact(self, number: str) -> str:
        """A number, given in plain digits with a point, to its last decimal."""
        return figures.exact(self.code, number)

    def percent(self, share: float) -> str:
        """A share of 1 as whole percent."""
        return figures.percent(self.code, share)

    def money(self, minor: int, currency: str) -> str:
        """An amount in minor units, with its currency."""
        return figures.money(self.code, minor, currency)

    def minutes(self, minutes: float) -> str:
        """A span of time, in the unit that reads best: seconds, minutes or hours."""
        return figures.minutes(self.code, minutes)

    def size(self, size: int) -> str:
        """A number of bytes, as kilobytes or megabytes to one decimal."""
        return figures.size(self.code, size)

    def day(self, days: int) -> str:
        """A day, given as the days since 1970."""
        return figures.day(self.code, days)

    def listed(self, words: Sequence[str]) -> str:
        """Several words one after the other, with this language's comma."""
        return figures.listed(self.code, tuple(words))

    def name_of(self, lang: str) -> str:
        """What this language calls a language; its tag where it has no word for it."""
        return figures.name_of(self.code, lang)


@cache
def language(code: str) -> Language:
    """The language of a tag out of `locales()`."""
    return Language(code, direction(code), catalog(code))
