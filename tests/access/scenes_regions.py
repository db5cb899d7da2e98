"""The ways to a task whose answer is marked in the picture: looked at, looked closer, mistaken."""

from tests.access.scenes import LIGHT
from tests.access.scenes_after import open_receipt
from tests.access.scenes_practice import SCENES
from tests.access.scenes_survey import scene
from tests.access.visit import Visit

__all__ = ["SCENES"]

PLACES = "head-and-tail"


@scene
def regions_shown(visit: Visit) -> None:
    visit.sit().start(PLACES)
    visit.open(f"/task/{PLACES}")
    for square in (6, 7):
        visit.choose(square)
    visit.press("Show what is marked")


@scene
def regions_from_closer_by(visit: Visit) -> None:
    visit.sit().start(PLACES)
    visit.open(f"/task/{PLACES}")
    visit.type("region1-typed", "6 11")
    visit.type("region2-typed", "4")
    visit.press("Look closer")


@scene
def regions_from_closest_by(visit: Visit) -> None:
    regions_from_closer_by(visit)
    visit.press("Look closer")


@scene
def regions_none_to_look_at(visit: Visit) -> None:
    visit.sit().start(PLACES)
    visit.open(f"/task/{PLACES}")
    visit.press("Look closer")


@scene
def regions_unclear(visit: Visit) -> None:
    regions_from_closer_by(visit)
    visit.type("region1-typed", "x")
    visit.press("Send answer")


@scene
def regions_in_light_mode(visit: Visit) -> None:
    visit.sit(LIGHT).start(PLACES)
    visit.open(f"/task/{PLACES}")
    visit.choose(1)
    visit.press("Show what is marked")


@scene
def regions_receipt(visit: Visit) -> None:
    form = visit.sit().start(PLACES).form()
    form.tick("7", "Head").press("Send answer")
    open_receipt(visit)


@scene
def regions_changed(visit: Visit) -> None:
    regions_receipt(visit)
    visit.press("Change your answer")


@scene
def several_labels(visit: Visit) -> None:
    visit.sit().start("name-the-picture")
    visit.during(visit.site.terms("name-the-picture", several=True))
    visit.open("/task/name-the-picture")


@scene
def several_labels_problem(visit: Visit) -> None:
    several_labels(visit)
    visit.press("Send answer")
