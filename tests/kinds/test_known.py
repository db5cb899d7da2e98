"""Whether an answer is the known one, as each kind compares two answers."""

from app.kinds import kinds


def test_an_answer_is_the_known_one_where_the_kind_says_they_are_the_same() -> None:
    kind = kinds()["document_digitization"]
    assert kind.matches({"text": "To the  senate"}, {"text": "To the Senate"}) is True
    assert kind.matches({"text": "To the Senat"}, {"text": "To the Senate"}) is False


def test_what_happened_in_a_software_test_is_not_compared() -> None:
    kind = kinds()["software_test"]
    known = {"step1": "passed", "what_happened": "It opened."}
    assert kind.matches({"step1": "passed", "what_happened": ""}, known) is True
    assert kind.matches({"step1": "failed", "what_happened": ""}, known) is False


def test_no_translation_is_the_only_right_one() -> None:
    kind = kinds()["translation"]
    known = {"translation": "Buenos días"}
    assert kind.matches({"translation": "buenos días"}, known) is True
    assert kind.matches({"translation": "Muy buenas"}, known) is None


def test_answers_of_a_survey_are_never_compared() -> None:
    assert kinds()["survey"].matches({"line": "Slow"}, {"line": "Slow"}) is None


def test_squares_are_the_known_ones_where_half_of_them_are() -> None:
    kind = kinds()["image_labelling"]
    known = {"region1": "4/5-6"}
    assert kind.matches({"region1": "4/5"}, known) is True
    assert kind.matches({"region1": "4/6-8"}, known) is False
