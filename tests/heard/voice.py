"""A voice for speech-dispatcher that writes down what it is to say, and makes no sound.

speech-dispatcher runs this as a program of its own: it sends one command a line, and after some of
them a block that ends with a dot. The one argument is the file to write, one line for each
utterance.
"""

import html
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path

# An end that is told at once can get lost in the server.
UTTERANCE_SECONDS = 0.05
MARKS = re.compile(r"<[^>]+>")
BLOCK = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}
TO_SAY = ("SPEAK", "CHAR", "KEY")
PLAIN = {
    "INIT": ("299-A voice that writes", "299 OK LOADED SUCCESSFULLY"),
    "LIST": ("200-written\ten\tnone", "200-written\tar\tnone", "200 OK VOICE LIST SENT"),
    "DEBUG": ("200 OK DEBUGGING SET",),
    "QUIT": ("210 OK QUIT",),
}


class Voice:
    """What speech-dispatcher talks to: lines in, numbered answers out."""

    def __init__(self, next_line: Callable[[], str], paper: Path) -> None:
        self._next_line = next_line
        self._paper = paper
        self._speaking = threading.Lock()
        self._stopped = threading.Event()

    def serve(self) -> None:
        """Take commands until the end of them."""
        while line := self._next_line():
            word = line.split()[0].upper() if line.strip() else ""
            if word:
                self._take(word)
            if word == "QUIT":
                return

    def _take(self, word: str) -> None:
        if word in TO_SAY:
            self._answer("202 OK RECEIVING MESSAGE")
            self._write(self._block())
        elif word in BLOCK:
            first, last = BLOCK[word]
            self._answer(first)
            self._block()
            self._answer(last)
        elif word in ("STOP", "PAUSE"):
            self._stopped.set()
        else:
            self._answer(*PLAIN.get(word, ("300 ERR UNKNOWN COMMAND",)))

    def _block(self) -> str:
        """The lines up to one with a dot alone; a dot that begins a line comes doubled."""
        lines = []
        while (line := self._next_line()) and (line := line.rstrip("\n")) != ".":
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        return "\n".join(lines)

    def _write(self, marked: str) -> None:
        text = " ".join(html.unescape(MARKS.sub("", marked)).split())
        if text:
            with self._paper.open("a", encoding="utf-8") as paper:
                paper.write(text + "\n")
        self._answer("200 OK SPEAKING")
        self._stopped.clear()
        threading.Thread(target=self._speak, daemon=True).start()

    def _speak(self) -> None:
        self._answer("701 BEGIN")
        stopped = self._stopped.wait(UTTERANCE_SECONDS)
        self._answer("703 STOP" if stopped else "702 END")

    def _answer(self, *lines: str) -> None:
        with self._speaking:
            sys.stdout.write("".join(f"{line}\n" for line in lines))
            sys.stdout.flush()


if __name__ == "__main__":
    Voice(sys.stdin.readline, Path(sys.argv[1])).serve()
