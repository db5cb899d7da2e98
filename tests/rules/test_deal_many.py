"""Many workers who come, skip, walk away and return: every task gets its answers."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.deal import MOST_PROBES, OLD_AFTER_HOURS
from tests.rules.book import Book, Who

DAY, SEASON = OLD_AFTER_HOURS + 1, 90 * 24
STRANDS = st.sampled_from([("",), ("", "sight"), ("sight", "", "hearing")])
ACTS = st.sampled_from(["answer", "answer", "answer", "resend", "skip", "put by", "late"])
EVENTS = st.lists(
    st.tuples(st.integers(0, 6), ACTS, st.sampled_from([0, 0, 0, 1, DAY, SEASON])), max_size=120
)


def act(book: Book, who: Who, doing: str, hours: int) -> None:
    """One request of a worker, who had been told the truth about whether there is work."""
    book.now += hours
    if doing == "late" and who.holds:
        book.answer(who, min(who.holds))
        return
    if doing == "resend":
        for task in list(who.answered)[:1]:
            book.answer(who, task)
        return
    waiting = book.waits_for(who)
    task = book.ask(who)
    assert (task in waiting) if waiting else (task is None)
    if task is None:
        return
    if doing == "answer":
        book.answer(who, task)
    elif doing == "skip":
        book.skip(who, task)


def keep_on(book: Book, workers: Sequence[Who]) -> None:
    """Everybody finishes what they have in hand and works until there is nothing for them."""
    busy = True
    while busy:
        busy = False
        for who in workers:
            for task in list(who.holds):
                book.answer(who, task)
            task = book.ask(who)
            if task is not None:
                book.answer(who, task)
                busy = True


@given(tasks=st.integers(1, 12), overlap=st.integers(1, 3), needs=STRANDS, events=EVENTS)
@settings(deadline=None, max_examples=150)
def test_every_task_reaches_its_overlap(
    tasks: int, overlap: int, needs: tuple[str, ...], events: list[tuple[int, str, int]]
) -> None:
    book = Book(tasks, overlap, needs)
    wishes = [(), (), ("sight",), (), ("hearing",), (), ("sight", "hearing")]
    workers = [book.join(wish) for wish in wishes]
    for number, doing, hours in events:
        act(book, workers[number], doing, hours)
    book.now += DAY
    steady = [book.join() for _ in range(overlap)]
    keep_on(book, steady)
    assert book.incomplete() == set()
    assert book.most_probes <= MOST_PROBES * 2 * len(needs)


@given(
    tasks=st.integers(1, 30), overlap=st.integers(1, 4), needs=STRANDS,
    events=st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["answer", "put by", "late"]),
                  st.sampled_from([0, 0, DAY, SEASON])), max_size=80,
    ),
)  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_exactly_as_many_workers_as_answers_wanted_are_enough(
    tasks: int, overlap: int, needs: tuple[str, ...], events: list[tuple[int, str, int]]
) -> None:
    book = Book(tasks, overlap, needs)
    workers = [book.join() for _ in range(overlap)]
    for number, doing, hours in events:
        act(book, workers[number % overlap], doing, hours)
    keep_on(book, workers)
    assert book.answers == dict.fromkeys(range(tasks), overlap)


@given(st.integers(1, 60), st.integers(1, 3))
@settings(deadline=None, max_examples=40)
def test_a_worker_who_skipped_everything_does_not_hide_it_from_others(
    tasks: int, overlap: int
) -> None:
    book = Book(tasks, overlap)
    skipper = book.join()
    while (task := book.ask(skipper)) is not None:
        book.skip(skipper, task)
    assert skipper.skipped == set(range(tasks))
    keep_on(book, [book.join() for _ in range(overlap)])
    assert book.incomplete() == set()


def test_a_task_that_everybody_skips_is_not_dealt_for_ever() -> None:
    book = Book(tasks=1, overlap=2)
    asked = 0
    for _ in range(50):
        who = book.join()
        task = book.ask(who)
        if task is not None:
            asked += 1
            book.skip(who, task)
    assert asked == 2 + 3 + 1


class Crowd:
    """Forty workers in a big pool, some of whom walk away and some of these return late."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book = book
        self.chance = random.Random(seed)
        self.workers = [book.join(("sight",) if number % 5 == 0 else ()) for number in range(40)]
        self.away: set[int] = set()

    def step(self) -> None:
        """One of them does something."""
        number = self.chance.randrange(len(self.workers))
        if number not in self.away:
            self.work(number)
        elif self.chance.random() < 0.02:
            self.away.discard(number)
            for task in list(self.workers[number].holds):
                self.book.answer(self.workers[number], task)

    def work(self, number: int) -> None:
        """Answer a task, or skip it, or walk away from it."""
        who = self.workers[number]
        task = self.book.ask(who)
        fate = self.chance.random()
        if task is None:
            return
        if fate < 0.02:
            self.away.add(number)
        elif fate < 0.07:
            self.book.skip(who, task)
        else:
            self.book.answer(who, task)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_hardly_more_answers_are_collected_than_wanted(seed: int) -> None:
    book = Book(tasks=1_500, overlap=3, needs=("", "sight"))
    crowd = Crowd(book, seed)
    for step in range(60_000):
        book.now += step % 20 == 0
        crowd.step()
        if step % 100 == 0 and not book.incomplete():
            break
    assert book.incomplete() == set()
    assert 4_500 - len(book.gone_round()) * 3 <= book.answers.total() <= 4_500 * 1.03
