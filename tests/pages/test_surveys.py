"""A survey as its worker walks it: page by page, back, to its end, and changed when sent."""

import pytest

from tests.pages.site import Site, press, start
from tests.pages.survey_pages import (
    first,
    last,
    latest,
    lay_survey,
    second,
    third,
    values,
    walk,
    whole_answer,
)
from tests.reader import Reader

pytestmark = pytest.mark.usefixtures("survey")


def test_a_whole_way(worker: Reader, site: Site) -> None:
    page = start(worker, "survey")
    assert page.h1 == "Task 1 of 3, page 1"
    assert "About the library." in page.text
    assert [node.words for node in page.every("h2")] == ["You"]
    assert "screen reader" not in page.markup
    assert page.form("Next").buttons == ["Next", "Skip", "Save for later", "Stop"]
    page = first(page)
    assert (page.h1, page.title) == (
        "Task 1 of 3, page 2",
        "Task 1 of 3, page 2 – A survey",
    )
    assert page.form("Next").buttons == ["Next", "Back", "Skip", "Save for later", "Stop"]
    page = third(second(page))
    assert page.h1 == "Task 1 of 3, page 4"
    assert page.form().buttons[:2] == ["Send answer", "Back"]
    sent = last(page)
    assert sent.title == "Sent. Task 2 of 3, page 1 – A survey"
    assert "Your last answer has receipt" in sent.text
    assert values(site) == [whole_answer()]
    assert site.rows("draft") == []
    receipt = latest(worker)
    for words in ("Who are you?\nAdult", "Which one?\nOrca", "How many hours a day?\n2.5"):
        assert words in receipt.text


def test_a_page_that_hangs_on_an_answer_is_left_out_and_so_is_what_was_typed_on_it(
    worker: Reader, site: Site
) -> None:
    page = third(second(first(start(worker, "survey"))))
    page = press(press(page, "Back"), "Back")
    assert page.form().chosen() == ["Yes"]
    page = second(page, "No")
    assert page.h1 == "Task 1 of 3, page 3"
    last(page, "", "")
    (value,) = values(site)
    assert value == {"who": "Adult", "reader": "No", "hours": "", "wish": ""}
    receipt = latest(worker)
    assert "Which one?" not in receipt.text
    assert receipt.text.count("Left empty") == 2


def test_what_was_typed_on_a_page_that_was_left_out_is_there_when_it_is_asked_again(
    worker: Reader,
) -> None:
    page = third(second(first(start(worker, "survey"))))
    page = second(press(press(page, "Back"), "Back"), "No")
    page = second(press(page, "Back"), "Yes")
    assert page.form().value("Which one?") == "Orca"


def test_next_checks_its_page_and_back_does_not(worker: Reader) -> None:
    page = start(worker, "survey")
    missing = page.form().press("Next")
    assert missing.status == 422
    assert missing.title.startswith("Error: Task 1 of 3, page 1")
    assert "Choose one of the answers." in missing.text
    page = third(second(first(missing)))
    wrong = last(page, "many")
    assert wrong.status == 422
    assert "How many hours a day?: “many” is no number." in wrong.text
    assert wrong.form().value("What do you wish for?") == "Less to load"
    back = press(wrong, "Back")
    assert (back.status, back.h1) == (200, "Task 1 of 3, page 3")
    assert third(back).form().value("How many hours a day?") == "many"


def test_a_ticked_answer_can_be_taken_away_again(worker: Reader, site: Site) -> None:
    page = second(first(start(worker, "survey")))
    back = press(page, "Back")
    page = second(back, "No answer")
    last(page)
    assert values(site)[0]["reader"] == ""


def test_an_answer_is_changed_on_the_same_pages(worker: Reader, site: Site) -> None:
    walk(start(worker, "survey"))
    page = latest(worker).link("Change your answer").follow()
    assert page.h1 == "Change your answer, page 1"
    assert page.form().chosen() == ["Adult"]
    assert page.form().buttons == ["Next"]
    page = page.form().choose("Child").press("Next")
    assert page.h1 == "Change your answer, page 2"
    page = page.form().press("Next").form().press("Next")
    form = page.form()
    assert form.value("How many hours a day?") == "2.5"
    assert values(site) == [whole_answer()]
    changed = form.press("Send the change")
    assert "Your answer is sent." in changed.text
    assert values(site) == [whole_answer(who="Child")]
    assert site.rows("draft") == []


def test_a_change_with_a_mistake_stays_a_change(worker: Reader, site: Site) -> None:
    walk(start(worker, "survey"))
    page = latest(worker).link("Change your answer").follow()
    page = page.form().press("Next").form().press("Next")
    wrong = page.form().fill("Which one?", "").press("Next")
    assert (wrong.status, wrong.h1) == (422, "Change your answer, page 3")
    mended = wrong.form().fill("Which one?", "NVDA").press("Next")
    mended.form().press("Send the change")
    assert values(site) == [whole_answer(which="NVDA")]


def test_numbers_typed_in_one_language_are_the_same_in_another(worker: Reader, site: Site) -> None:
    page = third(second(first(start(worker, "survey"))))
    back = page.form().fill("How many hours a day?", "1,234.5").press("Back")
    assert back.h1.endswith("page 3")
    page = worker.visit("/task/survey", headers={"Accept-Language": "es"})
    form = page.form()
    spanish = form.send("Siguiente", follow_redirects=False)
    assert spanish.status_code == 303
    page = worker.visit("/task/survey", headers={"Accept-Language": "es"})
    assert page.form().value("¿Cuántas horas al día?") == "1234,5"
    page.form().send("Enviar respuesta")
    assert values(site)[0]["hours"] == "1234.5"


def test_a_last_page_that_may_not_come_ends_on_a_page_of_its_own(
    worker: Reader, site: Site
) -> None:
    lay_survey(site, "short", 3)
    page = second(first(start(worker, "short")), "No")
    assert page.h1 == "Task 1 of 3, page 3"
    assert "There are no more questions." in page.text
    assert page.form().buttons[:2] == ["Send answer", "Back"]
    back = press(page, "Back")
    assert back.form().chosen() == ["No"]
    # Text browsers may send a form without a button.
    form = {name: text for name, text in back.form().pairs() if name != "do"}
    worker.post("/task/short", data=form)
    page = worker.visit("/task/short")
    assert page.h1 == "Task 1 of 3, page 3"
    page.form().press("Send answer")
    assert values(site) == [{"who": "Adult", "reader": "No"}]


def test_a_survey_of_one_page_is_like_any_other_task(worker: Reader, site: Site) -> None:
    lay_survey(site, "tiny", 1)
    page = start(worker, "tiny")
    assert page.h1 == "Task 1 of 3"
    page.form().choose("Child").press("Send answer")
    assert values(site) == [{"who": "Child"}]


def test_a_known_number_of_pages_is_said(worker: Reader, site: Site) -> None:
    lay_survey(site, "two", 2)
    assert start(worker, "two").h1 == "Task 1 of 3, page 1 of 2"


def test_the_pool_says_that_own_words_can_give_a_person_away(worker: Reader, site: Site) -> None:
    told = "A long text can give its writer away."
    assert told in worker.visit("/pools/survey").text
    lay_survey(site, "choices", 2)
    assert told not in worker.visit("/pools/choices").text


def test_whoever_reads_spanish_walks_it_in_spanish(worker: Reader, site: Site) -> None:
    spanish = {"Accept-Language": "es"}
    start(worker, "survey")
    page = worker.visit("/task/survey", headers=spanish)
    assert page.h1 == "Tarea 1 de 3, página 1"
    assert [node.words for node in page.every("h2")] == ["Tú"]
    page.form().choose("Menor").send("Siguiente")
    worker.visit("/task/survey", headers=spanish).form().choose("Sí").send("Siguiente")
    page = worker.visit("/task/survey", headers=spanish)
    assert "¿Cuál?" in page.text
    assert page.form().buttons[:2] == ["Siguiente", "Atrás"]
    page.form().fill("¿Cuál?", "NVDA").send("Siguiente")
    worker.visit("/task/survey").form().press("Send answer")
    assert values(site) == [
        {"who": "Child", "reader": "Yes", "which": "NVDA", "hours": "", "wish": ""}
    ]
