"""Card codes: eighteen digits, the last of which finds typing mistakes."""

import math
import re
import unicodedata

from app.rules.problem import Problem

LENGTH = 18
RANDOM = LENGTH - 1
GROUP = 3

# Nobody types this much; what lies behind it is not looked at.
_MOST_READ = 20_000

# Damm's table: a quasigroup that catches every wrong digit and every two neighbours swapped.
# H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
# Among words, digits more than one mark apart are not of one number.
_RUN = re.compile(r"[0-9](?: ?[0-9])*")
_GROUPS = re.compile(r"(?<![0-9])(?=([0-9]{3}(?: [0-9]{3}){5})(?![0-9]))")


def make(random_digits: str) -> str:
    """The code of a new card from seventeen random digits."""
    if len(random_digits) != RANDOM or not _plain(random_digits):
        raise ValueError(f"{RANDOM} digits wanted")
    return random_digits + check_digit(random_digits)


def check_digit(digits: str) -> str:
    """The digit which, put behind these, makes them a right code."""
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim


def groups(code: str) -> list[str]:
    """The code in groups of three digits, as it is shown."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def read(typed: str) -> str | Problem:
    """The code in what was typed or pasted, with any spacing and any script's digits.

    A whole saved file may have been pasted: the code is then looked for among its words.
    """
    kept = _simplify(typed)
    if found := _letter(typed):
        code = _find(kept)
        return Problem("code_letters", {"found": found}) if code is None else code
    digits = re.sub(r"[ \n]", "", kept)
    if not digits:
        return Problem("code_missing")
    if len(digits) != LENGTH:
        return Problem("code_length", {"found": len(digits), "wanted": LENGTH})
    return digits if check_digit(digits) == "0" else Problem("code_check")


def file_text(code: str, lines: tuple[str, ...]) -> str:
    """The saved file: the words given, then the code alone on a line, in groups.

    Lines end as old editors on borrowed computers want them; the code is indented so that it
    stays apart from the words when a browser pastes the whole file into one line.
    """
    return "\r\n".join((*lines, "", "    " + " ".join(groups(code)), ""))


def read_file(text: str) -> str | Problem:
    """The code in a saved file: the one line which holds eighteen digits that fit together."""
    code = _find(_simplify(text))
    return Problem("code_file", {"wanted": LENGTH}) if code is None else code


def odds(in_use: int, guesses: int) -> float:
    """At most how likely it is that one of so many different guesses opens a card in use.

    A guesser is taken to know the check digit, so only the random digits count.
    """
    return -math.expm1(guesses * math.log1p(-in_use / (10**RANDOM - guesses)))


def _find(kept: str) -> str | Problem | None:
    """The one right code among words; the problem with what looks like one; or nothing."""
    alone = [found for found in _matches(_RUN, kept) if len(found) == LENGTH]
    right = {found for found in alone if check_digit(found) == "0"}
    if not right:
        right = {found for found in _matches(_GROUPS, kept) if check_digit(found) == "0"}
    if len(right) > 1:
        return Problem("code_several", {"found": len(right)})
    if right:
        return right.pop()
    return Problem("code_check") if alone else None


def _matches(pattern: re.Pattern[str], text: str) -> list[str]:
    found: list[str] = pattern.findall(text)
    return [match.replace(" ", "") for match in found]


def _simplify(text: str) -> str:
    """Digits as 0-9, each mark between them as a space, line ends kept, all else as `x`."""
    return "".join(map(_simple, text[:_MOST_READ]))


def _simple(char: str) -> str:
    digit = _digit(char)
    if digit:
        return digit
    if char in "\n\r":
        return "\n"
    if _separates(char):
        return " " if unicodedata.category(char) != "Cf" else ""
    return "x"


def _letter(text: str) -> str:
    """The first character which is neither a digit nor a mark between digits."""
    for char in text[:_MOST_READ]:
        if not _digit(char) and not _separates(char):
            return char if char.isprintable() else f"U+{ord(char):04X}"
    return ""


def _digit(char: str) -> str:
    """The character as a digit 0-9, in whatever script it is; nothing where it is none."""
    if char in "0123456789":
        return char
    value = unicodedata.numeric(char, -1)
    return str(int(value)) if value in range(10) else ""


def _separates(char: str) -> bool:
    """Whether people or keyboards put this character between digits: spaces, dashes, dots."""
    category = unicodedata.category(char)
    return char.isspace() or category[0] in "ZP" or category == "Cf" or char == "\N{MINUS SIGN}"


def _plain(text: str) -> bool:
    return text.isascii() and text.isdecimal()
