"""What a pool asks, in the coordinator's words and in those of other languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.problem import Problem

MOST_CHOICES = 30


@dataclass(frozen=True, slots=True)
class Ask:
    """The question of a pool and, where its kind has them, the choices (keys of the answers)."""

    question: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What a pool says, in one language; `choices` stand in the order of the ask's choices."""

    locale: str
    title: str
    purpose: str
    asked_by: str
    steps: tuple[str, ...]
    question: str
    choices: tuple[str, ...] = ()


def read_choices(ask: Mapping[str, object]) -> tuple[str, ...] | Problem:
    """Two or more different choices out of a pool's `[pool.ask]`, or the problem with them."""
    given = ask.get("choices")
    if not isinstance(given, list) or not all(isinstance(c, str) and c.strip() for c in given):
        return Problem("ask_choices", column="pool.ask.choices")
    choices = tuple(" ".join(c.split()) for c in given)
    if len(set(choices)) != len(choices):
        return Problem("ask_choices_twice", column="pool.ask.choices")
    if not 2 <= len(choices) <= MOST_CHOICES:
        values: dict[str, str | int] = {"found": len(choices), "most": MOST_CHOICES}
        return Problem("ask_choices_count", values, column="pool.ask.choices")
    return choices


def options(ask: Ask, words: Words) -> tuple[tuple[str, str], ...]:
    """Each choice's key with its words in the language at hand."""
    return tuple(zip(ask.choices, words.choices or ask.choices, strict=True))
