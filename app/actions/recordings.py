"""Recordings: kept for the card that makes them, heard again by it alone, forgotten when unused."""

from datetime import datetime
from typing import NamedTuple

from app.actions.sheets import Sheet, save_typed
from app.kinds import kinds
from app.kinds.kind import Reading
from app.media.ear import Voice
from app.media.shelf import RECORDED, Shelf
from app.rules.hide import day_of
from app.rules.problem import Problem
from app.rules.recorded import MOST_BYTES
from app.store import answers, drafts, holds, memberships, recordings
from app.store.memberships import Member
from app.store.opening import Store, Unit
from app.store.recordings import Recorded
from app.store.sittings import Seated

# A page sends fewer, whatever was recorded.
MOST_PIECES = 1_000
# For so many tasks at once there may be pieces that nobody goes on with.
MOST_UNFINISHED = 4


class Whose(NamedTuple):
    """The card that records, and the task that it records for."""

    card: int
    slug: str
    task: int


class Piece(NamedTuple):
    """A piece of an upload of `size` bytes; without `data` it only asks what is there."""

    upload: str
    size: int
    start: int = 0
    data: bytes = b""


class Arrived(NamedTuple):
    """How much of an upload is there: `whole` is all of it, `file` its recording once it is one."""

    have: int
    whole: bytes = b""
    file: str = ""


def wanted(store: Store, whose: Whose) -> str:
    """The field that a card is asked to record for a task; "" where it is not asked to."""

    def act(unit: Unit) -> str:
        member = _member(unit, whose)
        return _field(member) if member else ""

    return store.read(act)


def keep(
    store: Store,
    shelf: Shelf,
    whose: Whose,
    voice: Voice,
    now: datetime,
    seated: bool,
    upload: str = "",
) -> str:
    """Keep a recording, and its name; "" where this card has no such task.

    With `seated` it is the card's draft of the task too. Without, somebody else may sit there.
    """
    file = shelf.put(voice.data, RECORDED)

    def act(unit: Unit) -> bool:
        member = _member(unit, whose)
        if member is None:
            return False
        size = len(voice.data)
        recordings.add(unit, member.id, whose.task, file, voice.seconds, size, upload)
        recordings.forget_pieces(unit, member.id, whose.task)
        field, answered = _field(member), recordings.answered(unit, member.id, whose.task)
        if seated and not any(file in one.get(field, ()) for one in answered):
            typed = {field: [file]}
            sheet = Sheet(whose.slug, whose.task, typed)
            save_typed(unit, member, sheet, typed, day_of(now.timestamp()))
        return True

    kept = store.write(act)
    # A sweep between the two would have met a file without a name.
    shelf.put(voice.data, RECORDED)
    return file if kept else ""


def known(unit: Unit, member: Member, task: int, reading: Reading) -> Reading:
    """A reading in which a recording is one that this member made: its file, then its seconds."""
    field = _field(member)
    file = reading.answer.get(field)
    if reading.problems or not isinstance(file, str) or not file:
        return reading
    found = recordings.find(unit, member.id, task, file)
    if found is None:
        return Reading(reading.answer, (Problem("recording_missing", field=field),))
    return Reading({**reading.answer, field: [file, f"{found.seconds:.1f}"]}, ())


def take_piece(store: Store, whose: Whose, piece: Piece) -> Arrived | Problem:
    """Keep a piece where it is the next one; a piece that is there already counts once."""

    def act(unit: Unit) -> Arrived | Problem:
        member = _member(unit, whose)
        if member is None:
            return Problem("task_not_yours")
        done = recordings.uploaded(unit, member.id, whose.task, piece.upload)
        if done:
            return Arrived(piece.size, file=done.file)
        have = _add(unit, member, whose.task, piece)
        if have < piece.size:
            return Arrived(have)
        return Arrived(have, recordings.pieces(unit, member.id, whose.task, piece.upload))

    if not piece.size:
        return Problem("recording_missing")
    if piece.size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        return Problem("recording_large", {"found": piece.size // 1_000_000, "most": most})
    return store.write(act)


def forget_pieces(store: Store, whose: Whose) -> None:
    """Forget an upload that cannot be used."""

    def act(unit: Unit) -> None:
        member = _member(unit, whose)
        if member:
            recordings.forget_pieces(unit, member.id, whose.task)

    store.write(act)


def of_card(store: Store, seated: Seated, file: str) -> Recorded | None:
    """A recording by its file, where the card that is open made it."""
    return store.read(lambda unit: recordings.of_card(unit, seated.card, file))


def tidy(store: Store, shelf: Shelf, whose: Whose) -> None:
    """Remove a card's recordings for a task that no answer and no draft of it names."""

    def act(unit: Unit) -> None:
        member = memberships.find(unit, whose.card, whose.slug)
        if member is None:
            return
        # Only the page that sent them could go on with what came in pieces.
        recordings.forget_pieces(unit, member.id, whose.task)
        field = _field(member)
        kept = [one.typed for one in drafts.of_task(unit, member.id, whose.task)]
        told = [*kept, *recordings.answered(unit, member.id, whose.task)]
        used = {file for one in told for file in one.get(field, ())}
        for one in recordings.of_task(unit, member.id, whose.task):
            if one.file not in used:
                recordings.drop(unit, one.id)
                if not recordings.named(unit, [one.file]):
                    shelf.remove(one.file)

    store.write(act)


def _add(unit: Unit, member: Member, task: int, piece: Piece) -> int:
    """Keep a piece where it is the next one; how many bytes are there then."""
    have, count = recordings.have(unit, member.id, task, piece.upload)
    is_next = piece.data and piece.start == have and have + len(piece.data) <= piece.size
    if not is_next or count >= MOST_PIECES:
        return have
    # Uploads that never end must not fill the disk.
    if not have and recordings.unfinished(unit, member.id, task) >= MOST_UNFINISHED:
        recordings.forget_unfinished(unit, member.id, task)
    recordings.add_piece(unit, member.id, task, piece.upload, piece.start, piece.data)
    return have + len(piece.data)


def _field(member: Member) -> str:
    return kinds()[member.kind].records


def _member(unit: Unit, whose: Whose) -> Member | None:
    """The membership of a card that has this task in hand, or can still change its answer."""
    member = memberships.find(unit, whose.card, whose.slug)
    if member is None or not kinds()[member.kind].records:
        return None
    if holds.find(unit, member.id, whose.task):
        return member
    may_change = member.state != "closed" and answers.find(unit, member.id, whose.task)
    return member if may_change else None
