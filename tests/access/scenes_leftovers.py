"""States that no other module of scenes leads to: a text that does not fit its pattern."""

from tests.access.scenes_tree import SCENES, scene
from tests.access.visit import Visit
from tests.site import CODE, FIELDS

__all__ = ["SCENES"]


@scene
def pattern_missed(visit: Visit) -> None:
    visit.sit().start(FIELDS)
    visit.open(f"/task/{FIELDS}")
    visit.type(CODE, "12-34")
    visit.press("Send answer")
