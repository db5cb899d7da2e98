"""Languages: marking texts, catalogs, numbers, money, dates and direction."""

from app.language.catalogs import locales, stale
from app.language.figures import number_marks
from app.language.language import Language, language
from app.language.mark import N_
from app.language.tags import asked, choose, direction, groups

__all__ = [
    "N_",
    "Language",
    "asked",
    "choose",
    "direction",
    "groups",
    "language",
    "locales",
    "number_marks",
    "stale",
]
