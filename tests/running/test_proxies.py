"""The nginx and Caddy examples work as they are written, and write no address down."""

import subprocess
import time
import urllib.error
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running.examples import Application, ask, example, free_port, program, put, running

# What must not be in any log: where the request came from, what it claimed, who sent it.
CLAIMED = "203.0.113.7"
BROWSER = "A-Browser-Nobody-Else-Has"
PATH = "/pools?from=a-page"
CLAIMS = {
    "X-Forwarded-For": CLAIMED,
    "X-Real-IP": CLAIMED,
    "Forwarded": f"for={CLAIMED}",
    "User-Agent": BROWSER,
}


@dataclass
class Front:
    """A web server in front of the application."""

    address: str
    folder: Path
    behind: Application

    def logs(self) -> str:
        """Everything that the web server wrote, whichever file it chose."""
        return "".join(path.read_text() for path in sorted(self.folder.glob("*.log")))


@pytest.fixture
def behind() -> Iterator[Application]:
    application = Application()
    yield application
    application.stop()


@pytest.fixture
def nginx(tmp_path: Path, behind: Application) -> Iterator[Front]:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    port, plain = free_port(), free_port()
    live = "/etc/letsencrypt/live/work.example.org"
    changes = {
        "127.0.0.1:8000": f"127.0.0.1:{behind.port}",
        "listen [::]:443 ssl http2;": "",
        "listen [::]:80;": "",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        f"{live}/fullchain.pem": str(certificate),
        f"{live}/privkey.pem": str(key),
        "/var/log/nginx": str(tmp_path),
    }
    config = tmp_path / "nginx.conf"
    folders = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config.write_text(
        f"daemon off;\nmaster_process off;\npid {tmp_path}/pid;\nevents {{}}\n"
        f"http {{\n{folders}{put(example('nginx'), changes)}}}\n"
    )
    start = [program("nginx"), "-p", str(tmp_path), "-e", "stderr", "-c", str(config)]
    with running(start, port, tmp_path / "terminal.log"):
        yield Front(f"https://localhost:{port}", tmp_path, behind)


@pytest.fixture
def caddy(tmp_path: Path, behind: Application) -> Iterator[Front]:
    port = free_port()
    changes = {
        "127.0.0.1:8000": f"127.0.0.1:{behind.port}",
        "work.example.org {": f"https://localhost:{port} {{\n\ttls internal\n\tbind 127.0.0.1",
        "/var/log/caddy": str(tmp_path),
        "\n{\n": "\n{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n",
    }
    config = tmp_path / "Caddyfile"
    config.write_text(put(example("caddyfile"), changes))
    start = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(config)]
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "own")}
    with running(start, port, tmp_path / "terminal.log", **home):
        yield Front(f"https://localhost:{port}", tmp_path, behind)


@pytest.fixture(params=["nginx", "caddy"])
def front(request: pytest.FixtureRequest) -> Front:
    chosen: Front = request.getfixturevalue(request.param)
    return chosen


def test_a_request_reaches_the_application_without_an_address(front: Front) -> None:
    status, headers = ask(front.address + PATH, CLAIMS)
    assert status == 200
    assert "HTTP_HOST=localhost" in headers
    assert CLAIMED not in headers
    assert "127.0.0.1" not in headers


def test_the_logs_count_the_request_and_name_nobody(front: Front) -> None:
    ask(front.address + PATH, CLAIMS)
    log = front.folder / "ownpace.log"
    # A line is written after its answer was sent.
    for _ in range(100):
        if logged := log.read_text():
            break
        time.sleep(0.1)
    assert "GET" in logged
    assert "200" in logged
    for secret in (CLAIMED, "127.0.0.1", BROWSER, "a-page", "remote"):
        assert secret not in logged


def test_the_logs_name_nobody_when_the_application_is_away(front: Front) -> None:
    front.behind.stop()
    with pytest.raises(urllib.error.HTTPError, match="502") as refused:
        ask(front.address + PATH, CLAIMS)
    refused.value.close()
    for secret in (CLAIMED, BROWSER, "a-page", "client: 127", "remote_ip"):
        assert secret not in front.logs()
