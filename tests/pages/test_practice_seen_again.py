"""Practice after it is done: explained, seen again, done again, and never paid twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.kinds.ask import Words
from app.pages.worker import pools, practice, task_page
from tests.pages.school import DIFFERENT, THE_SAME, practise, spent
from tests.pages.site import WORDS, Site, answer, make_card, press
from tests.practice import WHY, know
from tests.reader import Reader

ARABIC = Words(
    "ar", "هل هذه رسالة مزعجة؟", "ليقرأ الناس أقل منها.", "المكتبة",
    ("قراءة الرسالة.",), "هل هي مزعجة؟", ("مزعجة", "ليست مزعجة"),
)  # fmt: skip


def test_practice_that_is_done_again_is_neither_kept_nor_paid(
    site: Site, practised: list[int], worker: Reader
) -> None:
    done = answer(practise(worker), "Not spam")
    again = done.link("Do this one again, without pay").follow()
    assert again.h1 == "Practice task 1 of 2"
    assert "It is not paid again." in again.text
    assert ("answer.verdict", "Not spam") not in again.form("Send answer").pairs()
    missing = again.form("Send answer").send("Send answer", browser_checks=False)
    assert missing.status_code == 422
    shown = missing.page.form("Send answer").choose("Spam").press("Send answer")
    assert shown.title.startswith("Done. Practice again")
    assert THE_SAME in shown.text
    assert "Your first answer stays, and so does its pay." in shown.text
    same = shown.link("Do this one again").follow().form("Send answer").choose("Not spam").press()
    assert "You did this one again. Nothing new is kept." in same.text
    assert spent(site) == 5
    assert [row["value"] for row in site.rows("answer")] == [{"verdict": "Not spam"}]
    assert len(site.rows("receipt")) == 1


def test_a_practice_answer_that_is_sent_twice_counts_once(
    site: Site, practised: list[int], worker: Reader
) -> None:
    form = practise(worker).form("Send answer").choose("Spam")
    first, second = form.send("Send answer"), form.send("Send answer")
    assert first.headers["Location"] == second.headers["Location"]
    assert spent(site) == 5


def test_the_receipt_shows_the_known_answer_again(practised: list[int], worker: Reader) -> None:
    done = answer(practise(worker), "Not spam")
    number = done.path.rpartition("/")[2]
    found = worker.visit(f"/receipts?number={number}")
    assert found.path == done.path
    for words in (DIFFERENT, WHY, "Message 0"):
        assert words in found.text
    # Its answer is no longer changed: the known one was shown.
    assert "Change your answer" not in found.text


def test_the_recap_shows_what_was_done_and_asks_nothing(
    site: Site, practised: list[int], worker: Reader
) -> None:
    answer(practise(worker), "Not spam")
    page = worker.visit("/pools/spam")
    assert "You did 1 of 2." in page.text
    recap = page.link("See the practice again").follow()
    assert recap.h1 == "Practice"
    for words in ("Practice task 1", "Message 0", DIFFERENT, WHY, "Reading them again is not paid"):
        assert words in recap.text
    assert recap.text.count(WHY) == 1
    assert "Message 1" not in recap.text
    assert recap.form("/task/spam").buttons == ["Next practice task", "Go on to the tasks"]
    assert spent(site) == 5


def test_whoever_comes_back_after_a_week_is_told(
    practised: list[int], worker: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(practise(worker))
    week = "Your last day here was a week ago or more."
    assert week not in worker.visit("/pools/spam").text
    at = practice.now() + timedelta(days=7)
    monkeypatch.setattr(pools, "now", lambda: at)
    page = worker.visit("/pools/spam")
    assert week in page.text
    assert page.form("/pools/spam").buttons[0] == "Start with practice"


def test_a_reload_after_practice_shows_practice_and_no_end_of_work(
    practised: list[int], worker: Reader
) -> None:
    answer(practise(worker))
    assert worker.visit("/task/spam").path == "/practice/spam"


def test_a_known_answer_that_most_do_not_give_is_shown_no_more(
    site: Site, practised: list[int]
) -> None:
    pages = []
    for _ in range(5):
        browser = site.browser()
        make_card(browser)
        pages.append(answer(practise(browser), "Not spam"))
    assert DIFFERENT in pages[0].text
    looked_at = "The known answer to this task is being looked at."
    assert looked_at in pages[-1].text
    assert WHY not in pages[-1].text
    assert "This does not change your pay." in pages[-1].text
    new = site.browser()
    make_card(new)
    assert "1 task is for practice." in new.visit("/pools/spam").text
    assert practise(new).h1 == "Practice task 1 of 1"
    assert spent(site) == 25


def test_practice_is_explained_in_the_readers_language(site: Site) -> None:
    pool = site.pool("mixed", words=WORDS, translated=[ARABIC])
    know(site.parts.store, pool, practice=1, explains={"ar": "إنها تبيع شيئًا."})
    browser = site.browser()
    browser.visit("/settings").form("/settings").choose("العربية").press()
    make_arabic_card(browser)
    page = browser.visit("/pools/mixed").form("/pools/mixed").press("البدء بالتدريب")
    done = page.form("إرسال الإجابة").choose("ليست مزعجة").press("إرسال الإجابة")
    assert "الإجابة المعروفة مختلفة" in done.text
    assert "إنها تبيع شيئًا." in done.text
    assert WHY not in done.text


def make_arabic_card(browser: Reader) -> None:
    browser.visit("/card/new").form("/card/new").press()


def test_an_explanation_in_another_language_is_marked(site: Site) -> None:
    pool = site.pool("mixed", words=WORDS, translated=[ARABIC])
    know(site.parts.store, pool, practice=1)
    browser = site.browser()
    browser.visit("/settings").form("/settings").choose("العربية").press()
    make_arabic_card(browser)
    page = browser.visit("/pools/mixed").form("/pools/mixed").press("البدء بالتدريب")
    done = page.form("إرسال الإجابة").choose("مزعجة").press("إرسال الإجابة")
    (why,) = [node for node in done.every("dd") if node.words == WHY]
    assert (why.get("lang"), why.get("dir")) == ("en", "ltr")


def test_hidden_material_stays_hidden_after_practice_too(
    site: Site, practised: list[int], worker: Reader
) -> None:
    site.set_pool(hide=True)
    page = practise(worker)
    assert "Message 0" not in page.text
    assert "You can skip it instead" in page.text
    done = answer(page)
    # What was sent can no longer be skipped.
    assert "You can skip it instead" not in done.text
    assert WHY in done.text
    assert "Message 0" not in done.text
    assert "Message 0" in done.link("Show the message").follow().text
    recap = worker.visit("/practice/spam")
    assert "Message 0" not in recap.text
    assert "Message 0" in recap.link("Show the message").follow().text


def test_several_fields_are_compared_as_one(site: Site) -> None:
    words = replace(WORDS, title="Find it", question="Where is it?", choices=())
    pool = site.pool("web", "web_search", rows=[{"text": "A", "about": ""}] * 3, words=words)
    know(site.parts.store, pool, 1, answer={"link": "https://ku.ac.ke/", "answer": "", "found": ""})
    browser = site.browser()
    make_card(browser)
    assert practise(browser, "web").h1 == "Practice task 1 of 1"


def test_another_cards_practice_is_not_shown(site: Site, practised: list[int]) -> None:
    one, other = site.browser(), site.browser()
    for each in (one, other):
        make_card(each)
    address = answer(practise(one)).path
    assert other.open(address).status_code == 404
    practise(other)
    assert WHY not in other.visit("/practice/spam").text


def test_the_first_task_after_a_week_leads_to_the_practice(
    practised: list[int], worker: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "See the practice again"
    done = answer(practise(worker))
    assert words not in press(done, "Go on to the tasks").text
    for days, shown in ((6, False), (7, True)):
        at = practice.now() + timedelta(days=days)
        with monkeypatch.context() as later:
            later.setattr(task_page, "now", lambda at=at: at)
            assert (words in worker.visit("/task/spam").text) == shown
