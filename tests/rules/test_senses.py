"""Words that lean on one sense are found in three languages, where the need is not declared."""

import pytest

from app.rules.plain import not_judged
from app.rules.senses import leaning


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Listen to the bird.", "listen to"),
        ("en", "Start after the beep.", "after the beep"),
        ("es", "Pulsa el botón verde.", "el botón verde"),
        ("es", "Haz clic en el rojo.", "haz clic en el rojo"),
        ("es", "El precio está a la derecha.", "a la derecha"),
        ("es", "Como se indica más abajo, escribe.", "más abajo"),
        ("es", "Mira la lista de arriba.", "lista de arriba"),
        ("es", "Copia las palabras en amarillo.", "palabras en amarillo"),
        ("es", "Escucha la grabación.", "escucha la"),
        ("es", "Habla después de la señal.", "después de la señal"),
        ("ar", "الضغط على الزر الأحمر.", "الزر الأحمر"),
        ("ar", "السعر على اليمين.", "على اليمين"),
        ("ar", "قراءة القائمة أدناه.", "أدناه"),
        ("ar", "الكلمات المكتوبة باللون الأصفر.", "باللون الأصفر"),
        ("ar", "الاستماع إلى التسجيل.", "الاستماع إلى"),
        ("ar", "الكلام بعد الصافرة.", "بعد الصافرة"),
    ],
)
def test_words_that_lean_on_one_sense_are_quoted(lang: str, text: str, found: str) -> None:
    assert leaning(text, lang) == [found]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Escríbelos de izquierda a derecha."),
        ("es", "Elige la respuesta correcta."),
        ("es", "Tienes derecho a parar."),
        ("es", "Elige “Rojo” si el coche es rojo."),
        ("ar", "اختيار الكلمات الأنسب."),
        ("ar", "قراءة النص كله."),
        ("de", "Klicke auf den roten Knopf."),
    ],
)
def test_words_that_only_look_like_it_are_fine(lang: str, text: str) -> None:
    assert leaning(text, lang) == []


def test_what_is_needed_anyway_may_be_leant_on() -> None:
    text = "Press the red button after the beep."
    assert leaning(text, "en") == ["press the red", "after the beep"]
    assert leaning(text, "en", frozenset({"sight"})) == ["after the beep"]
    assert leaning(text, "en", frozenset({"sight", "hearing"})) == []


def test_what_is_not_judged_is_said() -> None:
    assert [one.code for one in not_judged("de")] == ["unjudged_level", "unjudged_senses"]
    assert [one.code for one in not_judged("ar")] == ["unjudged_level"]
    assert [not_judged(lang) for lang in ("en", "es-AR")] == [[], []]
