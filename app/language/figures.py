"""Numbers, money, time, sizes and days as a language writes them.

Babel takes some thirty microseconds for each, a page has many, and they repeat: all are kept.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    get_decimal_symbol,
    get_group_symbol,
)
from babel.units import format_unit

Amount = int | float | Decimal

_KEPT = 4096
_FIRST_DAY = date(1970, 1, 1)
# Babel writes "TND1.500" where a currency has no sign of its own.
_LETTERS_MEET_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
# Babel writes each numbering system's marks but not its digits: the code of each zero.
_ZEROS = {
    "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "gujr": 0xAE6, "guru": 0xA66,
    "knda": 0xCE6, "khmr": 0x17E0, "laoo": 0xED0, "mlym": 0xD66, "mymr": 0x1040, "nkoo": 0x7C0,
    "olck": 0x1C50, "orya": 0xB66, "tamldec": 0xBE6, "telu": 0xC66, "thai": 0xE50, "tibt": 0xF20,
    "adlm": 0x1E950, "cakm": 0x11136, "hmnp": 0x1E140, "mtei": 0xABF0, "rohg": 0x10D30,
}  # fmt: skip


@lru_cache(_KEPT)
def number(code: str, amount: Amount) -> str:
    """A number."""
    return _digits(code, format_decimal(amount, locale=_locale(code), numbering_system="default"))


@lru_cache(_KEPT)
def exact(code: str, amount: str) -> str:
    """A number as it was given, to its last decimal."""
    written = format_decimal(
        Decimal(amount), locale=_locale(code), decimal_quantization=False,
        numbering_system="default",
    )  # fmt: skip
    return _digits(code, written)


@lru_cache(_KEPT)
def listed(code: str, words: tuple[str, ...]) -> str:
    """Several words one after the other."""
    # Other styles are incomplete in hundreds of languages, and Babel raises an error there.
    return format_list(words, style="standard", locale=_locale(code))


@lru_cache(_KEPT)
def percent(code: str, share: float) -> str:
    """A share of 1 as whole percent."""
    return _digits(code, format_percent(share, locale=_locale(code), numbering_system="default"))


@lru_cache(_KEPT)
def money(code: str, minor: int, currency: str) -> str:
    """An amount in minor units, with its currency."""
    amount = Decimal(minor).scaleb(-get_currency_precision(currency))
    written = format_currency(amount, currency, locale=_locale(code), numbering_system="default")
    return _digits(code, _LETTERS_MEET_DIGITS.sub("\N{NO-BREAK SPACE}", written))


@lru_cache(_KEPT)
def minutes(code: str, span: float) -> str:
    """A span of minutes, in the unit that reads best."""
    if span < 1:
        return _unit(code, max(1, round(span * 60)), "duration-second", "long")
    if span < 100:
        return _unit(code, round(span, 1 if span < 10 else 0), "duration-minute", "long")
    return _unit(code, round(span / 60, 1), "duration-hour", "long")


@lru_cache(_KEPT)
def size(code: str, count: int) -> str:
    """A number of bytes, as kilobytes or megabytes to one decimal."""
    if count < 1_000_000:
        return _unit(code, _tenths(count, 1_000), "digital-kilobyte", "short")
    return _unit(code, _tenths(count, 1_000_000), "digital-megabyte", "short")


@lru_cache(_KEPT)
def day(code: str, days: int) -> str:
    """A day, given as the days since 1970."""
    return _digits(
        code, format_date(_FIRST_DAY + timedelta(days=days), "long", locale=_locale(code))
    )


@cache
def number_marks(code: str) -> tuple[str, str]:
    """The marks that a language sets before the fraction and between thousands."""
    try:
        own = _locale(code)
    except (UnknownLocaleError, ValueError):
        return ".", ","
    return get_decimal_symbol(own), get_group_symbol(own)


@lru_cache(_KEPT)
def name_of(code: str, lang: str) -> str:
    """What one language calls another; the tag itself where it has no word for it."""
    own = _locale(code)
    try:
        return Locale.parse(lang, sep="-").get_display_name(own) or lang
    except (UnknownLocaleError, ValueError):
        return str(own.languages.get(lang, lang))


def _tenths(count: int, unit: int) -> float:
    """So many units, rounded up to a tenth: a byte that is paid for is not called none."""
    return -(-count * 10 // unit) / 10


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


def _unit(code: str, amount: Amount, unit: str, length: Literal["long", "short"]) -> str:
    """An amount of a unit; by its short name where Babel lacks the long one and shows its key."""
    written = format_unit(amount, unit, length, locale=_locale(code), numbering_system="default")
    if unit in written and length == "long":
        return _unit(code, amount, unit, "short")
    return _digits(code, written)


def _digits(code: str, written: str) -> str:
    zero = _ZEROS.get(_locale(code).default_numbering_system)
    return written.translate({48 + n: zero + n for n in range(10)}) if zero else written
