"""The list of a ZIP's members: looked at before a byte of any member is read."""

import stat
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from app.formats.media_files import same_names
from app.formats.nearest import shown
from app.rules.problem import Problem

MOST_MEMBERS = 60_000
MOST_BYTES = 2_000_000_000
MOST_RATIO = 200
# Small members may shrink as far as they like: they cannot fill a disk.
_RATIO_FROM = 1_000_000
_MOST_LIST = 32_000_000
_LOCAL_HEADER = 30
_END_SIZE = 22
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_LOCKED = 0x1


def list_problem(archive: Path) -> Problem | None:
    """Why the list of members itself is too large to be read, or None.

    `zipfile` reads the whole list into memory whatever its size, so its size is read here first.
    """
    size = archive.stat().st_size
    with archive.open("rb") as stream:
        stream.seek(max(0, size - _END_SIZE - 65_535 - 20))
        tail = stream.read()
    at = len(tail) - _END_SIZE
    if not (tail[at : at + 4] == _END and tail.endswith(b"\0\0")):
        at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return Problem("zip_broken")
    (members, length) = struct.unpack_from("<HL", tail, at + 10)
    long_form = tail[max(0, at - 20) : at][:4] == _END_64
    if long_form or members > MOST_MEMBERS or length > _MOST_LIST:
        return Problem("zip_members", {"most": MOST_MEMBERS})
    return None


def member_problems(members: Sequence[ZipInfo]) -> Iterator[Problem]:
    """Every reason not to open a ZIP with these members."""
    if len(members) > MOST_MEMBERS:
        yield Problem("zip_members", {"most": MOST_MEMBERS})
        return
    for member in members:
        code = _name_problem(member.orig_filename) or _form_problem(member)
        if code:
            yield Problem(code, {"found": shown(member.orig_filename)})
    yield from same_names(member.filename.rstrip("/") for member in members)
    yield from _overlaps(members)
    yield from _sizes(members)


def _name_problem(name: str) -> str:
    parts = name.removesuffix("/").split("/")
    unsafe = name.startswith("/") or name[1:2] == ":" or {"", ".", ".."} & set(parts)
    return "zip_name" if unsafe or "\\" in name or not name.isprintable() else ""


def _form_problem(member: ZipInfo) -> str:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "zip_link"
    if member.flag_bits & _LOCKED:
        return "zip_locked"
    return "" if member.compress_type in {ZIP_STORED, ZIP_DEFLATED} else "zip_method"


def _overlaps(members: Sequence[ZipInfo]) -> Iterator[Problem]:
    """Members that share bytes: a small file could then stand for endless large ones."""
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            yield Problem("zip_overlap", {"found": shown(member.filename)})
            return
        # The name takes at least a byte for each character.
        least = _LOCAL_HEADER + len(member.orig_filename) + member.compress_size
        end = member.header_offset + least


def _sizes(members: Sequence[ZipInfo]) -> Iterator[Problem]:
    total = 0
    for member in members:
        total += member.file_size
        dense = member.file_size > MOST_RATIO * max(1, member.compress_size)
        if dense and member.file_size > _RATIO_FROM:
            yield Problem("zip_ratio", {"found": shown(member.filename), "most": MOST_RATIO})
    if total > MOST_BYTES:
        yield Problem("zip_total", {"most": MOST_BYTES // 1_000_000})
