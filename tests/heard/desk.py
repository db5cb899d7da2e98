"""A desktop that nobody sees: a display, a bus, a voice and Orca, all of them its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.heard import orca

VOICE = Path(__file__).with_name("voice.py")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
START_SECONDS = 60
# What would let a program find the desktop of the person who runs the tests.
NOT_OURS = (
    "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XAUTHORITY",
)  # fmt: skip
# The systems' names for the languages; a locale that the system has not is made in the folder.
LOCALES = {"en": "C.UTF-8", "ar": "ar_EG.UTF-8"}


class Desk:
    """The programs of one desktop, their folder, and what its voice was told to say."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.folder = folder
        self.paper = folder / "said"
        self._ending = ExitStack()
        for name in ("home", "runtime", "speech", "logs"):
            (folder / name).mkdir(mode=0o700, parents=True)
        self.paper.touch()
        self.environment = self._own_environment(lang)

    def __enter__(self) -> "Desk":
        with ExitStack() as undo:
            undo.callback(self._ending.close)
            self._start_display()
            self._start_bus()
            self.run("openbox", "openbox")
            self.run("access", LAUNCHER, "--launch-immediately")
            self._start_speech()
            self.run("orca", *orca.command(self.folder))
            self.wait("a greeting from Orca", self.said)
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.close()

    def run(self, name: str, *command: str, read: bool = False, hand: int = -1) -> subprocess.Popen:
        """Start a program of this desktop, which ends with it."""
        program = shutil.which(command[0])
        if not program:
            pytest.fail(f"{command[0]} is missing: run tests/setup/orca", pytrace=False)
        with (self.folder / "logs" / name).open("ab") as log:
            started = subprocess.Popen(
                [program, *command[1:]],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if read else log,
                stderr=log,
                pass_fds=(hand,) if hand >= 0 else (),
                # A group of its own, so that it ends with all that it started.
                start_new_session=True,
            )
        self._ending.callback(end, started)
        return started

    def said(self) -> list[str]:
        """Everything that was said until now, utterance by utterance."""
        whole, _, _ = self.paper.read_text("utf-8").rpartition("\n")
        return whole.split("\n") if whole else []

    def wait(self, what: str, there: Callable[[], object], seconds: float = START_SECONDS) -> None:
        """Wait until something is there."""
        last = time.monotonic() + seconds
        while not there():
            assert time.monotonic() < last, f"no {what} after {seconds} s: {self.said()[-40:]}"
            time.sleep(0.05)

    def press(self, *words: str) -> str:
        """Have xdotool do something on the display; what it answers."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=20
        )
        return done.stdout.strip()

    def _own_environment(self, lang: str) -> dict[str, str]:
        home, locale = self.folder / "home", LOCALES[lang]
        kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        own = {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LANG": locale,
            "LC_ALL": locale,
            "LANGUAGE": lang,
            "GDK_BACKEND": "x11",
            "GNOME_ACCESSIBILITY": "1",
            "ACCESSIBILITY_ENABLED": "1",
            "GSETTINGS_BACKEND": "memory",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "SPEECHD_ADDRESS": f"unix_socket:{self.folder}/runtime/speech",
        }
        if locale != "C.UTF-8":
            make_locale(locale, self.folder / "locales")
            own["LOCPATH"] = str(self.folder / "locales")
        return kept | own

    def _start_display(self) -> None:
        reading, writing = os.pipe()
        screen = ("-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset")
        self.run("display", "Xvfb", "-displayfd", str(writing), *screen, hand=writing)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.environment["DISPLAY"] = ":" + answer.readline().strip()

    def _start_bus(self) -> None:
        words = ("--session", "--nofork", "--print-address=1")
        bus = self.run("bus", "dbus-daemon", *words, read=True)
        assert bus.stdout
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_speech(self) -> None:
        folder, socket = self.folder / "speech", self.folder / "runtime" / "speech"
        voice = folder / "voice"
        voice.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{VOICE}" "{self.paper}"\n')
        voice.chmod(0o700)
        (folder / "speechd.conf").write_text(
            f'LogLevel 1\nLogDir "{folder}"\nAddModule "written" "{voice}" ""\n'
            'DefaultModule written\nSymbolsPreproc "char"\n'
        )
        words = ("-s", "-C", str(folder), "-c", "unix_socket", "-S", str(socket))
        self.run("speech-dispatcher", "speech-dispatcher", *words)
        self.wait("speech-dispatcher", socket.exists, 10)


def make_locale(locale: str, folder: Path) -> None:
    """Make a locale in a folder, so that the machine's own stay as they are."""
    folder.mkdir()
    name, _, letters = locale.partition(".")
    command = ["localedef", "-i", name, "-f", letters, str(folder / locale)]
    subprocess.run(command, check=True, capture_output=True)


def end(program: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    for how, seconds in ((signal.SIGTERM, 4), (signal.SIGKILL, 4)):
        if program.poll() is None:
            os.killpg(program.pid, how)
            try:
                program.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
    if program.stdout:
        program.stdout.close()
