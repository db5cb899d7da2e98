"""What was pressed and what was said, as a text that people read."""

import re
from pathlib import Path

from app.settings import CHECKOUT

FOLDER = CHECKOUT / "docs" / "heard"
# The tests take any free port; a person would type the site's own address.
ADDRESS = re.compile(r"(?:http://)?127\.0\.0\.1:\d+")
KEYS = {
    "KP_Add": "Plus on the keypad, read the whole page",
    "Return": "Enter",
    "space": "Space",
    "Tab": "Tab",
    "Down": "Down arrow",
    "Right": "Right arrow",
    "b": "B, next button",
    "h": "H, next heading",
    "k": "K, next link",
    "r": "R, next choice",
}


class Transcript:
    """The lines of one sitting."""

    def __init__(self, title: str) -> None:
        self._lines = [title]

    def stage(self, title: str) -> None:
        """Begin a part of the sitting."""
        self._lines += ["", title, "-" * len(title)]

    def pressed(self, key: str) -> None:
        """A key was pressed."""
        self._lines += ["", f"[{KEYS[key]}]"]

    def typed(self, words: str) -> None:
        """Words were typed."""
        self._lines += ["", f"[types {words}]"]

    def said(self, utterances: list[str]) -> None:
        """Orca said this."""
        self._lines += [f"    {ADDRESS.sub('the site', each)}" for each in utterances]

    def silent(self) -> None:
        """Orca said nothing."""
        self._lines.append("    (silence)")

    def text(self) -> str:
        """The whole text."""
        return "\n".join(self._lines) + "\n"

    def keep(self, name: str, folder: Path = FOLDER) -> None:
        """Write it where people find it."""
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(self.text(), "utf-8")
