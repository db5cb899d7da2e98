"""Work: memberships, tasks in hand, answers, receipts and drafts."""

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.store.tables.columns import big, key, link


class Membership(SQLModel, table=True):
    """A card's place in one pool under a random pseudonym.

    `card` is the one column that leads from work to a card; it is emptied when a card is deleted.
    `day` is the last day on which a task was dealt or answered.
    """

    __table_args__ = (UniqueConstraint("card", "pool"), UniqueConstraint("pool", "pseudonym"))
    id: int | None = key()
    card: int | None = link("card.id", default=None)
    pool: int = link("pool.id")
    pseudonym: str
    deals: int = 0
    answers: int = 0
    earned: int = big(default=0)
    day: int | None = None


class Cursor(SQLModel, table=True):
    """How far a membership has come in one lane of one strand."""

    membership: int = link("membership.id", primary_key=True)
    strand: int = link("strand.id", primary_key=True)
    lane: int = Field(primary_key=True)
    rank: int


class Hold(SQLModel, table=True):
    """A task in hand, with the pay that was shown; `released` once its place was given again."""

    __table_args__ = (
        Index(
            "ix_hold_old",
            "pool",
            "since",
            sqlite_where=text("not released"),
            postgresql_where=text("not released"),
        ),
        Index("ix_hold_task", "task"),
    )
    membership: int = link("membership.id", primary_key=True)
    task: int = link("task.id", primary_key=True)
    pool: int = link("pool.id")
    since: int
    pay: int
    released: bool = False
    saved: bool = False


class Answer(SQLModel, table=True):
    """A worker's latest answer to a task; a skip is an answer without a value."""

    __table_args__ = (
        UniqueConstraint("membership", "task"),
        Index("ix_answer_task", "task"),
        Index("ix_answer_pool", "pool", "task", "id"),
    )
    id: int = big(primary_key=True)
    membership: int = link("membership.id")
    task: int = link("task.id")
    pool: int = link("pool.id")
    value: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    version: int = 1
    day: int
    pay: int = 0
    surplus: bool = False
    excluded_reason: str = ""


class Receipt(SQLModel, table=True):
    """One version of an answer as it was stored, under the number that the worker was given."""

    __table_args__ = (UniqueConstraint("answer", "version"),)
    number: int = big(primary_key=True)
    answer: int = Field(sa_column=Column(BigInteger, ForeignKey("answer.id"), nullable=False))
    version: int
    value: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    day: int


class Draft(SQLModel, table=True):
    """Typed text that is no answer yet: saved by the worker, or sent after a sitting had ended."""

    __table_args__ = (Index("ix_draft_membership_task", "membership", "task"),)
    id: int | None = key()
    membership: int = link("membership.id")
    task: int = link("task.id")
    typed: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    late: bool = False
    day: int
