"""A queue before what serves one at a time holds up only so many of a site's threads."""

from contextlib import ExitStack

from app.media.waiting import Queue


def taken(queue: Queue, whose: int = 0) -> bool:
    with queue.turn(whose) as mine:
        return mine


def test_whoever_would_wait_for_too_long_goes_without() -> None:
    queue = Queue(0.01, 8)
    with queue.turn() as mine:
        assert mine
        assert not taken(queue)
    assert taken(queue)


def test_the_same_one_does_not_wait_twice() -> None:
    queue = Queue(60, 8)
    with queue.turn(7):
        assert not taken(queue, 7)
    assert taken(queue, 7)


def test_one_who_asks_for_much_keeps_nobody_out() -> None:
    queue = Queue(0.001, 8, each=2)
    with queue.alone, queue.turn(7), queue.turn(7):
        queue.alone.release()
        assert not taken(queue, 7)
        assert taken(queue, 8)
        queue.alone.acquire()


def test_only_so_many_are_in_it() -> None:
    queue = Queue(0.001, 8)
    with ExitStack() as some:
        with queue.alone:
            turns = [some.enter_context(queue.turn()) for _ in range(8)]
            assert True not in turns
        # The turn is free, and yet there is no place in the queue.
        assert not taken(queue)
    assert taken(queue)
