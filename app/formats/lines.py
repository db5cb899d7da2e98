"""The lines of a file that a stranger made, one at a time and never more than a little at once."""

from collections.abc import Iterator
from typing import BinaryIO

from app.rules.problem import Problem

MOST_BYTES = 1_000_000
_CHUNK = 65_536
_BOM = b"\xef\xbb\xbf"


class RefusedError(Exception):
    """A file that cannot be read on from here, with the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.code)
        self.problem = problem


class Lines:
    """The lines of a file as text with their ends, counted from 1.

    A record may run over several lines: whoever reads says `begin` before each one, and finds in
    `row` the line where it began and in `faults` what was wrong with its bytes. A record that is
    too long raises `RefusedError`, before it is in memory.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Read from a stream of bytes."""
        self.row = 1
        self.faults: list[Problem] = []
        self._count = 0
        self._size = 0
        self._lines = self._split(stream)

    def begin(self) -> None:
        """Say that a new record begins with the next line."""
        self.row = self._count + 1
        self.faults = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        """Itself."""
        return self

    def __next__(self) -> str:
        """The next line; broken bytes are replaced and told in `faults`."""
        line = next(self._lines)
        self._count += 1
        self._size += len(line)
        if self._size > MOST_BYTES:
            raise self._too_long()
        if self._count == 1:
            line = _without_bom(line)
        if b"\0" in line:
            self.faults.append(Problem("text_nul", row=self._count))
            line = line.replace(b"\0", b"")
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            found = f"0x{line[error.start]:02X}"
            values: dict[str, str | int] = {"found": found, "byte": error.start + 1}
            self.faults.append(Problem("encoding_broken", values, row=self._count))
            return line.decode(errors="replace")

    def _split(self, stream: BinaryIO) -> Iterator[bytes]:
        rest = b""
        while chunk := stream.read(_CHUNK):
            pieces = (rest + chunk).splitlines(keepends=True)
            # A last piece that ends in \r may be half of a \r\n.
            rest = b"" if pieces[-1].endswith(b"\n") else pieces.pop()
            yield from pieces
            if self._size + len(rest) > MOST_BYTES:
                raise self._too_long()
        if rest:
            yield rest

    def _too_long(self) -> RefusedError:
        return RefusedError(Problem("row_long", {"most": MOST_BYTES // 1000}, row=self.row))


def _without_bom(line: bytes) -> bytes:
    """The first line without a UTF-8 mark; refused where the mark is one of UTF-16."""
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError(Problem("encoding_utf16", row=1))
    return line.removeprefix(_BOM)
