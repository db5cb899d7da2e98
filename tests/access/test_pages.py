"""Every page of a worker's way can be used by everybody: read, enlarged, recoloured, walked."""

import pytest

from tests.access.checks.conditions import preference
from tests.access.checks.every import CHECKS, every_problem
from tests.access.scenes_after import SCENES
from tests.access.visit import Visit
from tests.browser import accessibility_problems

COLOURS = {"dark": {"prefers_color_scheme": "dark"}, "forced": {"forced_colors": "active"}}


@pytest.mark.parametrize("name", SCENES)
def test_a_page_passes_every_check(visit: Visit, name: str) -> None:
    SCENES[name](visit)
    found = every_problem(visit.driver)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", SCENES)
def test_a_page_can_be_read_in_the_dark(visit: Visit, name: str) -> None:
    SCENES[name](visit)
    with preference(visit.driver, **COLOURS["dark"]):
        found = accessibility_problems(visit.driver)
    assert not found, "\n".join(found)


@pytest.mark.every
@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("name", SCENES)
def test_a_page_passes_every_check_in_other_colours(visit: Visit, name: str, colours: str) -> None:
    SCENES[name](visit)
    found = []
    # Some checks set colours of their own, so each is given these anew.
    for check in CHECKS:
        with preference(visit.driver, **COLOURS[colours]):
            found += [f"{check.__name__}: {problem}" for problem in check(visit.driver)]
    assert not found, "\n".join(found)
