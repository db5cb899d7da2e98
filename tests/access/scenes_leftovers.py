"""States that no other module of scenes leads to: a missed pattern, a sound in several parts."""

from pathlib import Path
from tempfile import TemporaryDirectory

from app.actions import pools
from tests.access.scenes_tree import SCENES, scene
from tests.access.visit import Visit
from tests.site import CODE, FIELDS, answered, bring
from tests.sounds import sound_pool

__all__ = ["SCENES", "scene"]

SOUND = "long-sound"


@scene
def pattern_missed(visit: Visit) -> None:
    visit.sit().start(FIELDS)
    visit.open(f"/task/{FIELDS}")
    visit.type(CODE, "12-34")
    visit.press("Send answer")


def long_sound(visit: Visit) -> None:
    if SOUND not in pools.slugs(visit.site.parts.store):
        with TemporaryDirectory() as folder:
            bring(visit.site.app, sound_pool(Path(folder), SOUND, 40))
        visit.site.change(SOUND, overlap=500, budget=10_000_000)
    visit.sit().start(SOUND)


@scene
def sound_in_parts(visit: Visit) -> None:
    long_sound(visit)
    visit.open(f"/task/{SOUND}")


@scene
def sound_in_parts_in_light_mode(visit: Visit) -> None:
    long_sound(visit)
    visit.ask("Save-Data", "on")
    visit.open(f"/task/{SOUND}")


@scene
def own_limit_reached(visit: Visit) -> None:
    person = visit.sit()
    person.visit("/settings").form("/settings").choose("10 tasks a day").press()
    page = person.start("spam-or-not", "Until I stop")
    for _ in range(10):
        page = answered(page)
    visit.open("/task/spam-or-not")
