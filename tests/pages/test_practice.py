"""Practice: offered and never forced, one press away, paid like any task."""

from datetime import UTC, datetime

from app.actions import cards
from tests.pages.school import DIFFERENT, OFFER, OTHERS, THE_SAME, practise, spent
from tests.pages.site import Site, answer, open_card, press
from tests.practice import WHY
from tests.reader import Reader


def test_the_pool_says_before_the_start_what_practice_is(
    practised: list[int], worker: Reader
) -> None:
    page = worker.visit("/pools/spam")
    for words in (OFFER, "Each of them is paid like any task, once.", OTHERS):
        assert words in page.text
    assert "You can pass it over and do it later." in page.text
    assert "3 tasks" in page.text
    assert page.form("/pools/spam").buttons == ["Start with practice", "Start without practice"]


def test_a_pool_without_known_answers_says_nothing_of_them(worker: Reader) -> None:
    page = worker.visit("/pools/spam")
    assert "ractice" not in page.text
    assert "already known" not in page.text
    assert page.form("/pools/spam").buttons == ["Start"]


def test_a_voluntary_pool_says_nothing_of_pay(
    site: Site, practised: list[int], worker: Reader
) -> None:
    site.set_pool(pay=0, currency="")
    page = worker.visit("/pools/spam")
    assert OFFER in page.text
    assert "is paid" not in page.text
    done = answer(practise(worker), "Not spam")
    assert "The known answer is different." in done.text
    assert "pay." not in done.text


def test_practice_is_said_on_its_task_and_explained_after_a_wrong_answer(
    site: Site, practised: list[int], worker: Reader
) -> None:
    page = practise(worker)
    assert page.title.startswith("Practice task 1 of 2")
    assert page.h1 == "Practice task 1 of 2"
    assert "This is practice. You see the known answer after yours." in page.text
    assert page.form("Send answer").buttons == [
        "Send answer", "Pass over this practice", "Save for later", "Stop",
    ]  # fmt: skip
    assert WHY not in page.text
    done = answer(page, "Not spam")
    assert done.path.startswith("/receipts/")
    for words in (DIFFERENT, WHY, "Message 0", "Known answer", "Your answer", "Pay: €0.05"):
        assert words in done.text
    assert spent(site) == 5


def test_a_right_answer_is_said_in_the_same_way(practised: list[int], worker: Reader) -> None:
    done = answer(practise(worker), "Spam")
    assert THE_SAME in done.text
    assert WHY in done.text
    assert DIFFERENT not in done.text


def test_from_one_practice_task_to_the_next_and_on_to_the_others(
    site: Site, practised: list[int], worker: Reader
) -> None:
    first = answer(practise(worker))
    second = first.form("/task/spam").press("Next practice task")
    assert second.h1 == "Practice task 2 of 2"
    done = answer(second)
    assert done.form("/task/spam").buttons == ["Go on to the tasks"]
    task = press(done, "Go on to the tasks")
    # The worker's own number counts the tasks that are no practice.
    assert task.h1 == "Task 1 of 3"
    assert worker.visit("/pools/spam").form("/pools/spam").buttons == ["Start"]
    assert spent(site) == 10
    for _ in range(3):
        task = answer(task)
    assert task.h1 == "You did 3 tasks"
    assert "You earned €0.25." in task.text


def test_starting_without_practice_is_one_press_and_keeps_it_for_later(
    practised: list[int], worker: Reader
) -> None:
    form = worker.visit("/pools/spam").form("/pools/spam")
    task = form.press("Start without practice")
    assert task.h1 == "Task 1 of 3"
    mine = worker.visit("/mine")
    assert "Practice for “Is this spam?”: 2 tasks left" in mine.text
    page = mine.link("Practice for").follow()
    assert "You have not done this one yet." in page.text
    assert WHY not in page.text
    assert press(page, "Next practice task").h1 == "Practice task 1 of 2"


def test_an_old_form_starts_without_practice(practised: list[int], worker: Reader) -> None:
    form = worker.visit("/pools/spam").form("/pools/spam")
    sent = {name: value for name, value in form.pairs() if name != "do"}
    begun = worker.open("/pools/spam", method="POST", data=sent)
    assert (begun.status_code, begun.headers["Location"]) == (303, "/task/spam")
    assert worker.visit("/task/spam").h1 == "Task 1 of 3"


def test_practice_that_is_passed_over_comes_again_after_the_others(
    site: Site, practised: list[int], worker: Reader
) -> None:
    page = press(practise(worker), "Pass over this practice")
    assert "You passed over a practice task. You can do it later." in page.text
    assert page.title.startswith("Passed over. Practice")
    second = press(page, "Next practice task")
    assert second.h1 == "Practice task 2 of 2"
    answer(second)
    assert spent(site) == 5
    first = press(worker.visit("/practice/spam"), "Next practice task")
    assert first.h1 == "Practice task 1 of 2"
    answer(first)
    assert spent(site) == 10


def test_practice_that_is_saved_keeps_what_was_chosen(practised: list[int], worker: Reader) -> None:
    page = practise(worker).form("Send answer").choose("Not spam").press("Save for later")
    assert page.title.startswith("Saved. Practice")
    assert "Saved for later. You find it in My work." in page.text
    press(page, "Go on to the tasks")
    opened = press(worker.visit("/mine"), "Open saved task 1")
    assert opened.h1 == "Practice task 1 of 2"
    assert ("answer.verdict", "Not spam") in opened.form("Send answer").pairs()


def test_stopping_in_practice_leaves_the_task_in_hand(practised: list[int], worker: Reader) -> None:
    mine = press(practise(worker), "Stop")
    assert press(mine, "Go on with").h1 == "Practice task 1 of 2"
    # Whoever then wants the other tasks gets them.
    form = worker.visit("/pools/spam").form("/pools/spam")
    assert form.press("Start without practice").h1 == "Task 1 of 3"


def test_a_pool_without_money_offers_no_practice(
    site: Site, practised: list[int], worker: Reader
) -> None:
    form = worker.visit("/pools/spam").form("/pools/spam")
    site.set_pool(budget=4)
    page = worker.visit("/pools/spam")
    assert "This pool has no money left for new tasks." in page.text
    assert not [button for button in page.every("button") if "ractice" in page.name(button)]
    late = form.press("Start with practice")
    assert "This pool has no money left for new tasks." in late.text
    assert site.rows("hold") == []


def test_who_sits_nowhere_is_asked_for_a_card(practised: list[int], browser: Reader) -> None:
    assert browser.open("/practice/spam").headers["Location"] == "/card"
    assert browser.open("/practice/nothing").headers["Location"] == "/card"


def test_a_card_at_its_cap_is_told_that_no_pay_can_be_promised(
    site: Site, practised: list[int], browser: Reader
) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    (code,) = cards.print_cards(site.parts.store, site.settings, 1, None, 5, now).codes
    open_card(browser, code)
    done = answer(practise(browser))
    told = press(done, "Next practice task")
    assert "No money is left to promise for practice now." in told.text
    assert spent(site) == 5
