"""A recording is refused for what nobody could use, and never for a weak voice."""

import pytest

from app.rules.recorded import Heard, fault

USUAL = Heard(seconds=3.0, peak=0.4, at_the_top=0.0)


@pytest.mark.parametrize(
    "heard",
    [
        USUAL,
        USUAL._replace(seconds=0.5),
        USUAL._replace(seconds=61.9),
        # A voice that is hardly heard, and one that is loud in places.
        USUAL._replace(peak=0.01),
        USUAL._replace(peak=1.0, at_the_top=0.019),
    ],
)
def test_it_can_be_used(heard: Heard) -> None:
    assert fault(heard) is None


@pytest.mark.parametrize(
    ("heard", "code"),
    [
        (USUAL._replace(seconds=0.49), "recording_short"),
        (USUAL._replace(seconds=62.1), "recording_long"),
        (USUAL._replace(peak=0.001), "recording_silent"),
        (USUAL._replace(peak=1.0, at_the_top=0.03), "recording_loud"),
    ],
)
def test_it_cannot_be_used(heard: Heard, code: str) -> None:
    problem = fault(heard)
    assert problem
    assert problem.code == code
