"""What a task may need of a worker, and what its content may hold: closed lists of keys."""

from collections.abc import Container, Iterator, Mapping

NEEDS = (
    "sight",
    "hearing",
    "voice",
    "pointing",
    "reading",
    "typing",
    "download",
    "other_site",
)

CONTENT_NOTES = ("insults", "violence", "sex", "hate", "death", "drugs", "tricks")

# What a row needs where a file of it has no words beside it: the file, the words, the need.
_WITHOUT_WORDS = (("image", "alt", "sight"), ("audio", "transcript", "hearing"))


def undeclared(
    row: Mapping[str, object], columns: Container[str], declared: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Each column of words that is empty beside its file, and the need that nobody declared.

    A kind without such a column says by itself what it needs.
    """
    for file, words, need in _WITHOUT_WORDS:
        bare = words in columns and row.get(file) and not row.get(words)
        if bare and need not in declared:
            yield words, need


def by_file(columns: Container[str]) -> frozenset[str]:
    """The needs that a row has only where a file of it has no words beside it."""
    return frozenset(need for _, words, need in _WITHOUT_WORDS if words in columns)


def suits(needs: frozenset[str], leave_out: frozenset[str]) -> bool:
    """Whether what is needed, or noted, holds nothing that the worker leaves out."""
    return needs.isdisjoint(leave_out)
