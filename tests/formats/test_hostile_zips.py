"""A ZIP made to do harm is refused with its reason; little memory is used and nothing is left."""

import stat
import struct
import tracemalloc
import warnings
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.formats.pool_folder import PoolSource, open_pool

Member = tuple[str | ZipInfo, bytes]
Pack = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path, pool_toml: str) -> Pack:
    """Make the ZIP of a good pool, with other members after the pool's own."""

    def make(*members: Member, method: int = ZIP_DEFLATED) -> Path:
        archive = tmp_path / "pool.zip"
        with warnings.catch_warnings(), ZipFile(archive, "w", method) as opened:
            warnings.simplefilter("ignore")
            opened.writestr("pool.toml", pool_toml, ZIP_DEFLATED)
            opened.writestr("tasks.csv", "id,text\na,Hello\n", ZIP_DEFLATED)
            for member, content in members:
                opened.writestr(member, content)
        return archive

    return make


def member(name: str, mode: int = 0) -> ZipInfo:
    made = ZipInfo("x")
    made.filename = name
    made.external_attr = mode << 16
    made.compress_type = ZIP_DEFLATED
    return made


def codes(archive: Path, temporary: Path) -> list[str]:
    """What is wrong with an archive, while memory and the temporary folder are watched."""
    tracemalloc.start()
    found = open_pool(archive)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, list), "was opened"
    assert all(problem.file == archive.name for problem in found)
    assert peak < 20_000_000
    assert list(temporary.iterdir()) == []
    return [problem.code for problem in found]


def test_a_harmless_zip_is_opened(pack: Pack, temporary: Path) -> None:
    archive = pack(("README.txt", b"Hello"), ("media/", b""), ("media/a.jpg", b"a picture"))
    source = open_pool(archive)
    assert isinstance(source, PoolSource)
    assert [row.key for row in source.rows()] == ["a"]
    assert source.media("a.jpg").parent.parent == temporary
    source.close()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "media/../../outside.txt",
        "/etc/cron.d/outside",
        "C:/outside.txt",
        "media\\..\\outside.txt",
        "media//a.jpg",
        "./a.jpg",
        "media/a\x1b[2J.jpg",
        "media/\u202egpj.exe",
        "media/a.jpg\0.exe",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(pack: Pack, temporary: Path, name: str) -> None:
    assert codes(pack((member(name), b"x")), temporary) == ["zip_name"]
    assert not (temporary.parent / "outside.txt").exists()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_a_link_or_a_device_is_refused(pack: Pack, temporary: Path, kind: int) -> None:
    assert codes(pack((member("media/a.jpg", kind | 0o777), b"/etc/passwd")), temporary) == [
        "zip_link"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("media/a.jpg", "media/a.jpg"),
        ("media/a.jpg", "media/A.jpg"),
        ("media/caf\u00e9.jpg", "media/cafe\u0301.jpg"),
        ("media/a", "media/a/"),
        ("notes.txt", "TASKS.CSV"),
    ],
)
def test_names_that_some_systems_take_for_one_are_refused(
    pack: Pack, temporary: Path, first: str, second: str
) -> None:
    assert codes(pack((first, b"x"), (second, b"")), temporary) == ["file_twice"]


def test_a_bomb_is_refused_by_its_ratio(pack: Pack, temporary: Path) -> None:
    assert codes(pack(("media/a.jpg", bytes(3_000_000))), temporary) == ["zip_ratio"]


def test_a_member_nobody_reads_may_be_no_bomb_either(pack: Pack, temporary: Path) -> None:
    assert codes(pack(("notes.txt", bytes(3_000_000))), temporary) == ["zip_ratio"]


def change_list(archive: Path, name: str, offset: int, value: bytes) -> None:
    """Overwrite bytes in the list's entry of a member."""
    data = bytearray(archive.read_bytes())
    at = data.rfind(name.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + offset : at + offset + len(value)] = value
    archive.write_bytes(data)


def test_more_bytes_than_a_pool_may_have_are_refused(pack: Pack, temporary: Path) -> None:
    archive = pack(("media/a.jpg", b"x"), method=ZIP_STORED)
    change_list(archive, "media/a.jpg", 24, struct.pack("<L", 2_100_000_000))
    assert codes(archive, temporary) == ["zip_ratio", "zip_total"]


def test_a_member_larger_than_it_says_is_refused(pack: Pack, temporary: Path) -> None:
    archive = pack(("media/a.jpg", bytes(3_000_000)))
    change_list(archive, "media/a.jpg", 24, struct.pack("<L", 100))
    assert codes(archive, temporary) == ["zip_broken"]


def test_members_that_share_their_bytes_are_refused(pack: Pack, temporary: Path) -> None:
    archive = pack(("media/a.jpg", b"x" * 50), ("media/b.jpg", b"x" * 50))
    with ZipFile(archive) as opened:
        first = opened.getinfo("media/a.jpg").header_offset
    change_list(archive, "media/b.jpg", 42, struct.pack("<L", first))
    assert codes(archive, temporary) == ["zip_overlap"]


def test_members_inside_another_member_are_refused(pack: Pack, temporary: Path) -> None:
    inner = b"PK\x03\x04" + bytes(40)
    archive = pack((member("media/a.jpg"), inner), ("media/b.jpg", b"x"))
    with ZipFile(archive) as opened:
        inside = opened.getinfo("media/a.jpg").header_offset + 35
    change_list(archive, "media/b.jpg", 42, struct.pack("<L", inside))
    assert codes(archive, temporary) == ["zip_overlap"]


def test_a_zip_inside_a_zip_is_never_opened(pack: Pack, temporary: Path) -> None:
    archive = pack(("media/inner.zip", b"PK\x05\x06" + bytes(18)))
    source = open_pool(archive)
    assert isinstance(source, PoolSource)
    with source:
        assert source.media("inner.zip").read_bytes() == b"PK\x05\x06" + bytes(18)
    assert list(temporary.iterdir()) == []


def test_a_locked_member_is_refused(pack: Pack, temporary: Path) -> None:
    archive = pack(("media/a.jpg", b"x"))
    change_list(archive, "media/a.jpg", 8, b"\x01")
    assert codes(archive, temporary) == ["zip_locked"]


def test_a_packing_that_takes_much_memory_is_refused(pack: Pack, temporary: Path) -> None:
    packed = member("media/a.jpg")
    packed.compress_type = ZIP_BZIP2
    assert codes(pack((packed, b"x")), temporary) == ["zip_method"]


def test_a_list_too_long_is_refused_before_it_is_read(pack: Pack, temporary: Path) -> None:
    archive = pack()
    data = archive.read_bytes()
    archive.write_bytes(data[:-14] + struct.pack("<HH", 60_001, 60_001) + data[-10:])
    assert codes(archive, temporary) == ["zip_members"]
    archive.write_bytes(data[:-10] + struct.pack("<L", 900_000_000) + data[-6:])
    assert codes(archive, temporary) == ["zip_members"]
    long_form = b"PK\x06\x07" + bytes(16)
    archive.write_bytes(data[:-22] + long_form + data[-22:])
    assert codes(archive, temporary) == ["zip_members"]


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9, 0.99])
def test_a_zip_cut_short_is_refused(pack: Pack, temporary: Path, cut: float) -> None:
    archive = pack(("media/a.jpg", b"x" * 500))
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * cut)])
    assert codes(archive, temporary) == ["pool_form"]


def test_bytes_changed_on_the_way_are_noticed(pack: Pack, temporary: Path) -> None:
    archive = pack((member("media/a.jpg"), b"x" * 500), method=ZIP_STORED)
    data = bytearray(archive.read_bytes())
    at = data.find(b"media/a.jpg") + len("media/a.jpg") + 2
    data[at] ^= 0xFF
    archive.write_bytes(data)
    assert codes(archive, temporary) == ["zip_broken"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1))
def test_a_zip_with_any_bytes_changed_is_opened_or_refused(
    pack: Pack, temporary: Path, changes: list[tuple[int, int]]
) -> None:
    archive = pack(("media/a.jpg", b"x" * 50))
    data = bytearray(archive.read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    archive.write_bytes(data)
    found = open_pool(archive)
    if isinstance(found, PoolSource):
        list(found.read())
        found.close()
    assert list(temporary.iterdir()) == []
