"""Every page of a worker's way can be used by everybody: read, enlarged, recoloured, walked."""

from dataclasses import replace

import pytest

from tests.access.checks.every import CHECKS, COLOURED, GLANCES, problems
from tests.access.scenes_voice import SCENES
from tests.access.views import COLOURS, LANGUAGES, PLAIN, ROOMS, View, dealt
from tests.access.visit import Arrive, Visit


def arrive_at(name: str, visit: Visit) -> None:
    """Go the way to a page; it then speaks the language that was asked for."""
    SCENES[name](visit)
    spoken = visit.driver.execute_script("return document.documentElement.lang")
    assert spoken == visit.view.language


@pytest.mark.parametrize("name", SCENES)
def test_a_page_passes_every_check(arrive: Arrive, name: str) -> None:
    visit = arrive(PLAIN)
    arrive_at(name, visit)
    found = problems(visit.driver)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("name", "view"), dealt(SCENES), ids=str)
def test_a_page_can_be_read_in_another_way(arrive: Arrive, name: str, view: View) -> None:
    visit = arrive(view)
    arrive_at(name, visit)
    with view.on(visit.driver):
        found = problems(visit.driver, GLANCES)
    assert not found, "\n".join(found)


@pytest.mark.every
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_a_page_passes_every_check_in_every_way(arrive: Arrive, name: str, language: str) -> None:
    visit = arrive(View(language))
    arrive_at(name, visit)
    found = []
    for colours in COLOURS:
        view = View(language, colours)
        # Some checks set colours and windows of their own, so each is given these anew.
        for check in CHECKS if view.colours == PLAIN.colours else COLOURED:
            with view.on(visit.driver):
                found += [f"{view}: {one}" for one in problems(visit.driver, (check,))]
        for room in ROOMS:
            with replace(view, room=room).on(visit.driver):
                found += [f"{view}-{room}: {one}" for one in problems(visit.driver, GLANCES)]
    assert not found, "\n".join(found)
