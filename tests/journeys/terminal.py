"""Text browsers, used as a person uses them: read, move, choose, type, press."""

import shutil
import time
from pathlib import Path

import pytest

from tests.journeys.screen import Place, Screen, Span, spaced

UP_TO = 200  # stops of one page
DRAWN_WITHIN = 3  # seconds, on a busy machine
BOX = r"[(\[].[)\]]"
# What follows a label: the end of its line, another box, or a gap.
END = r"(?=\s*(?:\n|$|[(\[])|\s{2})"
ENTER, TAB, DOWN, CLEAR = "\r", "\t", "\x1b[B", "\x15"


class TextBrowser:
    """What a person does in any browser of text; each browser has its own keys for it."""

    program = ""
    options: tuple[str, ...] = ()
    top = ""  # the keys that lead to the top of the page, to its end, and to the stop before
    end = ""
    before = ""
    back_key = ""

    def __init__(self, home: Path) -> None:
        found = shutil.which(self.program)
        if not found:
            pytest.fail(f"{self.program} is missing: run tests/setup/tools", pytrace=False)
        self._command = [found, *self.options]
        self._home = home
        self._screen: Screen | None = None

    @property
    def screen(self) -> Screen:
        """The terminal; there is one as soon as an address was opened."""
        assert self._screen, "no address was opened yet"
        return self._screen

    @property
    def text(self) -> str:
        """What the page shows."""
        return self.screen.text

    def open(self, address: str) -> "TextBrowser":
        """Open an address: the first one starts the browser."""
        if self._screen is None:
            self._screen = Screen([*self._command, address], self._home, **self.environment())
            self._screen.rest(0.4)
        else:
            self.go(address)
        return self

    def environment(self) -> dict[str, str]:
        """What the browser's environment needs besides."""
        return {}

    def go(self, address: str) -> None:
        """Type an address into the running browser."""
        raise NotImplementedError

    def shows(self, words: str) -> bool:
        """Whether the words can be read, over the ends of lines too."""
        return bool(self.screen.find(spaced(words)))

    def expect(self, *words: str, seconds: float = 10) -> "TextBrowser":
        """Wait until all these words can be read."""
        end = time.monotonic() + seconds
        while not all(map(self.shows, words)):
            assert time.monotonic() < end, f"{self.program} shows no {words}:\n{self.text}"
            self.screen.rest(0.1)
        return self

    def press(self, words: str) -> "TextBrowser":
        """Press the link or button of these words."""
        found = self._pressable(words)
        end = time.monotonic() + DRAWN_WITHIN
        while not found and time.monotonic() < end:
            self.screen.rest(0.1)
            found = self._pressable(words)
        step = TAB
        if not found:
            # The page is longer than the terminal.
            self.screen.send(self.end, 0.3)
            found, step = self._pressable(words), self.before
        # The cursor stands on the first letter or a little before it.
        self._move([((y, x - 2), end) for (y, x), end in found], words, step)
        return self._leave(ENTER)

    def back(self) -> "TextBrowser":
        """Go back to the page before."""
        return self._leave(self.back_key)

    def choose(self, label: str) -> "TextBrowser":
        """Choose a radio button, or tick a box, by its label."""
        self._move([((y, x - 1), (y, x + 2)) for y, x in self._boxes(label)], label)
        self.screen.send(ENTER)
        return self

    tick = choose

    def chosen(self, label: str) -> bool:
        """Whether a radio button or box is ticked."""
        boxes = self._boxes(label)
        assert boxes, f"no choice “{label}”:\n{self.text}"
        return any(self.screen.letter((y, x + 1)) != " " for y, x in boxes)

    def type(self, label: str, words: str) -> "TextBrowser":
        """Type into the field after its label."""
        self._to_field(label)
        self._type(words)
        return self

    def attach(self, label: str, file: Path) -> "TextBrowser":
        """Type the name of a file into the field after its label."""
        return self.type(label, str(file))

    def write(self, label: str, words: str) -> "TextBrowser":
        """Type several lines into the field after its label."""
        self._to_field(label)
        self._write(words)
        return self

    def pick(self, label: str, option: str) -> "TextBrowser":
        """Pick a line of the list after its label."""
        self._to_field(label)
        self.screen.send(ENTER, 0.2)
        for _ in range(UP_TO):
            row, _column = self.screen.cursor
            if any(start[0] == row for start, _ in self.screen.find(spaced(option))):
                self.screen.send(ENTER, 0.2)
                return self
            self.screen.send(DOWN)
        raise AssertionError(f"no line “{option}”:\n{self.text}")

    def close(self) -> None:
        """Leave the browser."""
        if self._screen:
            self._screen.close()

    def _pressable(self, words: str) -> list[Span]:
        found = self.screen.find(rf"(?<!\w){spaced(words)}(?!\w)")
        return [span for span in found if self.screen.stands_out(span)]

    def _boxes(self, label: str) -> list[Place]:
        after = self.screen.find(rf"{BOX}\s*{spaced(label)}{END}")
        before = self.screen.find(rf"(?<!\w){spaced(label)}:? *{BOX}")
        return [start for start, _ in after] or [(y, x - 2) for _, (y, x) in before]

    def _type(self, words: str) -> None:
        raise NotImplementedError

    def _write(self, words: str) -> None:
        raise NotImplementedError

    def _to_field(self, label: str) -> None:
        labels = self.screen.find(rf"(?<!\w){spaced(label)}(?!\w)")
        assert labels, f"no label “{label}”:\n{self.text}"
        self._move([(labels[-1][1], (10**6, 0))], label)

    def _move(self, spots: list[Span], words: str, step: str = TAB) -> None:
        """Go to the first stop of the keyboard within one of the spots."""
        assert spots, f"“{words}” is not on the page:\n{self.text}"
        if step == TAB and self.screen.cursor > min(start for start, _ in spots):
            self.screen.send(self.top)
        visited: set[Place] = set()
        # At its end the browser stays where it is, or goes round.
        while (here := self.screen.cursor) not in visited:
            if any(start <= here <= end for start, end in spots):
                return
            visited.add(here)
            self.screen.send(step)
            if self.screen.cursor == here:
                self.screen.rest(0.3)  # on a busy machine the browser may still be at it
        raise AssertionError(f"“{words}” cannot be reached by Tab:\n{self.text}")

    def _leave(self, key: str) -> "TextBrowser":
        before, end = self.text, time.monotonic() + 3
        self.screen.send(key)
        while self.text == before and time.monotonic() < end:
            self.screen.rest(0.05)
        self.screen.rest(0.2)
        return self
