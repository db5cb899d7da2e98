"""When answers agree: texts compared without regard to their dress, and a strict majority."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Literal

# Longer texts are compared by words: by characters they would take seconds.
_BY_WORDS = 2_000

_QUOTES = "'\"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb"
_QUOTES += "\u2032\u2033\u2035\u2036\u02b9\u02ba\u02bb\u02bc\u05f3\u05f4\u300c\u300d\u300e\u300f"
_QUOTES += "\u301d\u301e\u301f\u275b\u275c\u275d\u275e\u2e42\uff02\uff07\uff40\uff62\uff63\u1ffd"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\u05be\u2043"
_DASHES += "\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_STYLES = str.maketrans({**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-")})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the answers to one task come to.

    `key` is the agreed answer's, `share` the largest part of the answers that agree; where
    `wants_one_more` is set, one more answer is to be asked for, once, from another batch.
    """

    state: Literal["agreed", "undecided", "open"]
    key: str | None
    share: float
    answers: int
    wants_one_more: bool = False


def one_style(text: str) -> str:
    """The text with one style of quotes and of dashes."""
    return text.translate(_STYLES)


def fold(text: str) -> str:
    """The text without regard to spaces, capitals, and the style of quotes, dashes and digits."""
    wide = unicodedata.normalize("NFKC", one_style(text))
    cased = _cased("".join(char for char in wide if not _unseen(char)))
    plain = "".join(map(_digit, one_style(cased)))
    return re.sub(r"([-'])\1+", r"\1", _tighten(" ".join(plain.split())))


def mean_similarity(texts: Sequence[str]) -> float | None:
    """How much all pairs of texts are alike, on average; None where there is no pair."""
    found = [similarity(one, two) for one, two in combinations(texts, 2)]
    return sum(found) / len(found) if found else None


def similarity(a: str, b: str) -> float:
    """How much of two texts is alike, from 0 to 1, in either order, after folding."""
    first, second = sorted((fold(a), fold(b)))
    if len(first) + len(second) > _BY_WORDS:
        return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def judge(
    keys: Sequence[tuple[str | None, int]], overlap: int, mixed: bool, extra_asked: bool
) -> Verdict:
    """What the answers come to, each given as its key and its batch of cards.

    A key agrees when more than half of all answers carry it; an answer without a key (only a
    person can compare it) agrees with none. Where answers from more than one batch are wanted
    (`mixed`), agreement within one batch opens one more place, once, and is then undecided.
    """
    answers = len(keys)
    counts = Counter(key for key, _ in keys if key is not None)
    most = max(counts.values(), default=0)
    share = most / answers if answers else 0.0
    if answers < overlap or not answers:
        return Verdict("open", None, share, answers)
    if 2 * most <= answers:
        return Verdict("undecided", None, share, answers)
    key = next(key for key, count in counts.items() if count == most)
    if mixed and len({batch for found, batch in keys if found == key}) == 1:
        state: Literal["undecided", "open"] = "undecided" if extra_asked else "open"
        return Verdict(state, None, share, answers, wants_one_more=not extra_asked)
    return Verdict("agreed", key, share, answers)


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for named categories: 1 is agreement, 0 is what chance would give.

    Each unit is the answers to one task. None where there is nothing to compare, or where only
    one category was ever used. K. Krippendorff, "Computing Krippendorff's Alpha-Reliability",
    University of Pennsylvania 2011, section C.
    """
    totals: Counter[str] = Counter()
    agreeing = 0.0
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        totals.update(counts)
        agreeing += sum(n * (n - 1) for n in counts.values()) / (len(unit) - 1)
    answers = totals.total()
    chance = sum(n * (n - 1) for n in totals.values())
    if answers * (answers - 1) == chance:
        return None
    return ((answers - 1) * agreeing - chance) / (answers * (answers - 1) - chance)


def _cased(text: str) -> str:
    """Unicode's compatible caseless form (its definition D146): one round is not stable."""
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


def _unseen(char: str) -> bool:
    """Whether nothing is seen of it: direction marks, joiners, soft hyphens, stretching."""
    return unicodedata.category(char) == "Cf" or char in "\u0640\ufe0e\ufe0f"


def _digit(char: str) -> str:
    value = unicodedata.digit(char, -1)
    return char if value < 0 else str(value)


def _tighten(text: str) -> str:
    """The text without spaces beside punctuation, save where they part two numbers ("1, 5")."""
    kept: list[str] = []
    for place, char in enumerate(text):
        if char != " " or not _needless(kept, text[place + 1]):
            kept.append(char)
    return "".join(kept)


def _needless(before: list[str], after: str) -> bool:
    """Whether a space between these may go."""
    if _punctuation(after):
        return True
    if not _punctuation(before[-1]):
        return False
    between_numbers = after.isdigit() and len(before) > 1 and before[-2].isdigit()
    return not (between_numbers and before[-1] in ".,:;")


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P"
