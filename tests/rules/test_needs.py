"""A worker is asked for nothing that they leave out."""

from hypothesis import given
from hypothesis import strategies as st

from app.rules.needs import CONTENT_NOTES, NEEDS, strand_key, suits

SOME = st.frozensets(st.sampled_from(NEEDS))
LANGUAGES = st.sampled_from(["en", "es", "zh-Hant", "pt-BR"])


@given(SOME, SOME)
def test_a_task_suits_who_leaves_out_nothing_it_needs(
    needs: frozenset[str], out: frozenset[str]
) -> None:
    assert suits(needs, out) == all(need not in out for need in needs)
    assert suits(needs, frozenset())
    assert suits(frozenset(), out)


@given(SOME, SOME, LANGUAGES, LANGUAGES)
def test_a_strand_is_the_tasks_of_same_needs_and_language(
    one: frozenset[str], other: frozenset[str], lang: str, second: str
) -> None:
    same = strand_key(one, lang) == strand_key(other, second)
    assert same == (one == other and lang == second)


def test_a_strands_name_can_be_read() -> None:
    assert strand_key(frozenset({"typing", "sight"}), "en") == "en:sight+typing"


def test_needs_and_notes_are_told_apart_by_their_keys() -> None:
    assert not set(NEEDS) & set(CONTENT_NOTES)
