"""Numbers and days as people type them: in any script's digits, with their language's marks."""

import unicodedata
from datetime import date
from decimal import Decimal

LONGEST = 40
_SPACES = (
    " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'\N{RIGHT SINGLE QUOTATION MARK}"
)
_ARABIC = str.maketrans(
    {"\N{ARABIC DECIMAL SEPARATOR}": "d", "\N{ARABIC THOUSANDS SEPARATOR}": "g"}
)
_MINUS = str.maketrans(dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}", "-"))


def latin_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9, and without marks of direction."""
    return "".join(map(_figure, text))


def read_number(text: str, decimal: str, group: str) -> Decimal | None:
    """The number that was typed, or None where it is none.

    `decimal` and `group` are the marks of the typist's language. A mark of the other sort is
    understood too where it can mean nothing else: "2,5" has no thousands in any language.
    """
    plain = latin_digits(text[:LONGEST]).strip().translate(_MINUS)
    sign, body = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    body = "".join(char for char in body if char not in _SPACES).translate(_ARABIC)
    body = body.replace("d", ".") if "d" in body else _pointed(body, decimal, group)
    whole, point, fraction = body.replace("g", "").partition(".")
    if not (whole + fraction).isdigit() or (point and not fraction):
        return None
    return Decimal(f"{sign}{whole or '0'}.{fraction or '0'}").normalize() + 0


def read_day(day: str, month: str, year: str) -> date | None:
    """The day of the Gregorian calendar that was typed, or None where there is none."""
    parts = [latin_digits(part).strip() for part in (year, month, day)]
    if not all(part.isdigit() and len(part) <= 4 for part in parts) or len(parts[0]) != 4:
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _pointed(body: str, decimal: str, group: str) -> str:
    """The digits with a point before the fraction and no marks between thousands."""
    marks = [char for char in body if char in ".,"]
    if not marks:
        return body
    last = marks[-1]
    after = len(body) - body.rindex(last) - 1
    if len(set(marks)) == 2:
        other = "," if last == "." else "."
        return body.replace(other, "").replace(last, ".") if marks.count(last) == 1 else "?"
    if len(marks) > 1:
        return body.replace(last, "") if _in_thousands(body, last) else "?"
    if last == group and after == 3 and decimal != last:
        return body.replace(last, "")
    return body.replace(last, ".")


def _in_thousands(body: str, mark: str) -> bool:
    first, *others = body.split(mark)
    return 1 <= len(first) <= 3 and all(len(one) == 3 for one in others)


def _figure(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return "" if unicodedata.category(char) == "Cf" else char
