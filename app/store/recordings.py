"""Recordings of workers, and the pieces of those that are still coming in."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, update

from app.store.opening import Unit
from app.store.statement import Statement
from app.store.tables import answer, membership, receipt, recording, recording_piece


class Recorded(NamedTuple):
    """A recording on the shelf."""

    id: int
    file: str
    seconds: float
    size: int


_OWN = (recording.c.membership == bindparam("member"), recording.c.task == bindparam("of"))
_COLUMNS = (recording.c.id, recording.c.file, recording.c.seconds, recording.c.size)
_OF_TASK = Statement(select(*_COLUMNS).where(*_OWN))
_NAMED = Statement(select(*_COLUMNS).where(*_OWN, recording.c.file == bindparam("named")))
_UPLOADED = Statement(select(*_COLUMNS).where(*_OWN, recording.c.upload == bindparam("came_as")))
_OF_CARD = Statement(
    select(*_COLUMNS)
    .join(membership, membership.c.id == recording.c.membership)
    .where(membership.c.card == bindparam("card"), recording.c.file == bindparam("named"))
)
_NEW = Statement(insert(recording))
_CAME_AS = Statement(update(recording).where(recording.c.id == bindparam("which")))
_DROP = Statement(delete(recording).where(recording.c.id == bindparam("which")))
_ANSWERED = Statement(
    select(receipt.c.value)
    .join(answer, answer.c.id == receipt.c.answer)
    .where(
        answer.c.membership == bindparam("member"),
        answer.c.task == bindparam("of"),
        receipt.c.value.is_not(None),
    )
)
_MINE = (
    recording_piece.c.membership == bindparam("member"),
    recording_piece.c.task == bindparam("of"),
)
_THIS = (*_MINE, recording_piece.c.upload == bindparam("came_as"))
_HAVE = Statement(
    select(func.coalesce(func.sum(func.length(recording_piece.c.data)), 0), func.count()).where(
        *_THIS
    )
)
_PIECES = Statement(select(recording_piece.c.data).where(*_THIS).order_by(recording_piece.c.start))
_NEW_PIECE = Statement(insert(recording_piece))
_FORGET_PIECES = Statement(delete(recording_piece).where(*_MINE))
_OF_OTHER_TASKS = (
    recording_piece.c.membership == bindparam("member"),
    recording_piece.c.task != bindparam("of"),
)
_OTHER_TASKS = Statement(
    select(func.count(recording_piece.c.task.distinct())).where(*_OF_OTHER_TASKS)
)
_FORGET_OTHER_TASKS = Statement(delete(recording_piece).where(*_OF_OTHER_TASKS))
_FORGET_OTHERS = Statement(
    delete(recording_piece).where(*_MINE, recording_piece.c.upload != bindparam("came_as"))
)


def find(unit: Unit, member_id: int, task_id: int, file: str) -> Recorded | None:
    """A member's recording for a task, by its file."""
    row = _NAMED.first(unit, {"member": member_id, "of": task_id, "named": file})
    return Recorded(*row) if row else None


def uploaded(unit: Unit, member_id: int, task_id: int, upload: str) -> Recorded | None:
    """A member's recording that came in pieces under this name and is whole."""
    row = _UPLOADED.first(unit, {"member": member_id, "of": task_id, "came_as": upload})
    return Recorded(*row) if row else None


def of_task(unit: Unit, member_id: int, task_id: int) -> list[Recorded]:
    """All of a member's recordings for a task."""
    return [Recorded(*row) for row in _OF_TASK.all(unit, {"member": member_id, "of": task_id})]


def of_card(unit: Unit, card_id: int, file: str) -> Recorded | None:
    """A recording by its file, where this card made it."""
    row = _OF_CARD.first(unit, {"card": card_id, "named": file})
    return Recorded(*row) if row else None


def add(
    unit: Unit, member_id: int, task_id: int, file: str, seconds: float, size: int, upload: str
) -> None:
    """Note a recording; one that is there already is there once."""
    known = find(unit, member_id, task_id, file)
    if known is None:
        new = {"membership": member_id, "task": task_id, "file": file, "seconds": seconds}
        _NEW.run(unit, {**new, "size": size, "upload": upload})
    elif upload:
        _CAME_AS.run(unit, {"which": known.id, "upload": upload})


def drop(unit: Unit, recording_id: int) -> None:
    """Forget a recording; its file is another matter."""
    _DROP.run(unit, {"which": recording_id})


def answered(unit: Unit, member_id: int, task_id: int) -> list[dict[str, Any]]:
    """Every version of a member's answer to a task."""
    return [row[0] for row in _ANSWERED.all(unit, {"member": member_id, "of": task_id})]


def named(unit: Unit, files: Sequence[str]) -> set[str]:
    """Which of these files are recordings that are still wanted."""
    found = select(recording.c.file).where(recording.c.file.in_(files))
    return {row[0] for row in unit.execute(found)}


def have(unit: Unit, member_id: int, task_id: int, upload: str) -> tuple[int, int]:
    """How many bytes of an upload are there, and in how many pieces."""
    size, count = _HAVE.one(unit, {"member": member_id, "of": task_id, "came_as": upload})
    return int(size), int(count)


def add_piece(
    unit: Unit, member_id: int, task_id: int, upload: str, start: int, data: bytes
) -> None:
    """Keep the next piece of an upload; a task has one upload, the latest."""
    whose = {"member": member_id, "of": task_id, "came_as": upload}
    _FORGET_OTHERS.run(unit, whose)
    new = {"membership": member_id, "task": task_id, "upload": upload}
    _NEW_PIECE.run(unit, {**new, "start": start, "data": data})


def unfinished(unit: Unit, member_id: int, task_id: int) -> int:
    """For how many other tasks a member has pieces."""
    return int(_OTHER_TASKS.one(unit, {"member": member_id, "of": task_id})[0])


def forget_unfinished(unit: Unit, member_id: int, task_id: int) -> None:
    """Forget what came in pieces for a member's other tasks."""
    _FORGET_OTHER_TASKS.run(unit, {"member": member_id, "of": task_id})


def pieces(unit: Unit, member_id: int, task_id: int, upload: str) -> bytes:
    """All that came of an upload."""
    rows = _PIECES.all(unit, {"member": member_id, "of": task_id, "came_as": upload})
    return b"".join(bytes(row[0]) for row in rows)


def forget_pieces(unit: Unit, member_id: int, task_id: int) -> None:
    """Forget what came in pieces for a task."""
    _FORGET_PIECES.run(unit, {"member": member_id, "of": task_id})
