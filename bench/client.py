"""A browser of the least kind: one kept connection, cookies, forms, and a count of bytes."""

import re
import socket
from typing import NamedTuple
from urllib.parse import urlencode

import brotli

HEADERS = (
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8\r\n"
    "Accept-Language: en-US,en;q=0.9\r\n"
    "Accept-Encoding: gzip, deflate, br\r\n"
)
TOKEN = re.compile(r'name="token" value="([^"]+)"')


class Page(NamedTuple):
    """What came back: `received` counts every byte, headers too."""

    status: int
    headers: dict[str, str]
    text: str
    received: int

    @property
    def token(self) -> str:
        """The token of the page's form."""
        found = TOKEN.search(self.text)
        if found is None:
            raise RuntimeError(f"No form on the page, status {self.status}: {self.text[:500]}")
        return found[1]


class Browser:
    """One browser; it follows no redirect by itself."""

    def __init__(self, port: int) -> None:
        """Open the connection that all requests share."""
        self._address = ("127.0.0.1", port)
        self._line = socket.create_connection(self._address, timeout=60)
        self.cookies: dict[str, str] = {}

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def get(self, path: str) -> Page:
        """Ask for a page."""
        return self._ask(f"GET {path} HTTP/1.1\r\n", b"")

    def post(self, path: str, **fields: str | int) -> Page:
        """Send a form; a dot in a field's name is written as two underscores."""
        body = urlencode({name.replace("__", "."): text for name, text in fields.items()}).encode()
        start = (
            f"POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Origin: http://127.0.0.1:{self._address[1]}\r\nContent-Length: {len(body)}\r\n"
        )
        return self._ask(start, body)

    def _ask(self, start: str, body: bytes) -> Page:
        host = f"Host: 127.0.0.1:{self._address[1]}\r\n"
        kept = "; ".join(f"{name}={text}" for name, text in self.cookies.items())
        cookie = f"Cookie: {kept}\r\n" if kept else ""
        self._line.sendall(f"{start}{host}{HEADERS}{cookie}\r\n".encode() + body)
        return self._read()

    def _read(self) -> Page:
        got = self._line.recv(65536)
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, body = got.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in lines:
            name, _, text = line.partition(": ")
            headers[name.lower()] = text
        while len(body) < int(headers["content-length"]):
            body += self._more()
        if "set-cookie" in headers:
            name, _, text = headers["set-cookie"].partition(";")[0].partition("=")
            self.cookies[name] = text
        received = len(head) + 4 + len(body)
        plain = brotli.decompress(body) if headers.get("content-encoding") == "br" else body
        return Page(int(first.split()[1]), headers, plain.decode(errors="replace"), received)

    def _more(self) -> bytes:
        got = self._line.recv(65536)
        if not got:
            raise ConnectionResetError("The server hung up.")
        return got
