"""Orca: how it is started for the tests, and its version."""

import json
import os
import re
import subprocess
from pathlib import Path

# As a new user has it, but for what makes no speech, and without an echo of the keys.
SETTINGS = {
    "enableSpeech": True,
    "speechServerFactory": "speechdispatcherfactory",
    "enableKeyEcho": False,
    "enableEchoByCharacter": False,
    "enableEchoByWord": False,
    "enableBraille": False,
    "enableBrailleMonitor": False,
    "enableSound": False,
    "enableMouseReview": False,
}


def command(folder: Path) -> list[str]:
    """What starts Orca with its settings in a folder."""
    own = folder / "orca"
    own.mkdir()
    profile = {"profile": ["Default", "default"]}
    keys: dict[str, object] = {"pronunciations": {}, "keybindings": {}}
    first = {"startingProfile": profile["profile"], "activeProfile": profile["profile"]}
    settings = keys | {
        "general": SETTINGS | profile | first,
        "profiles": {"default": SETTINGS | profile | keys},
    }
    (own / "user-settings.conf").write_text(json.dumps(settings))
    starting = ["orca", "-u", str(own)]
    if os.geteuid() == 0:
        # Orca does not start beside another one of the same user; so it sees no other program.
        return ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", *starting]
    return starting


def version() -> str:
    """Orca's version."""
    said = subprocess.run(["orca", "--version"], capture_output=True, text=True, timeout=20)
    found = re.search(r"\d+(\.\d+)+", said.stdout)
    return found[0] if found else "of an unknown version"
