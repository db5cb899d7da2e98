"""Cards that a partner hands out, and self-made cards that take their place."""

from collections.abc import Iterator

import pytest

from app.actions import cards, work
from app.rules.problem import Problem
from app.store.opening import Store
from tests.scenes import SETTINGS, Scene


@pytest.fixture
def scene(database_url: str) -> Iterator[Scene]:
    store = Store(database_url)
    yield Scene(store)
    store.close()


def sit_down(scene: Scene, code: str) -> cards.Seated:
    opening = cards.open_card(scene.store, SETTINGS, code, False, scene.now)
    assert isinstance(opening, cards.Opening)
    seated = cards.seat(scene.store, opening.secret)
    assert seated
    return seated


def self_made(scene: Scene) -> cards.Seated:
    code, _ = cards.make_card(scene.store, SETTINGS, False, scene.now)
    return sit_down(scene, code)


def test_a_self_made_card_enters_a_pool_for_printed_cards_with_an_unused_one(scene: Scene) -> None:
    scene.pool("paid", tasks=3, pay=5, entry="cards")
    printed = cards.print_cards(scene.store, SETTINGS, 1, None, 1000, scene.now).codes[0]
    mine = self_made(scene)
    refused = work.go_on(scene.store, mine, "paid", 0, scene.now)
    assert isinstance(refused, Problem)
    assert refused.code == "pool_wants_printed_card"

    assert cards.join_batch(scene.store, SETTINGS, mine, printed) is None

    assert not isinstance(work.go_on(scene.store, mine, "paid", 0, scene.now), Problem)
    ended = cards.open_card(scene.store, SETTINGS, printed, False, scene.now)
    assert isinstance(ended, Problem)
    assert ended.code == "code_unknown"


def test_a_printed_card_that_has_worked_joins_nobody(scene: Scene) -> None:
    scene.pool("free", tasks=3)
    printed = cards.print_cards(scene.store, SETTINGS, 1, None, None, scene.now).codes[0]
    work.go_on(scene.store, sit_down(scene, printed), "free", 0, scene.now)
    problem = cards.join_batch(scene.store, SETTINGS, self_made(scene), printed)
    assert problem
    assert problem.code == "code_used"
    assert sit_down(scene, printed)


def test_only_a_printed_code_joins(scene: Scene) -> None:
    code, _ = cards.make_card(scene.store, SETTINGS, False, scene.now)
    problem = cards.join_batch(scene.store, SETTINGS, self_made(scene), code)
    assert problem
    assert problem.code == "code_not_printed"


def test_a_card_joins_once(scene: Scene) -> None:
    first, second = cards.print_cards(scene.store, SETTINGS, 2, None, None, scene.now).codes
    mine = self_made(scene)
    assert cards.join_batch(scene.store, SETTINGS, mine, first) is None
    problem = cards.join_batch(scene.store, SETTINGS, mine, second)
    assert problem
    assert problem.code == "card_has_batch"


def test_a_batch_for_one_pool_enters_no_other(scene: Scene) -> None:
    one = scene.pool("one", tasks=3, pay=5, entry="cards")
    scene.pool("two", tasks=3, pay=5, entry="cards")
    printed = cards.print_cards(scene.store, SETTINGS, 1, one, None, scene.now).codes[0]
    seated = sit_down(scene, printed)
    assert not isinstance(work.go_on(scene.store, seated, "one", 0, scene.now), Problem)
    assert isinstance(work.go_on(scene.store, seated, "two", 0, scene.now), Problem)
