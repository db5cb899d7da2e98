"""How hard a text is to read, by published formulas; each knows one language.

The level is that of WCAG 2.2, criterion 3.1.5: who has left lower secondary school, after nine
years, can read it.
"""

import re
from collections.abc import Callable, Sequence

# In years of school.
MOST_YEARS = 9

_SENTENCE = re.compile(r"[.!?؟।]+(?=[\s\"'”’»)]|$)|[。！？\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENGLISH_VOWELS = re.compile("[aeiouy]+")
_ENGLISH_PARTED = re.compile("i(?:a|o(?!u)|u)|eo|ua|yi")
_ENGLISH_JOINED = re.compile("[tcsg]i(?:o|a)|qua|gua")
_ENGLISH_SILENT = re.compile("(?<=[^aeiouytd])ed$|(?<=[^aeioulsxzcghy])es$|(?<=[^aeiouyl])e$")
_SPANISH_VOWELS = re.compile("[aeoáéóíú]|[iuü]+")
_SPANISH_SILENT = re.compile("(?<=q)u(?=[eéií])|(?<=g)u(?=[eéií])")
_SPANISH_GLIDE = re.compile("[iuü](?=[aeoáéóiuíú])|(?<=[aeoáéó])[iuüy](?![aeoáéóíú])")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the marks that end them."""
    parts = (" ".join(part.split()) for part in _SENTENCE.split(text))
    return [part for part in parts if part]


def hard_to_read(text: str, lang: str) -> str:
    """The hardest sentence of a text that is above the level; empty where the text is not."""
    years = _YEARS.get(lang.split("-")[0])
    parts = sentences(text)
    if years is None or not parts or years(parts) <= MOST_YEARS:
        return ""
    return max(parts, key=lambda one: years([one]))


def knows_level(lang: str) -> bool:
    """Whether the level of texts in a language can be judged."""
    return lang.split("-")[0] in _YEARS


def english_years(parts: Sequence[str]) -> float:
    """The years of school that an English text wants.

    J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of New Readability
    Formulas for Navy Enlisted Personnel", Naval Technical Training Command, Report 8-75, 1975.
    """
    words = _words(parts)
    if not words:
        return 0.0
    syllables = sum(map(english_syllables, words))
    return 0.39 * len(words) / len(parts) + 11.8 * syllables / len(words) - 15.59


def spanish_years(parts: Sequence[str]) -> float:
    """The years of school that a Spanish text wants, as far as the scale tells them apart.

    F. Szigriszt Pazos, "Sistemas predictivos de legibilidad del mensaje escrito: fórmula de
    perspicuidad", Universidad Complutense de Madrid, 1993; by the INFLESZ scale (I. M.
    Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31, 2008) a text from 55
    to 65 is of middling hardness, and one below is hard for most people.
    """
    words = _words(parts)
    if not words:
        return 0.0
    syllables = sum(map(spanish_syllables, words))
    ease = 206.835 - 62.3 * syllables / len(words) - len(words) / len(parts)
    # Ten points of ease for each year at the edge that matters: 55 is as hard as nine years.
    return MOST_YEARS + (55 - ease) / 10


def english_syllables(word: str) -> int:
    """About how many syllables an English word has."""
    plain = word.lower().replace("’", "'").partition("'")[0]
    said = _ENGLISH_SILENT.sub("", plain)
    parted = len(_ENGLISH_PARTED.findall(said)) - len(_ENGLISH_JOINED.findall(said))
    return max(1, len(_ENGLISH_VOWELS.findall(said)) + max(0, parted))


def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has, by its vowels and their marks."""
    plain = re.sub("y$", "i", word.lower())
    full = _SPANISH_GLIDE.sub("", _SPANISH_SILENT.sub("", plain))
    return max(1, len(_SPANISH_VOWELS.findall(full)))


def _words(parts: Sequence[str]) -> list[str]:
    return [word for part in parts for word in _WORD.findall(part)]


_YEARS: dict[str, Callable[[Sequence[str]], float]] = {"en": english_years, "es": spanish_years}
