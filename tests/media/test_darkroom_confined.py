"""A decoder that was taken over, hangs or crashes can do no harm and stops nothing."""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from app.media import child
from app.media.child import Child, Refusal, Trade
from app.media.pictures import Limits, Picture, Workshop
from app.rules.problem import Problem

from .conftest import Keep, Swap

# What code inside the decoder would try; the answer travels back as a picture's bytes.
BREAK_OUT = """
import errno, json, os, resource, socket, sys
from media.picture import Picture, Variant

def outcome(attempt):
    try:
        return f"done: {attempt()!r}"
    except OSError as fault:
        return errno.errorcode[fault.errno]
    except ValueError as fault:  # how Python says that a limit may not be raised
        return str(fault)

def decode(data, file_format, pixels):
    tries = {
        "read": lambda: open("/etc/passwd"),
        "write": lambda: open("/tmp/left-behind", "w"),
        "internet": lambda: socket.socket(socket.AF_INET),
        "local": lambda: socket.socket(socket.AF_UNIX),
        "pipe": os.pipe,
        "process": os.fork,
        "program": lambda: os.execv("/bin/true", ["true"]),
        "delete": lambda: os.unlink("/nowhere/at/all"),
        "signal": lambda: os.kill(os.getpid(), 0),
        "unlimit": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    }
    report = {name: outcome(attempt) for name, attempt in tries.items()}
    report["environment"] = dict(os.environ)
    report["process_id"] = os.getpid()
    report["modules"] = [name for name in sys.modules if name.split(".")[0] in ("app", "flask")]
    form = Variant(b"\\xff\\xd8\\xff" + json.dumps(report).encode(), "image/jpeg", 1, 1)
    return Picture(1, 1, form, form, form)
"""


@pytest.fixture
def report(swap: Swap, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    monkeypatch.setenv("OWNPACE_SECRET_KEY", "must not be seen")
    swap(BREAK_OUT)
    with Workshop() as workshop:
        picture = workshop.picture(keep("a.png", Image.new("L", (9, 9))))
        assert isinstance(picture, Picture)
        answer: dict[str, object] = json.loads(picture.original.data[3:])
        about = Path("/proc", str(answer["process_id"]))
        answer["status"] = (about / "status").read_text()
        answer["limits"] = (about / "limits").read_text()
    return answer


def test_no_file_and_no_socket_can_be_opened(report: dict[str, object]) -> None:
    for name in ("read", "write", "internet", "local", "pipe"):
        assert report[name] in ("EMFILE", "EPERM"), name
    # Two locks, and each must hold by itself.
    assert re.search(r"^Max open files +0 +0 ", str(report["limits"]), re.MULTILINE)
    assert re.search(r"^Seccomp:\t2$", str(report["status"]), re.MULTILINE)


def test_nothing_else_in_the_system_can_be_touched(report: dict[str, object]) -> None:
    for name in ("process", "program", "delete", "signal"):
        assert report[name] == "EPERM", name


def test_no_secret_and_no_right_is_inherited(report: dict[str, object]) -> None:
    assert "must not be seen" not in str(report["environment"])
    assert "OWNPACE_SECRET_KEY" not in str(report["environment"])
    assert report["modules"] == []
    assert re.search(r"^NoNewPrivs:\t1$", str(report["status"]), re.MULTILINE)
    assert not re.search(r"^Uid:.*\t0\b", str(report["status"]), re.MULTILINE)
    assert report["unlimit"] == "not allowed to raise maximum limit"


def spoiled_then_fine(swap: Swap, decoder: str) -> None:
    """Put in a decoder that goes wrong on files of more than 1,000 bytes only."""
    body = "\n".join(f"        {line}" for line in decoder.strip().splitlines())
    swap(
        "import ctypes, os, time\n"
        "real = darkroom.shrink\n"
        "def decode(data, file_format, pixels):\n"
        f"    if len(data) > 1000:\n{body}\n"
        "    return real(data, file_format, pixels)\n"
    )


@pytest.mark.parametrize(
    ("decoder", "problem"),
    [
        ("while True: pass", ("picture_too_hard", "time")),
        ("time.sleep(600)", ("picture_too_hard", "time")),
        ("hoard = bytearray(4_000_000_000)", ("picture_too_hard", "memory")),
        ("ctypes.string_at(0)", ("picture_unreadable", "PNG")),
        ("os._exit(0)", ("picture_unreadable", "PNG")),
        ("raise ZeroDivisionError", ("picture_unreadable", "PNG")),
        ("raise SystemExit", ("picture_unreadable", "PNG")),
        ("os.write(0, b'\\xff' * 5000); time.sleep(600)", ("picture_unreadable", "PNG")),
        ("os.write(0, b'\\0\\0\\0\\x02{}'); time.sleep(600)", ("picture_unreadable", "PNG")),
        ("os.write(0, b'\\0\\0\\0\\x02[]'); time.sleep(600)", ("picture_unreadable", "PNG")),
    ],
)
def test_a_bad_end_is_a_problem_of_that_picture_alone(
    swap: Swap, keep: Keep, decoder: str, problem: tuple[str, str]
) -> None:
    spoiled_then_fine(swap, decoder)
    bad = keep("bad.png", Image.effect_noise((50, 50), 90))
    good = keep("good.png", Image.new("L", (9, 9)))
    with Workshop(Limits(cpu_seconds=1, wall_seconds=2.5)) as workshop:
        assert isinstance(workshop.picture(good), Picture)
        found = workshop.picture(bad)
        assert isinstance(found, Problem)
        assert (found.code, list(found.values.values())[-1]) == problem
        assert isinstance(workshop.picture(good), Picture)


def test_a_child_that_the_system_kills_is_a_problem_of_that_picture(
    swap: Swap, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Doomed(Child[Picture]):
        def ask(self, data: bytes, file_format: str) -> Picture | Refusal:
            threading.Timer(0.2, self._process.kill).start()
            return super().ask(data, file_format)

    monkeypatch.setattr("app.media.workshop.Child", Doomed)
    spoiled_then_fine(swap, "time.sleep(600)")
    with Workshop() as workshop:
        found = workshop.picture(keep("bad.png", Image.effect_noise((50, 50), 90)))
        monkeypatch.undo()
        assert found == Problem("picture_too_hard", {"picture": "bad.png", "lacking": "memory"})
        assert isinstance(workshop.picture(keep("a.png", Image.new("L", (9, 9)))), Picture)


def test_a_lie_about_the_type_is_not_believed(swap: Swap, keep: Keep) -> None:
    swap(BREAK_OUT.replace('"image/jpeg"', '"image/png"'))
    with Workshop() as workshop:
        found = workshop.picture(keep("a.png", Image.new("L", (9, 9))))
    assert isinstance(found, Problem)
    assert found.code == "picture_unreadable"


def test_a_child_is_replaced_after_so_many_pictures(
    keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[Child[Picture]] = []

    class Counted(Child[Picture]):
        def __init__(self, limits: Limits, trade: Trade[Picture]) -> None:
            super().__init__(limits, trade)
            children.append(self)

    monkeypatch.setattr("app.media.workshop.Child", Counted)
    path = keep("a.png", Image.new("L", (9, 9)))
    with Workshop(Limits(files_a_child=2)) as workshop:
        assert all(isinstance(workshop.picture(path), Picture) for _ in range(5))
    assert len(children) == 3


def test_each_picture_has_its_own_time(swap: Swap, keep: Keep) -> None:
    swap(
        "import time\n"
        "real = darkroom.shrink\n"
        "def decode(data, file_format, pixels):\n"
        "    until = time.process_time() + 0.7\n"
        "    while time.process_time() < until: pass\n"
        "    return real(data, file_format, pixels)\n"
    )
    path = keep("a.png", Image.new("L", (9, 9)))
    with Workshop(Limits(cpu_seconds=1, wall_seconds=30.0)) as workshop:
        assert all(isinstance(workshop.picture(path), Picture) for _ in range(4))


def test_no_process_and_no_line_is_left_behind(keep: Keep) -> None:
    before = sorted(os.listdir("/proc/self/fd"))
    with Workshop() as workshop:
        workshop.picture(keep("a.png", Image.new("L", (9, 9))))
    assert sorted(os.listdir("/proc/self/fd")) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_that_cannot_start_blames_no_picture(
    monkeypatch: pytest.MonkeyPatch, keep: Keep
) -> None:
    monkeypatch.setattr(child, "START", "raise SystemExit(3)")
    with Workshop() as workshop, pytest.raises(RuntimeError, match="did not start"):
        workshop.picture(keep("a.png", Image.new("L", (9, 9))))


def test_the_server_itself_loads_no_decoder() -> None:
    code = "import sys, app.media.pictures; print([n for n in sys.modules if n == 'PIL'])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
