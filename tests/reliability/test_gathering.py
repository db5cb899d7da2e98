"""Bytes become whole requests, however they are cut into pieces."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.serving.gathering import LONGEST_HEAD, Gathering, Stage

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n0123456789"


def pieces(data: bytes, cuts: list[int]) -> Iterator[bytes]:
    at = sorted({0, len(data), *(cut % len(data) for cut in cuts)})
    yield from (data[start:end] for start, end in pairwise(at))


def requests(data: bytes, cuts: list[int]) -> list[bytes]:
    """Every request that came out."""
    gathering, found = Gathering(largest=100), []
    for piece in pieces(data, cuts):
        stage = gathering.add(piece) if gathering.stage is not Stage.WHOLE else Stage.WHOLE
        while stage is Stage.WHOLE:
            found.append(b"".join(iter(lambda: gathering.recv(7), b"")))
            stage = gathering.next()
    gathering.close()
    return found


@given(
    st.lists(st.sampled_from([GET, POST]), min_size=1, max_size=4),
    st.lists(st.integers(min_value=0)),
)
def test_every_request_comes_out_once_and_whole(sent: list[bytes], cuts: list[int]) -> None:
    assert requests(b"".join(sent), cuts) == sent


@pytest.mark.parametrize(
    ("sent", "stage"),
    [
        (b"", Stage.BEFORE),
        (GET[:-1], Stage.BEFORE),
        (POST[:-1], Stage.ARRIVING),
        (POST.replace(b"10", b"101"), Stage.TOO_LARGE),
        (POST.replace(b"10", b"10\r\nContent-Length: 101"), Stage.TOO_LARGE),
        (GET.replace(b"Host", b"transfer-encoding"), Stage.NO_LENGTH),
        (b"a" * (LONGEST_HEAD + 1), Stage.HEAD_TOO_LONG),
    ],
)
def test_what_is_not_whole_is_told_apart(sent: bytes, stage: Stage) -> None:
    gathering = Gathering(largest=100)
    assert gathering.add(sent) is stage
    gathering.close()


def test_a_request_is_counted_while_it_arrives_and_no_longer() -> None:
    gathering = Gathering(largest=100)
    gathering.add(POST[:-1])
    assert gathering.held == len(POST) - 1
    gathering.add(POST[-1:])
    assert gathering.held == 0
    gathering.close()
