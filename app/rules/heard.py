"""What was heard, as words: the same for all ways of typing it, and how far two answers differ."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import combinations

from app.rules.agree import fold
from app.rules.unclear import UNCLEAR, with_one_mark

# A sign that stands for it meanwhile, so that its brackets are not taken away.
_SIGN = "\ue000"
# A long dash or three dots part two words, also where no space is beside them.
_GAPS = re.compile(r"[\s/\u2013-\u2015\u2026]+|-{2,}|\.{3,}")


def words(text: str) -> tuple[str, ...]:
    """The words without capitals and outer marks; a stretch that was not understood is one."""
    found: list[str] = []
    for piece in _GAPS.split(with_one_mark(text, f" {_SIGN} ")):
        said = UNCLEAR if _SIGN in piece else _bare(fold(piece))
        if said and not said == UNCLEAR == "".join(found[-1:]):
            found.append(said)
    return tuple(found)


def same_words(text: str) -> str:
    """A key that texts with the same words share; where there are no words, the folded text."""
    return " ".join(words(text)) or fold(text)


def word_error_rate(text: str, other: str) -> float:
    """The words to put in, take out or change between two texts, for each word of the longer."""
    one, two = words(text), words(other)
    longer = max(len(one), len(two))
    return _changes(one, two) / longer if longer else 0.0


def mean_error_rate(texts: Sequence[str]) -> float | None:
    """The word error rate between all pairs of texts, on average; None where there is no pair."""
    rates = [word_error_rate(one, two) for one, two in combinations(texts, 2)]
    return sum(rates) / len(rates) if rates else None


def _bare(word: str) -> str:
    """A word without the marks around it; those within it stay."""
    inner = [place for place, char in enumerate(word) if not _is_mark(char)]
    return word[inner[0] : inner[-1] + 1] if inner else ""


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PZ"


def _changes(one: Sequence[str], two: Sequence[str]) -> int:
    """The fewest insertions, deletions and substitutions that turn one into the other.

    A whole row of the usual table stands in the bits of two numbers, so that thousands of words
    take no longer than a moment. H. Hyyrö, "Explaining and Extending the Bit-parallel Approximate
    String Matching Algorithm of Myers", University of Tampere 2001.
    """
    if not one:
        return len(two)
    where: dict[str, int] = {}
    for place, word in enumerate(one):
        where[word] = where.get(word, 0) | 1 << place
    every, last = (1 << len(one)) - 1, 1 << len(one) - 1
    up, down, changes = every, 0, len(one)
    for word in two:
        match = where.get(word, 0)
        level = (((match & up) + up) ^ up) | match | down
        rise, fall = down | ~(level | up) & every, up & level
        changes += bool(rise & last) - bool(fall & last)
        rise, fall = (rise << 1 | 1) & every, fall << 1 & every
        up, down = fall | ~(level | rise) & every, rise & level
    return changes
