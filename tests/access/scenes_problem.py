"""The ways to a report of what is in the way on this site, and to its answer."""

from datetime import UTC, datetime

from app.actions import saying
from tests.access.scenes import SCENES, scene
from tests.access.visit import Visit

__all__ = ["SCENES", "scene"]


@scene
def problem_missing(visit: Visit) -> None:
    visit.open("/problem")
    visit.press("Send the report")


def look_up(visit: Visit, number: int) -> None:
    visit.open("/problem")
    visit.type("number", str(number))
    visit.press("Look up the report")


@scene
def problem_unknown_number(visit: Visit) -> None:
    look_up(visit, 12)


@scene
def problem_sent(visit: Visit) -> None:
    visit.open("/problem?page=/pools")
    visit.type("barrier", "The picture has no words.")
    visit.press("Send the report")


@scene
def problem_answered(visit: Visit) -> None:
    store, now = visit.site.parts.store, datetime.now(UTC)
    sent = saying.report_barrier(store, "", "/pools", "The picture has no words.", now)
    assert saying.answer_barrier(store, sent.number, "It has words now.") is None
    look_up(visit, sent.number)
