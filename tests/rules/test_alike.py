"""Texts that read alike are found, and a description that says an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.alike import alike, gives_away, reads_as


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Yes", "YES"),
        ("Si", "Sí"),
        ("Food-drink", "food drink"),
        ("Yes.", "«Yes»"),
        ("Don’t know", "dont know"),
        ("Spam", "Sраm"),
        ("None", "N0ne"),
        ("أحمر", "احمر"),
        ("كِتاب", "كتاب"),
        ("Straße", "STRASSE"),
        ("٣", "3"),
    ],
)
def test_what_sounds_or_looks_the_same_reads_alike(first: str, second: str) -> None:
    assert alike(["Something else", first, second]) == (first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Spam", "Not spam"),
        ("-5", "5"),
        ("A-", "A"),
        ("A+", "A"),
        ("C", "C#"),
        ("?", "…"),
        ("fail", "fall"),
        ("की", "का"),
        ("कि", "कु"),
        ("か", "が"),
        ("10", "1"),
        ("1.5", "15"),
        ("5 €", "5 $"),
        ("👍", "👎"),
    ],
)
def test_what_differs_in_what_it_says_does_not(first: str, second: str) -> None:
    assert alike([first, second]) is None


@given(st.text(st.sampled_from("aábcñoí 7")), st.sampled_from(" ,;«»!?…"))
def test_case_accents_and_punctuation_change_nothing(text: str, mark: str) -> None:
    bare = text.translate(str.maketrans("áñí", "ani"))
    assert reads_as(f"{mark}{text.upper()}{mark}") == reads_as(bare) or not text.strip()


@given(st.text())
def test_a_text_reads_as_itself_in_other_letters(text: str) -> None:
    assert reads_as(f"  {text}\t") == reads_as(text)


@given(st.lists(st.text(max_size=5), unique=True))
def test_two_are_told_only_where_they_read_the_same(texts: list[str]) -> None:
    found = alike(texts)
    if found is None:
        assert len(set(map(reads_as, texts))) == len(texts)
    else:
        assert found[0] != found[1]
        assert reads_as(found[0]) == reads_as(found[1])


@pytest.mark.parametrize(
    ("text", "answer", "told"),
    [
        ("A cup of tea on a table", "Tea", True),
        ("A cup of té, full", "te", False),
        ("A steam engine", "Tea", False),
        ("No cat is there", "No", False),
        ("The total is 12.50 euros.", "12.50", True),
        ("Five cats: 5", "5", True),
        ("Room 15", "5", False),
        ("It is food or drink", "Food or drink", True),
        ("", "Tea", False),
        ("Anything", "", False),
    ],
)
def test_an_answer_is_given_away_by_its_whole_words(text: str, answer: str, told: bool) -> None:
    assert gives_away(text, [answer]) == (answer if told else "")


@given(st.text(st.characters(categories=["Ll"]), min_size=3), st.text(), st.text())
def test_an_answer_that_stands_there_is_always_found(answer: str, before: str, after: str) -> None:
    if len(reads_as(answer)) >= 3:
        assert gives_away(f"{before} \n {answer} \n {after}", [answer]) == answer
