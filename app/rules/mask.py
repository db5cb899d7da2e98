"""Masks: how a typed text must look, drawn with one sign for each place.

A mask has no nesting and no choice within it, so that comparing takes steps in proportion to the
two lengths, whatever a mask or a text holds; a regular expression can take for ever.
"""

import unicodedata
from typing import NamedTuple

from app.rules.agree import one_style
from app.rules.typed import latin_digits

LONGEST_MASK = 80
DIGIT, LETTER, EITHER, MORE, AS_IT_IS = "0", "A", "X", "+", "\\"
# Whoever writes one of these thinks of a regular expression; after a backslash it is a mere sign.
_OF_EXPRESSIONS = "[]{}|^$*?"
_WANTS_BACKSLASH = DIGIT + LETTER + EITHER + MORE + AS_IT_IS + _OF_EXPRESSIONS


class _Place(NamedTuple):
    """One place: a sort of sign, or a sign itself (`exact`); `more` lets it come again."""

    sign: str
    exact: bool
    more: bool = False


def is_mask(mask: str) -> bool:
    """Whether a mask can be read, and asks for a letter or a digit somewhere."""
    places = _places(mask)
    return bool(places) and not all(place.exact for place in places or ())


def fits(mask: str, text: str) -> bool:
    """Whether a text looks so, in the digits and the dashes of any script, in any capitals."""
    places = _places(mask) or []
    # Every place that may come next, for all ways of reading the text at once.
    reached = {0}
    for char in _plain(text):
        found = {at for at in reached if at < len(places) and _takes(places[at], char)}
        reached = {at + 1 for at in found} | {at for at in found if places[at].more}
    return len(places) in reached


def _places(mask: str) -> list[_Place] | None:
    """The places of a mask; None where it cannot be read."""
    places: list[_Place] = []
    signs = iter(_plain(mask))
    for sign in signs:
        exact = sign not in (DIGIT, LETTER, EITHER)
        if sign == AS_IT_IS:
            sign = next(signs, "")
            if not sign or sign not in _WANTS_BACKSLASH:
                return None
        elif sign == MORE:
            if not places or places[-1].more:
                return None
            places[-1] = places[-1]._replace(more=True)
            continue
        elif sign in _OF_EXPRESSIONS:
            return None
        places.append(_Place(sign.casefold() if exact else sign, exact))
    return places


def _plain(text: str) -> str:
    """The text with 0 to 9 as digits, one style of dashes, and letters without their marks."""
    wide = unicodedata.normalize("NFKC", one_style(latin_digits(text)))
    return "".join(char for char in wide if unicodedata.category(char)[0] != "M")


def _takes(place: _Place, char: str) -> bool:
    if place.exact:
        return place.sign == char.casefold()
    if place.sign == DIGIT:
        return char.isdecimal()
    return char.isalpha() or (place.sign == EITHER and char.isdecimal())
