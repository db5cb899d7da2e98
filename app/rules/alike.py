"""Texts that read alike: said by a screen reader or seen at a glance, they are the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Marks that a reader passes over. In other scripts a mark is a letter's vowel, and stays.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
# Within a word they are passed over too; the Arabic one only stretches it.
_WITHIN = re.compile("(?<=\\w)['\u2019\u02bc](?=\\w)|\u0640")
_DASH = re.compile("[-\u2010-\u2015\u2212]")
# Said before a number and at the end of a word: "-5", "A-". Elsewhere they only join.
_MINUS = re.compile(r"(?<![^\W_])-(?=\d)|(?<=[^\W\d_])-(?!\w)")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SAID = "#%&@*/"
# Cyrillic and Greek letters that look like these, and digits within a word.
_LOOKS = str.maketrans("аеорсухіјѕԁһӏԛԝкмтвнαονρτυκιχγ", "aeopcyxijsdhlqwkmtbhaovptukixy")
_DIGITS = str.maketrans("01", "ol")
_LETTERS_LEAST = 3


def reads_as(text: str) -> str:
    """The text without regard to case, accents, punctuation and letters that look alike.

    Its words and signs are parted by one space each.
    """
    plain = _cased(text)
    words = "".join(_parts(plain)).split()
    # A text of marks only has nothing else to tell it by.
    return " ".join(map(_looks, words)) or " ".join(plain.split())


def alike(texts: Sequence[str]) -> tuple[str, str] | None:
    """The first two texts that read alike, or None."""
    seen: dict[str, str] = {}
    for text in texts:
        first = seen.setdefault(reads_as(text), text)
        if first != text:
            return first, text
    return None


def gives_away(text: str, answers: Iterable[str]) -> str:
    """The first of the answers whose words stand in a text as whole words; empty where none does.

    Words of one or two letters stand everywhere, so that they give nothing away.
    """
    said = f" {reads_as(text)} "
    for answer in answers:
        words = reads_as(answer)
        short = len(words) < _LETTERS_LEAST and not _NUMBER.fullmatch(words)
        if words and not short and f" {words} " in said:
            return answer
    return ""


def _cased(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", wide))
    return _WITHIN.sub("", _DASH.sub("-", unicodedata.normalize("NFC", bare)))


def _parts(plain: str) -> Iterable[str]:
    """Numbers with their points, words, and each sign that is said."""
    place = 0
    for found in re.finditer(rf"{_NUMBER.pattern}|{_MINUS.pattern}", plain):
        yield _letters(plain[place : found.start()])
        yield " - " if found[0] == "-" else _number(found[0])
        place = found.end()
    yield _letters(plain[place:])


def _letters(text: str) -> str:
    return "".join(map(_letter, text))


def _letter(char: str) -> str:
    category = unicodedata.category(char)[0]
    if category in "LMN":
        return char
    return f" {char} " if category == "S" or char in _SAID else " "


def _number(digits: str) -> str:
    return "".join(char if char in ".,:" else str(unicodedata.digit(char)) for char in digits)


def _looks(word: str) -> str:
    looks = word.translate(_LOOKS)
    return looks if _NUMBER.fullmatch(looks) else looks.translate(_DIGITS)
