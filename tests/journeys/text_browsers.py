"""The text browsers that every journey must be possible in, each with its own keys."""

from tests.journeys.screen import Span, spaced
from tests.journeys.terminal import CLEAR, END, ENTER, TAB, TextBrowser


class W3m(TextBrowser):
    """w3m: fields are filled in at the bottom line, long ones in an editor."""

    program = "w3m"
    options = (
        "-cookie",
        "-no-mouse",
        *("-I", "UTF-8", "-O", "UTF-8"),
        *("-o", "accept_cookie=1", "-o", "show_cookie=0", "-o", "confirm_qq=0"),
    )
    top, end, before = "g", "G", "\x1b\t"
    back_key = "B"

    def environment(self) -> dict[str, str]:
        """An editor that writes down what is typed until Control-D."""
        editor = self._home / "editor"
        editor.write_text('#!/bin/sh\nexec cat > "$1"\n')
        editor.chmod(0o700)
        return {"EDITOR": str(editor), "VISUAL": str(editor)}

    def go(self, address: str) -> None:
        """Type an address into the running browser."""
        self.screen.send("U", 0.1)
        self._leave(f"{CLEAR}{address}{ENTER}")

    def _type(self, words: str) -> None:
        self.screen.send(ENTER, 0.3)
        self.screen.send(f"{CLEAR}{words}{ENTER}", 0.1)

    def _write(self, words: str) -> None:
        self.screen.send(ENTER, 0.3)
        self.screen.send(words.rstrip("\n") + "\n\x04", 0.3)


class Lynx(TextBrowser):
    """lynx: fields are filled in where they stand; it ticks the first choice by itself."""

    program = "lynx"
    options = (
        "-nocolor",
        "-accept_all_cookies",
        "-nopause",
        "-tna",  # a field is typed into only after Enter
        "-display_charset=utf-8",
    )
    top, end, before = "\x01", "\x05", "\x1b[A"
    back_key = "\x1b[D"

    def go(self, address: str) -> None:
        """Type an address into the running browser."""
        self.screen.send("g", 0.1)
        self._leave(f"{CLEAR}{address}{ENTER}")

    def _pressable(self, words: str) -> list[Span]:
        # A button is its value in brackets, and its words look like any others.
        return self.screen.find(rf"\([^()\n]*\)\s*{spaced(words)}{END}") or super()._pressable(
            words
        )

    def _type(self, words: str) -> None:
        self.screen.send(ENTER)
        self.screen.send(f"{CLEAR}{words}{TAB}", 0.1)

    def _write(self, words: str) -> None:
        self.screen.send(ENTER)
        for line in words.splitlines():
            self.screen.send(f"{CLEAR}{line}{ENTER}", 0.1)
        self.screen.send(TAB)


BROWSERS = (W3m, Lynx)
