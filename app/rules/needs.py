"""What a task may need of a worker, and what its content may hold: closed lists of keys."""

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


def suits(needs: frozenset[str], leave_out: frozenset[str]) -> bool:
    """Whether what is needed, or noted, holds nothing that the worker leaves out."""
    return needs.isdisjoint(leave_out)
