"""What workers record: whole recordings, and those of which only some pieces are there."""

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.store.tables.columns import key, link


class Recording(SQLModel, table=True):
    """A recording for a task; it stays while an answer or a draft of its worker names it.

    `upload` is the worker's own name for it while it came in pieces, "" where it came whole.
    """

    __table_args__ = (
        UniqueConstraint("membership", "task", "file"),
        Index("ix_recording_file", "file"),
    )
    id: int | None = key()
    membership: int = link("membership.id")
    task: int = link("task.id")
    file: str
    seconds: float
    size: int
    upload: str = ""


class RecordingPiece(SQLModel, table=True):
    """A piece of a recording that is still coming in, and where in it the piece begins."""

    __tablename__ = "recording_piece"
    membership: int = link("membership.id", primary_key=True)
    task: int = link("task.id", primary_key=True)
    upload: str = Field(primary_key=True)
    start: int = Field(primary_key=True)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
