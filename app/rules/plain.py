"""Plain wording: what in a coordinator's text would shut somebody out."""

import re
from collections.abc import Sequence

from app.rules.problem import Problem
from app.rules.reading import hard_to_read, knows_level, sentences
from app.rules.senses import knows_senses, leaning

MOST_WORDS = 25
MOST_STEP_WORDS = 20
MOST_STEPS = 5

_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_SHOUTED = re.compile(r"\b[^\W\d_]{5,}\b")


def wording(
    text: str, lang: str = "en", needs: frozenset[str] = frozenset(), most: int = MOST_WORDS
) -> list[Problem]:
    """What to mend in a text: long sentences, leaning on a sense that is not needed, shouting."""
    problems = _long_sentences(text, most)
    problems += [Problem("plain_senses", {"found": found}) for found in leaning(text, lang, needs)]
    shouted = [word for word in _SHOUTED.findall(text) if word.isupper()]
    if len(set(shouted)) > 1:
        problems.append(Problem("plain_shouting", {"found": " ".join(shouted[:5])}))
    marks = sum(text.count(mark) for mark in "!！¡")
    if marks:
        problems.append(Problem("plain_exclamation", {"found": marks}))
    return problems


def steps_wording(
    steps: Sequence[str], lang: str, needs: frozenset[str] = frozenset()
) -> list[Problem]:
    """What to mend in the steps of a pool: too many, too long, or not worded plainly."""
    problems = []
    if len(steps) > MOST_STEPS:
        problems.append(Problem("plain_steps_many", {"found": len(steps), "most": MOST_STEPS}))
    for step in steps:
        words = _WORD.findall(step)
        if len(words) > MOST_STEP_WORDS:
            values: dict[str, str | int] = {
                "found": len(words),
                "most": MOST_STEP_WORDS,
                "start": _start(words),
            }
            problems.append(Problem("plain_step_long", values))
        # A step that is too long is not told a second time for its sentences.
        problems += wording(step, lang, needs, max(MOST_WORDS, len(words)))
    return problems


def level(text: str, lang: str) -> list[Problem]:
    """The sentence to begin with, where a text is harder to read than most people can."""
    found = hard_to_read(text, lang)
    return [Problem("plain_hard", {"found": found})] if found else []


def not_judged(lang: str) -> list[Problem]:
    """What nobody here can judge in a language, so that a person looks."""
    problems = [] if knows_level(lang) else [Problem("unjudged_level", {"found": lang})]
    return (
        problems if knows_senses(lang) else [*problems, Problem("unjudged_senses", {"found": lang})]
    )


def _long_sentences(text: str, most: int) -> list[Problem]:
    return [
        Problem("plain_long_sentence", {"found": len(words), "most": most, "start": _start(words)})
        for words in map(_WORD.findall, sentences(text))
        if len(words) > most
    ]


def _start(words: Sequence[str]) -> str:
    return " ".join(words[:5])
