"""The two browsers that Orca reads, each as new, and able to reach this machine only."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLOSED = "127.0.0.1"
PREFERENCES = {
    "accessibility.force_disabled": -1,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.tabs.warnOnClose": False,
    "browser.urlbar.suggest.searches": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # Loopback goes past a proxy; everything else meets a closed door.
    "network.proxy.type": 1,
    "network.proxy.http": CLOSED,
    "network.proxy.http_port": 9,
    "network.proxy.ssl": CLOSED,
    "network.proxy.ssl_port": 9,
    # A bar about the sandbox would be read first.
    "security.sandbox.warn_unprivileged_namespaces": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
ARGUMENTS = [
    "--force-renderer-accessibility",
    "--no-sandbox",  # root has no sandbox
    "--test-type",  # and is not told so by a bar that would be read first
    "--disable-dev-shm-usage",  # /dev/shm is small in containers
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=Translate,MediaRouter",
    "--no-default-browser-check",
    "--no-first-run",
    "--ozone-platform=x11",
    "--password-store=basic",
    f"--proxy-server=http://{CLOSED}:9",
]


@dataclass(frozen=True)
class Browser:
    """A browser: its program, and what people call it."""

    program: str
    name: str

    def version(self) -> str:
        """What it says of itself, without the system's name."""
        said = subprocess.run([self.program, "--version"], capture_output=True, text=True)
        found = re.search(r"\d+(\.\d+)+", said.stdout)
        return f"{self.name} {found[0] if found else ''}".strip()

    def command(self, folder: Path, lang: str, address: str) -> list[str]:
        """What starts it on an address, for a person who reads this language."""
        raise NotImplementedError


class Firefox(Browser):
    """Firefox, the long-lived release that Debian has."""

    def command(self, folder: Path, lang: str, address: str) -> list[str]:
        """What starts it on an address, for a person who reads this language."""
        chosen = PREFERENCES | {"intl.accept_languages": lang}
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in chosen.items()]
        (folder / "user.js").write_text("".join(lines))
        return [self.program, "--no-remote", "--profile", str(folder), "--new-window", address]


class Chromium(Browser):
    """Chromium."""

    def command(self, folder: Path, lang: str, address: str) -> list[str]:
        """What starts it on an address, for a person who reads this language."""
        own = [f"--user-data-dir={folder}", f"--accept-lang={lang}"]
        return [self.program, *ARGUMENTS, *own, address]


BROWSERS = {
    "firefox": Firefox("firefox-esr", "Firefox ESR"),
    "chromium": Chromium("chromium", "Chromium"),
}
