"""How a page is looked at: in a language, in colours, and in the room that is left for it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import product

from selenium.webdriver import Chrome

from tests.access.checks.conditions import own_setting, own_style, preference, window
from tests.access.checks.size import SPACING

COLOURS: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {"prefers_color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
# The window, the reader's own style, or what a worker has set.
ROOMS: dict[str, Callable[[Chrome], AbstractContextManager[None]]] = {
    "narrow": lambda driver: window(driver, 320, 640),
    "zoomed": lambda driver: window(driver, 320, 256, 4),
    "spaced": lambda driver: own_style(driver, SPACING),
    "largest": lambda driver: own_setting(driver, "size", "largest"),
    "wide": lambda driver: own_setting(driver, "spacing", "wide"),
}
# Whoever reads Arabic or Spanish here also reads English, as most pools and all tasks have it.
LANGUAGES = {"en": "en", "es": "es, en;q=0.5", "ar": "ar, en;q=0.5"}


@dataclass(frozen=True)
class View:
    """One way to look at a page."""

    language: str = "en"
    colours: str = "light"
    room: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.language, self.colours, self.room)))

    @contextmanager
    def on(self, driver: Chrome) -> Iterator[None]:
        """Show the page that is open in these colours and this room."""
        with ExitStack() as stack:
            if COLOURS[self.colours]:
                stack.enter_context(preference(driver, **COLOURS[self.colours]))
            if self.room:
                stack.enter_context(ROOMS[self.room](driver))
            yield


PLAIN = View()
MIXED = [
    View(language, colours, room)
    for colours, language, room in product(("dark", "forced"), ("es", "ar"), ROOMS)
]


def dealt(names: Iterable[str]) -> list[tuple[str, View]]:
    """Each page with one other view, so that all of them come round."""
    return [(name, MIXED[number % len(MIXED)]) for number, name in enumerate(names)]
