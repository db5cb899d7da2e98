"""When answers agree, and how far."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.agree import Verdict, alpha, fold, judge, similarity

KEYS = st.lists(st.tuples(st.sampled_from(["a", "b", "c", None]), st.integers(0, 2)), max_size=9)
TRICKY = st.text("aA '\"-–«»` .,;:19٣( )\u0301\u200f\u00a0İßſͅﹷ\ufe0f\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hello  World", "hello world\n"),
        ("STRASSE", "straße"),
        ("“Yes”, he said", '"yes", he said'),
        ("« oui »", "'Oui'"),
        ("don\u2019t", "don't"),
        ("1914–1918", "1914 - 1918"),
        ("wait -- what", "wait—what"),
        ("Page ٤٢", "page 42"),
        ("ＡＢＣ １２", "abc 12"),
        ("ﬁne", "fine"),
        ("e\u0301te\u0301", "Été"),
        ("So , yes ( no )", "so, yes (no)"),
        ("שלום\u200f", "שלום"),
        ("كتـــاب", "كتاب"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_texts_that_differ_in_dress_only_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1, 5", "1,5"),
        ("cat", "cut"),
        ("a b", "ab"),
        ("10", "100"),
        ("resume", "résumé"),
        ("a", ""),
    ],
)
def test_texts_that_say_something_else_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text() | TRICKY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TRICKY)
def test_capitals_and_outer_spaces_never_matter(text: str) -> None:
    assert fold(f"  {text}\n") == fold(text)
    assert fold(fold(text).upper()) == fold(text)


@given(TRICKY, TRICKY)
def test_similarity_is_the_same_in_both_orders_and_between_0_and_1(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) == similarity(b, a) <= 1
    assert similarity(a, a.upper().lower()) >= similarity(a, b) or fold(a) == fold(b)


def test_similarity_says_how_much_is_alike() -> None:
    assert similarity("The cat sat", "the  CAT sat") == 1
    assert similarity("abcd", "abxd") == 0.75
    assert similarity("abc", "xyz") == 0
    assert similarity("word " * 3000, "word " * 2999 + "other") > 0.99


def votes(text: str) -> list[tuple[str | None, int]]:
    """Answers written as letters; `?` is one without a key; each from a batch of its own."""
    return [(None if letter == "?" else letter, batch) for batch, letter in enumerate(text)]


@pytest.mark.parametrize(
    ("answers", "state", "key"),
    [
        ("", "open", None),
        ("aa", "open", None),
        ("aaa", "agreed", "a"),
        ("aab", "agreed", "a"),
        ("abc", "undecided", None),
        ("aabb", "undecided", None),
        ("aabc", "undecided", None),
        ("aabcd", "undecided", None),
        ("aaabb", "agreed", "a"),
        ("???", "undecided", None),
        ("aa?", "agreed", "a"),
        ("a??", "undecided", None),
    ],
)
def test_more_than_half_of_all_answers_decide(answers: str, state: str, key: str | None) -> None:
    verdict = judge(votes(answers), overlap=3, mixed=False, extra_asked=False)
    assert (verdict.state, verdict.key, verdict.answers) == (state, key, len(answers))


def test_the_share_is_of_all_answers() -> None:
    assert judge(votes("aab?"), 3, mixed=False, extra_asked=False).share == 0.5


def test_one_answer_is_enough_where_one_is_wanted() -> None:
    assert judge([("a", 0)], 1, mixed=False, extra_asked=False) == Verdict("agreed", "a", 1.0, 1)


def test_agreement_within_one_batch_asks_for_one_more_once() -> None:
    one_batch: list[tuple[str | None, int]] = [("a", 7), ("a", 7), ("b", 8)]
    first = judge(one_batch, 3, mixed=True, extra_asked=False)
    assert (first.state, first.wants_one_more) == ("open", True)
    then = judge([*one_batch, ("a", 7)], 3, mixed=True, extra_asked=True)
    assert (then.state, then.wants_one_more, then.key) == ("undecided", False, None)
    settled = judge([*one_batch, ("a", 8)], 3, mixed=True, extra_asked=True)
    assert (settled.state, settled.key) == ("agreed", "a")


@given(KEYS.filter(lambda keys: len(keys) < 6), st.integers(1, 5), st.booleans(), st.booleans())
def test_the_order_of_answers_never_matters(
    keys: list[tuple[str | None, int]], overlap: int, mixed: bool, asked: bool
) -> None:
    assert len({judge(order, overlap, mixed, asked) for order in permutations(keys)}) == 1


@given(KEYS, st.integers(1, 5), st.booleans(), st.booleans(), st.integers(0, 2))
def test_one_more_agreeing_answer_never_undoes_agreement(
    keys: list[tuple[str | None, int]], overlap: int, mixed: bool, asked: bool, batch: int
) -> None:
    before = judge(keys, overlap, mixed, asked)
    after = judge([*keys, (before.key, batch)], overlap, mixed, asked)
    if before.state == "agreed":
        assert (after.state, after.key) == ("agreed", before.key)
        assert after.share >= before.share


@given(KEYS, st.integers(1, 5), st.booleans(), st.booleans())
def test_only_agreement_has_a_key_and_it_is_a_strict_majority(
    keys: list[tuple[str | None, int]], overlap: int, mixed: bool, asked: bool
) -> None:
    verdict = judge(keys, overlap, mixed, asked)
    assert (verdict.key is not None) == (verdict.state == "agreed")
    assert (verdict.state == "open") == (len(keys) < overlap or verdict.wants_one_more)
    if verdict.key is not None:
        assert 2 * sum(key == verdict.key for key, _ in keys) > len(keys)
    if verdict.wants_one_more:
        assert mixed
        assert not asked


def test_alpha_of_four_observers_is_the_published_one() -> None:
    # Krippendorff 2011, section C: four observers, twelve units, values missing; alpha 0.743.
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[value for value in unit if value != "."] for unit in zip(*observers, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_two_observers_is_the_published_one() -> None:
    # The same paper, section B: two observers, twelve units, five categories; alpha 0.692.
    assert alpha(list(zip("aabbdcccedda", "babbbccceddd", strict=True))) == (
        pytest.approx(0.692, abs=0.0005)
    )


def test_alpha_is_unknown_where_nothing_can_be_compared() -> None:
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=8))
def test_alpha_is_at_most_one_and_one_only_in_full_agreement(units: list[list[str]]) -> None:
    found = alpha(units)
    if found is not None:
        assert found <= 1
        assert (found == 1) == all(len(set(unit)) < 2 for unit in units)
