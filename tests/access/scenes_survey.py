"""The ways to the pages of a survey."""

from tests.access.scenes_after import open_receipt
from tests.access.scenes_problem import SCENES, scene
from tests.access.visit import Visit
from tests.site import SURVEY

__all__ = ["SCENES", "scene"]

# The places of these choices on the first page.
A_SCREEN_READER, OFTEN_SLOW = 7, 16


@scene
def survey_first_page(visit: Visit) -> None:
    visit.sit().start(SURVEY)
    visit.open(f"/task/{SURVEY}")


@scene
def survey_second_page(visit: Visit) -> None:
    survey_first_page(visit)
    visit.choose(OFTEN_SLOW)
    visit.press("Next")


@scene
def survey_problem(visit: Visit) -> None:
    survey_second_page(visit)
    visit.type("minutes", "2..5")
    visit.press("Next")


@scene
def survey_last_page(visit: Visit) -> None:
    survey_first_page(visit)
    visit.choose(A_SCREEN_READER)
    visit.press("Next")


@scene
def survey_back(visit: Visit) -> None:
    survey_problem(visit)
    visit.press("Back")


@scene
def survey_receipt(visit: Visit) -> None:
    page = visit.sit().start(SURVEY).form().choose("Good most").press("Next")
    page.form().fill("What should", "Less to load.").press("Send answer")
    open_receipt(visit)


@scene
def survey_change(visit: Visit) -> None:
    survey_receipt(visit)
    visit.press("Change your answer")
