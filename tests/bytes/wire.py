"""A browser of the least kind that counts every byte it receives, headers and all."""

import gzip
import re
import socket
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

import brotli

TOKEN = re.compile(r'name="token" value="([^"]*)"')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)"')
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


class Reply(NamedTuple):
    """What came back; `received` is its size on the wire."""

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
    def style(self) -> str:
        """The address of its style sheet."""
        found = STYLE.search(self.text)
        assert found, self.text
        return found[1]


class Wire:
    """One browser with one connection that it keeps, and its cookie."""

    def __init__(self, port: int, coding: str = "gzip, deflate, br", *headers: str) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._headers = [f"Host: 127.0.0.1:{port}", f"Accept-Encoding: {coding}", *headers]
        self._cookie = ""

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def get(self, path: str) -> Reply:
        """Ask for an address."""
        return self._ask("GET", path, b"")

    def post(self, path: str, **fields: str) -> Reply:
        """Send a form; a redirect is not followed."""
        named = {name.replace("__", "."): words for name, words in fields.items()}
        return self._ask("POST", path, urlencode(named).encode())

    def _ask(self, method: str, path: str, body: bytes) -> Reply:
        lines = [f"{method} {path} HTTP/1.1", *self._headers]
        if self._cookie:
            lines.append(f"Cookie: {self._cookie}")
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append(f"Content-Length: {len(body)}")
        self._line.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        return self._receive()

    def _receive(self) -> Reply:
        came = b""
        while b"\r\n\r\n" not in came:
            came += self._more()
        head, _, body = came.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {}
        for line in lines:
            name, _, words = line.partition(": ")
            headers[name.lower()] = words
        while len(body) < int(headers["content-length"]):
            body += self._more()
        if cookie := headers.get("set-cookie"):
            self._cookie = cookie.partition(";")[0]
        return Reply(int(first.split()[1]), headers, body, len(head) + 4 + len(body))

    def _more(self) -> bytes:
        came = self._line.recv(65536)
        assert came, "the server hung up"
        return came
