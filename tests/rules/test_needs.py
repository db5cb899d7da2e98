"""A worker is asked for nothing that they leave out."""

from hypothesis import given
from hypothesis import strategies as st

from app.rules.needs import CONTENT_NOTES, NEEDS, suits

SOME = st.frozensets(st.sampled_from(NEEDS))


@given(SOME, SOME)
def test_a_task_suits_who_leaves_out_nothing_it_needs(
    needs: frozenset[str], out: frozenset[str]
) -> None:
    assert suits(needs, out) == all(need not in out for need in needs)
    assert suits(needs, frozenset())
    assert suits(frozenset(), out)


def test_needs_and_notes_are_told_apart_by_their_keys() -> None:
    assert not set(NEEDS) & set(CONTENT_NOTES)
