"""Plain wording: what in a coordinator's text would shut somebody out."""

import re

from app.rules.problem import Problem

MOST_WORDS = 25

_SENTENCE = re.compile(r"[.!?؟।]+(?=[\s\"'”’»)]|$)|[。！？\n]+")
_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_SHOUTED = re.compile(r"\b[^\W\d_]{5,}\b")
_LOOK = "red|green|blue|yellow|orange|purple|pink|black|white|gr[ae]y|brown|round|square|circular"
_THING = "(?:button|box|boxe|link|icon|area|field|text|arrow|line|circle|dot|border|tick|flag)s?"
_SIDE = "(?:left|right|top|bottom)"
_END = r"(?=[- ]?(?:hand|side|corner)| of\b|\s*(?:[.,;:!?)]|$))"
# Directions that only some senses can follow, and that name nothing by its name.
_SENSES = re.compile(
    rf"\b(?:click|press|tap|choose|select|push|use|pick)(?: on)? the (?:{_LOOK})\b"
    rf"|\bthe (?:{_LOOK}) (?:{_THING}|words?|one)\b"
    rf"|\b(?:shown|marked|written|printed|highlighted|underlined|words|text) in (?:{_LOOK})\b"
    rf"|\b(?:on|at|to|in) the (?:far )?{_SIDE}{_END}"
    rf"|\bthe {_SIDE}[- ]?(?:hand|side|most)(?:[- ]side)? {_THING}\b"
    r"|\b(?:see|shown|listed|given|described|as) (?:above|below)\b"
    rf"|\bthe (?:{_THING}|picture|image|list|table|form|example) (?:above|below|on the {_SIDE})\b"
    r"|\b(?:when|after|once|until) (?:you hear )?(?:the|a) (?:beep|tone|sound|bell)\b",
    re.IGNORECASE,
)


def wording(text: str, lang: str = "en") -> list[Problem]:
    """What to mend in a text: long sentences, leaning on one sense (English only), shouting."""
    problems = [*_long_sentences(text)]
    if lang.split("-")[0] == "en":
        problems += [Problem("plain_senses", {"found": found}) for found in _senses(text)]
    shouted = [word for word in _SHOUTED.findall(text) if word.isupper()]
    if len(set(shouted)) > 1:
        problems.append(Problem("plain_shouting", {"found": " ".join(shouted[:5])}))
    marks = sum(text.count(mark) for mark in "!！¡")
    if marks:
        problems.append(Problem("plain_exclamation", {"found": marks}))
    return problems


def _long_sentences(text: str) -> list[Problem]:
    return [
        Problem(
            "plain_long_sentence",
            {"found": len(words), "most": MOST_WORDS, "start": " ".join(words[:5])},
        )
        for words in map(_WORD.findall, _SENTENCE.split(text))
        if len(words) > MOST_WORDS
    ]


def _senses(text: str) -> list[str]:
    """Each wording found once, in its order."""
    spaced = re.sub(r"[^\S\n]+", " ", text)
    return list(dict.fromkeys(match[0].lower() for match in _SENSES.finditer(spaced)))
