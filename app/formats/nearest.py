"""The name that somebody most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from app.rules.problem import Problem

MOST_SHOWN = 80


def shown(found: object) -> str:
    """What was found, short enough for a sentence and safe to print on a terminal."""
    text = " ".join(str(found)[: MOST_SHOWN * 2].split())
    text = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def not_one_of(thing: str, found: str, known: Iterable[str]) -> Problem:
    """An unknown name: `<thing>_meant` with the nearest known one, or `<thing>_unknown`."""
    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(found.casefold()[:MOST_SHOWN], folded, n=1, cutoff=0.7)
    if near:
        return Problem(f"{thing}_meant", {"found": shown(found), "nearest": folded[near[0]]})
    return Problem(f"{thing}_unknown", {"found": shown(found), "wanted": ", ".join(names)})
