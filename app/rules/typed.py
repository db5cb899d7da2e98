"""Numbers and days as people type them: in any script's digits, with their language's marks."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from string import digits

LONGEST = 40
RECEIPT_DIGITS = 12
# A number of sixteen digits is no longer one that every spreadsheet keeps whole.
MOST_DIGITS = 15

# What only ever parts thousands, and signs that look like the usual ones.
_SAME = str.maketrans(
    {
        **dict.fromkeys(
            "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'"
            "\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC THOUSANDS SEPARATOR}",
            " ",
        ),
        **dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}", "-"),
        "\N{FULLWIDTH FULL STOP}": ".",
        "\N{FULLWIDTH COMMA}": ",",
        "\N{ARABIC COMMA}": ",",
    }
)
_ARABIC_POINT = "\N{ARABIC DECIMAL SEPARATOR}"
# Thousands, or the lakhs and crores of South Asia.
_GROUPED = re.compile(r"[0-9]{1,3}([ .,])([0-9]{2,3}\1)*[0-9]{3}")
_DIGITS = re.compile(r"[0-9]+")
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def latin_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9, and without marks of direction."""
    return "".join(map(_figure, text))


def receipt_number(text: str) -> int | None:
    """The number of a receipt or a report, in whatever groups and digits it was typed."""
    found = "".join(char for char in latin_digits(text[:LONGEST]) if char in digits)
    return int(found) if len(found) == RECEIPT_DIGITS else None


def read_number(text: str, decimal: str, group: str) -> Decimal | None:
    """The number that was typed, or None where it is none or has too many digits.

    `decimal` and `group` are the marks of the typist's language. A mark of the other sort is
    understood too where it can mean nothing else: "2,5" has no thousands in any language.
    """
    if len(text) > LONGEST:
        return None
    plain = latin_digits(text).strip().translate(_SAME)
    sign = "-" if plain.startswith("-") else ""
    body = plain[1:].strip() if plain[:1] in ("-", "+") else plain
    point = _point(body, decimal, group)
    whole, _, fraction = body.partition(point) if point else (body, "", "")
    if _GROUPED.fullmatch(whole):
        whole = re.sub("[ .,]", "", whole)
    figures = whole + fraction
    if not _DIGITS.fullmatch(figures) or (point and not fraction):
        return None
    if len(figures.lstrip("0")) > MOST_DIGITS:
        return None
    return Decimal(f"{sign}{whole or '0'}.{fraction or '0'}").normalize() + 0


def read_plain_number(text: str) -> Decimal | None:
    """A number of digits and a point only, which no language reads otherwise: as files have it."""
    return read_number(text, ".", "") if _PLAIN.fullmatch(latin_digits(text)) else None


def read_day(day: str, month: str, year: str) -> date | None:
    """The day of the Gregorian calendar that was typed, or None where there is none."""
    parts = [latin_digits(part).strip() for part in (year, month, day)]
    if not all(_DIGITS.fullmatch(part) and len(part) <= 4 for part in parts) or len(parts[0]) != 4:
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _point(body: str, decimal: str, group: str) -> str:
    """The mark before the fraction; empty where there is none."""
    if _ARABIC_POINT in body:
        return _ARABIC_POINT
    marks = [char for char in body if char in ".,"]
    if not marks or marks.count(marks[-1]) > 1:
        return ""
    last = marks[-1]
    in_thousands = _GROUPED.fullmatch(body) and not body.startswith("0")
    return "" if last == group != decimal and in_thousands else last


def _figure(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(char) == "Cf" else char
