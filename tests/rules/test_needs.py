"""A worker is asked for nothing that they leave out."""

from hypothesis import given
from hypothesis import strategies as st

from app.rules.needs import CONTENT_NOTES, NEEDS, by_file, suits, undeclared

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


CELLS = st.fixed_dictionaries(
    dict.fromkeys(("image", "alt", "audio", "transcript"), st.sampled_from(["", "filled"]))
)


@given(CELLS, st.frozensets(st.sampled_from(["image", "alt", "audio", "transcript"])), SOME)
def test_a_file_has_words_beside_it_or_somebody_says_what_it_needs(
    row: dict[str, str], columns: frozenset[str], declared: frozenset[str]
) -> None:
    found = dict(undeclared(row, columns, declared))
    assert set(found) <= columns
    assert set(found.values()) <= by_file(columns) - declared
    for file, words, need in (("image", "alt", "sight"), ("audio", "transcript", "hearing")):
        bare = words in columns and row[file] and not row[words]
        assert (words in found) == bool(bare and need not in declared)
