"""A terminal that shows a program, and finds words on its screen as eyes do."""

import codecs
import os
import pty
import re
import select
import subprocess
import termios
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pyte

# The longest page stands on it at once; w3m uses no more than 200 rows, so its lines are long.
ROWS, COLUMNS = 200, 180
# pyte drops the words after a mark of direction. Both browsers give it a cell of its own.
MARKS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x2066, 0x206A)), " ")
Place = tuple[int, int]
Span = tuple[Place, Place]


class Screen:
    """A program in a terminal of its own, with a home of its own."""

    def __init__(self, command: list[str], home: Path, **environment: str) -> None:
        self._cells = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._cells)
        self._letters = codecs.getincrementaldecoder("utf-8")("replace")
        # Nothing of the user's own settings is read or changed.
        own = {
            "HOME": str(home),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            # What pyte speaks: of xterm it does not know how to repeat a letter.
            "TERM": "linux",
            "LC_ALL": "C.UTF-8",
            "TMPDIR": str(home),
            "no_proxy": "*",
        }
        self._keys, terminal = pty.openpty()
        termios.tcsetwinsize(terminal, (ROWS, COLUMNS))
        # Not pty.fork: to fork is unsafe while a server of the test runs in a thread.
        self._program = subprocess.Popen(
            ["setsid", "--ctty", "--wait", *command],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=own | environment,
        )
        os.close(terminal)

    def send(self, keys: str, quiet: float = 0.06) -> None:
        """Press keys, and wait until the screen has been still for a while."""
        os.write(self._keys, keys.encode())
        self.rest(quiet)

    def rest(self, quiet: float = 0.2, most: float = 5) -> None:
        """Wait until nothing has changed for so many seconds."""
        end = time.monotonic() + most
        while time.monotonic() < end and select.select([self._keys], [], [], quiet)[0]:
            try:
                came = self._letters.decode(os.read(self._keys, 65536))
            except OSError:  # the program has ended
                return
            self._stream.feed(came.translate(MARKS))

    def close(self) -> None:
        """End the program, as a closed window does."""
        os.close(self._keys)
        try:
            self._program.wait(3)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()

    @property
    def cursor(self) -> Place:
        """The row and the column of the cursor."""
        return self._cells.cursor.y, self._cells.cursor.x

    @property
    def text(self) -> str:
        """What stands on the screen, without empty lines at its end."""
        lines = ["".join(cell for _, cell in self._row(y)).rstrip() for y in range(ROWS)]
        return "\n".join(lines).rstrip()

    def letter(self, place: Place) -> str:
        """What stands at a place."""
        return self._cells.buffer[place[0]][place[1]].data

    def stands_out(self, span: Span) -> bool:
        """Whether just these letters look other than those around them, as links do."""
        (top, left), (bottom, right) = span
        looks = self._look(top, left)
        around = (self._look(top, left - 1), self._look(bottom, right + 1))
        return looks == self._look(bottom, right) and looks not in around

    def find(self, pattern: str) -> list[Span]:
        """Where a pattern begins and ends, over the ends of lines too."""
        letters, places = [], []
        for y in range(ROWS):
            cells = [(x, cell) for x, cell in self._row(y) if cell]
            width = len("".join(cell for _, cell in cells).rstrip())
            for x, cell in cells[:width]:
                letters.append(cell[0])
                places.append((y, x))
            letters.append("\n")
            places.append((y, COLUMNS))
        matches = re.finditer(pattern, "".join(letters))
        return [(places[m.start()], places[max(m.start(), m.end() - 1)]) for m in matches]

    def _look(self, y: int, x: int) -> tuple[object, ...]:
        cell = self._cells.buffer[y][x] if 0 <= x < COLUMNS else self._cells.default_char
        return cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse

    def _row(self, y: int) -> Iterator[tuple[int, str]]:
        # The second half of a wide letter is an empty cell.
        line = self._cells.buffer[y]
        return ((x, line[x].data) for x in range(COLUMNS))


def spaced(words: str) -> str:
    """A pattern for words that may be broken over lines; of each letter its first sign is seen."""
    seen = "".join(sign for sign in words if unicodedata.category(sign) not in ("Mn", "Cf"))
    return r"\s+".join(re.escape(word) for word in seen.split())
