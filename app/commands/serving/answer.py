"""A response that says no more than it must, in one piece where it is short."""

from gunicorn.http import wsgi


class Answer(wsgi.Response):
    """gunicorn's response without its name, and without what HTTP/1.1 means anyway."""

    def default_headers(self) -> list[str]:
        """The first lines of the response."""
        lines: list[str] = super().default_headers()
        needless = {"Connection: keep-alive\r\n"} if self.req.version >= (1, 1) else set()
        return [line for line in lines if line not in needless and line[:8] != "Server: "]

    def write(self, part: bytes) -> None:
        """Send a part; a response of one part goes out together with its headers."""
        if self.headers_sent or self.response_length != len(part) or self._omits_body:
            super().write(part)
            return
        lines = [*self.default_headers(), *(f"{name}: {value}\r\n" for name, value in self.headers)]
        self.sock.sendall("".join([*lines, "\r\n"]).encode("latin-1") + part)
        self.headers_sent = True
        self.sent += len(part)
