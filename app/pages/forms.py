"""Forms as they are sent: bytes that are no text show as such, so that they can be pointed out."""

from typing import IO, Any
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.formparser import FormDataParser

PLAIN = "application/x-www-form-urlencoded"


class FormReader(FormDataParser):
    """Reads a form; Werkzeug's own would take a broken byte for the letters `%FF`, as if typed."""

    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> Any:
        """What the form holds, and its files."""
        if mimetype != PLAIN:
            return super().parse(stream, mimetype, content_length, options)
        text = stream.read().decode(errors="replace")
        pairs = parse_qsl(text, keep_blank_values=True, errors="replace")
        return stream, self.cls(pairs), self.cls()


class FormRequest(Request):
    """A request whose forms are read so."""

    form_data_parser_class = FormReader
