"""How hard a text is to read is judged by published formulas, where one is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.reading import (
    english_syllables,
    english_years,
    hard_to_read,
    knows_level,
    sentences,
    spanish_syllables,
    spanish_years,
)

HARD = "Notwithstanding considerable administrative complications, establish appropriate categories"


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("the", 1), ("made", 1), ("table", 2), ("boxes", 2), ("looked", 1), ("wanted", 2),
     ("radio", 3), ("university", 5), ("declaration", 4), ("can’t", 1), ("language", 2)],
)  # fmt: skip
def test_english_syllables_are_counted(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("el", 1), ("y", 1), ("rey", 1), ("queso", 2), ("guerra", 2), ("pingüino", 3), ("país", 2),
     ("guía", 2), ("estudio", 3), ("cuidado", 3), ("leer", 2), ("aeropuerto", 5), ("huevos", 2)],
)  # fmt: skip
def test_spanish_syllables_are_counted(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


def test_the_formulas_are_those_that_were_published() -> None:
    # Six words, six syllables, one sentence.
    assert english_years(["The cat sat on the mat"]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    # Five words, nine syllables, one sentence: 206.835 - 62.3 * 9 / 5 - 5 is 89.695.
    assert spanish_years(["El gato come un ratoncito"]) == pytest.approx(
        9 + (55 - (206.835 - 62.3 * 10 / 5 - 5)) / 10
    )


def test_a_hard_text_is_told_by_its_hardest_sentence() -> None:
    assert hard_to_read(f"Read it. {HARD}.\nChoose.", "en-GB") == HARD
    assert hard_to_read("Read it. Choose the words that fit it best.", "en") == ""
    hard = "Categorícese administrativamente la documentación correspondiente a las solicitudes"
    assert hard_to_read(f"{hard}.", "es") == hard
    assert hard_to_read("Lee el mensaje. Elige una respuesta.", "es") == ""


def test_what_nobody_can_judge_is_not_judged() -> None:
    assert hard_to_read(HARD, "de") == ""
    assert [knows_level(lang) for lang in ("en", "es-MX", "ar", "de")] == [True, True, False, False]


def test_sentences_end_at_their_marks_and_lines() -> None:
    assert sentences("One. Two?\nThree… 3.5 kg, «four!» five") == [
        "One", "Two", "Three… 3.5 kg, «four", "» five",
    ]  # fmt: skip


@given(st.text(), st.sampled_from(["en", "es", "ar", ""]))
def test_any_text_is_judged_and_what_is_quoted_stands_in_it(text: str, lang: str) -> None:
    found = hard_to_read(text, lang)
    assert not found or found in " ".join(text.split())


@given(st.text(st.characters(categories=["L"]), min_size=1))
def test_every_word_has_a_syllable(word: str) -> None:
    assert english_syllables(word) >= 1
    assert spanish_syllables(word) >= 1
