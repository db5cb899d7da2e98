"""Static files: named by their content, made small once, and never asked for twice."""

import gzip
import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import brotli

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
FOREVER = "public, max-age=31536000, immutable"


class Asset(NamedTuple):
    """One file in each coding that a browser may accept; the empty coding is the plain bytes."""

    media_type: str
    bodies: dict[str, bytes]


class Assets:
    """The files of one folder, by names that change with their content."""

    def __init__(self, folder: Path) -> None:
        """Read every file once."""
        self._files: dict[str, Asset] = {}
        self._names: dict[str, str] = {}
        for file in sorted(folder.iterdir()):
            if file.suffix in TYPES:
                self._add(file)

    def address(self, name: str) -> str:
        """Where a page finds a file."""
        return f"/static/{self._names[name]}"

    def find(self, name: str) -> Asset | None:
        """A file by its hashed name."""
        return self._files.get(name)

    def _add(self, file: Path) -> None:
        data = file.read_bytes()
        shorten = smaller if file.suffix == ".css" else smaller_script
        data = shorten(data.decode()).encode()
        name = f"{file.stem}.{sha256(data).hexdigest()[:8]}{file.suffix}"
        packed = {"": data, "gzip": gzip.compress(data, 9, mtime=0), "br": brotli.compress(data)}
        self._names[file.name] = name
        self._files[name] = Asset(TYPES[file.suffix], packed)


def smaller(sheet: str) -> str:
    """A style sheet without comments and without the spaces that nobody reads."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    return re.sub(r"\s*\n\s*", "", plain)


def smaller_script(script: str) -> str:
    """A script without the lines that are comments, and without the spaces before the others."""
    lines = (line.strip() for line in script.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def coding(accepted: str) -> str:
    """The best coding that a browser says it takes."""
    parts = [part.replace(" ", "").partition(";q=") for part in accepted.lower().split(",")]
    taken = {name for name, _, weight in parts if weight.strip("0.") or not weight}
    return next((known for known in ("br", "gzip") if known in taken), "")
