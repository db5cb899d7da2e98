"""Moments become days, and members become names that tell nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.hide import K, day_of, day_of_hour, few, hour_of, pseudonym

START = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=80_000)).map(lambda since: START + since)


@given(MOMENTS)
def test_a_moment_is_known_by_its_day_or_hour_only(moment: datetime) -> None:
    since = moment - START
    assert day_of(moment.timestamp()) == since.days
    assert hour_of(moment.timestamp()) == since.days * 24 + moment.hour
    assert day_of_hour(hour_of(moment.timestamp())) == since.days


def test_days_before_1970_are_counted_backwards() -> None:
    assert (day_of(-1), hour_of(-1)) == (-1, -1)


def test_fewer_than_five_are_few() -> None:
    assert [few(members) for members in (0, 4, K, 6)] == [True, True, False, False]


def test_a_pseudonym_is_the_proquint_of_its_bytes() -> None:
    # From the proposal's own examples: 127.0.0.1 and 63.84.220.193.
    assert pseudonym(bytes([127, 0, 0, 1])) == "lusab-babad"
    assert pseudonym(bytes([63, 84, 220, 193])) == "gutih-tugad"


@given(st.lists(st.binary(min_size=4, max_size=4), min_size=2, unique=True))
def test_other_bytes_give_another_pseudonym(many: list[bytes]) -> None:
    assert len({pseudonym(random) for random in many}) == len(many)


@pytest.mark.parametrize("random", [b"", b"abc", b"abcde"])
def test_a_pseudonym_wants_four_bytes(random: bytes) -> None:
    with pytest.raises(ValueError, match="4 bytes"):
        pseudonym(random)
