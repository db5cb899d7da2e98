"""A browser of the least kind that counts every byte it receives, headers and all."""

import gzip
import re
import socket
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

import brotli

TOKEN = re.compile(r'name="token" value="([^"]*)"')
OPTION = re.compile(r'<input type="radio"[^>]* name="answer\.[^>]* value="([^"]+)"')
# What a browser loads without being asked; of a picture's two forms it takes the first.
LOADED = re.compile(r'(?:<link rel="stylesheet" href|<script[^>]* src)="(/[^"]*)"')
PICTURE = re.compile(r'<source srcset="(/[^"]*)"')
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
BROTLI = "gzip, deflate, br"


class Reply(NamedTuple):
    """What came back from an address; `received` is its size on the wire."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    received: int

    @property
    def text(self) -> str:
        """The page in it."""
        return UNPACK[self.headers.get("content-encoding", "")](self.body).decode()

    @property
    def token(self) -> str:
        """The token of its form."""
        found = TOKEN.search(self.text)
        assert found, self.text
        return unescape(found[1])

    @property
    def option(self) -> str:
        """The first answer that can be chosen."""
        found = OPTION.search(self.text)
        assert found, self.text
        return unescape(found[1])

    @property
    def files(self) -> list[str]:
        """The addresses of the style sheet and whatever else the page needs, without pictures."""
        return LOADED.findall(self.text)

    @property
    def pictures(self) -> list[str]:
        """The addresses of its pictures."""
        return PICTURE.findall(self.text)


class Wire:
    """One browser with one connection that it keeps, and its cookies."""

    def __init__(self, port: int, language: str = "en", coding: str = BROTLI) -> None:
        self.language = language
        self._line = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._headers = [
            f"Host: 127.0.0.1:{port}",
            f"Accept-Encoding: {coding}",
            f"Accept-Language: {language},en;q=0.5",
        ]
        self._cookies: dict[str, str] = {}

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def save_data(self) -> None:
        """Ask to save data from now on."""
        self._headers.append("Save-Data: on")

    def get(self, path: str) -> Reply:
        """Ask for an address."""
        return self._ask("GET", path, b"")

    def post(self, path: str, **fields: str) -> Reply:
        """Send a form; a redirect is not followed."""
        named = {name.replace("__", "."): words for name, words in fields.items()}
        return self._ask("POST", path, urlencode(named).encode())

    def cold(self, page: Reply) -> int:
        """The bytes of a page and of all it needs, for a browser that has nothing yet."""
        return page.received + sum(self.get(file).received for file in page.files)

    def _ask(self, method: str, path: str, body: bytes) -> Reply:
        lines = [f"{method} {path} HTTP/1.1", *self._headers]
        if self._cookies:
            kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            lines.append(f"Cookie: {kept}")
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        self._line.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        return self._receive(path)

    def _receive(self, path: str) -> Reply:
        came = b""
        while b"\r\n\r\n" not in came:
            came += self._more()
        head, _, body = came.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {}
        for line in lines:
            name, _, words = line.partition(": ")
            headers[name.lower()] = words
            if name.lower() == "set-cookie":
                self._keep(words)
        while len(body) < int(headers["content-length"]):
            body += self._more()
        return Reply(path, int(first.split()[1]), headers, body, len(head) + 4 + len(body))

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        self._cookies.pop(name, None)
        if value:
            self._cookies[name] = value

    def _more(self) -> bytes:
        came = self._line.recv(65536)
        assert came, "the server hung up"
        return came
