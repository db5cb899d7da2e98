"""A person at the hidden desktop: presses keys, and hears what Orca says."""

import time
from collections.abc import Callable

from tests.heard.browsers import Browser
from tests.heard.desk import Desk
from tests.heard.transcript import Transcript

# Orca may take so long to its first word, and so long between two words.
FIRST_WORD, NEXT_WORD, NEXT_OF_PAGE = 1.6, 0.7, 1.5
NO_MORE = 12


class Listener:
    """One person in one browser; everything that is heard goes into the transcript."""

    def __init__(self, desk: Desk, transcript: Transcript) -> None:
        self._desk = desk
        self._noted = 0
        self.transcript = transcript

    def open(self, browser: Browser, lang: str, address: str, *words: str) -> None:
        """Start a browser on an address, and listen until the page was read to its last words."""
        profile = self._desk.folder / "profile"
        profile.mkdir()
        before = self._noted = len(self._desk.said())
        self._desk.run("browser", *browser.command(profile, lang, address))
        self._desk.wait("word of the browser", lambda: len(self._desk.said()) > before)
        self.transcript.typed("the address of the site")
        self._listen_to_page(before, *words)

    def press(self, key: str) -> list[str]:
        """Press one key; what Orca says to it."""
        before = self._press(key)
        self._be_still(before, NEXT_WORD)
        return self._note(before)

    def turn(self, *words: str) -> list[str]:
        """Press Enter on what leads to another page, and listen until its last words."""
        return self._listen_to_page(self._press("Return"), *words)

    def until(self, key: str, words: str, most: int = 15) -> list[str]:
        """Press a key again and again until these words are said; all that was heard."""
        heard: list[str] = []
        for _ in range(most):
            now = self.press(key)
            heard += now
            if any(each.startswith(words) for each in now):
                return heard
        raise AssertionError(f"“{words}” was not met by {key}: {heard}")

    def _press(self, key: str) -> int:
        before = self._flush()
        self._desk.press("key", "--clearmodifiers", key)
        self.transcript.pressed(key)
        return before

    def _listen_to_page(self, before: int, *words: str) -> list[str]:
        def read() -> bool:
            said = self._desk.said()[before:]
            return in_order(said, *words[:-1]) and words[-1] in said

        self._hear_out(before, read)
        if not read():
            # On a busy machine the reading may stop half way; a person then has it read again.
            self._hear_out(self._press("KP_Add"), read)
            assert read(), f"no {words}: {self._desk.said()[before:]}"
        self._be_still(before, NEXT_OF_PAGE)
        return self._note(before)

    def _hear_out(self, before: int, read: Callable[[], bool]) -> None:
        """Wait until a page was read, or nothing more comes."""
        count, since = before, time.monotonic()
        while not read() and time.monotonic() - since < NO_MORE:
            if len(self._desk.said()) != count:
                count, since = len(self._desk.said()), time.monotonic()
            time.sleep(0.05)

    def _be_still(self, before: int, pause: float, most: float = 60) -> None:
        """Wait until Orca has said nothing more for a while."""
        count, since = before, time.monotonic()
        last = since + most
        while (now := time.monotonic()) < last:
            if len(self._desk.said()) != count:
                count, since = len(self._desk.said()), now
            if now - since >= (pause if count > before else max(pause, FIRST_WORD)):
                return
            time.sleep(0.05)

    def _note(self, before: int) -> list[str]:
        """Put what was said into the transcript, and return what came since then."""
        if self._flush() == before:
            self.transcript.silent()
        return self._desk.said()[before:]

    def _flush(self) -> int:
        said = self._desk.said()
        self.transcript.said(said[self._noted :])
        self._noted = len(said)
        return self._noted


def in_order(said: list[str], *words: str) -> bool:
    """Whether all these words were said, each in an utterance after that of the one before."""
    rest = iter(said)
    return all(any(each in utterance for utterance in rest) for each in words)
