"""Cards, the batches they were printed in, their codes and sittings."""

from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, ForeignKey, LargeBinary
from sqlmodel import Field, SQLModel

from app.store.tables.columns import big, key, link


class Batch(SQLModel, table=True):
    """Cards that were printed together; `cap` is what they may earn in all, in each currency."""

    id: int | None = key()
    pool: int | None = link("pool.id", default=None)
    cards: int
    cap: int | None = big(default=None)
    day: int


class BatchPurse(SQLModel, table=True):
    """What a batch's cards have reserved and earned in one currency, as a running sum."""

    __tablename__ = "batch_purse"
    __table_args__ = (CheckConstraint("used >= 0", "used"),)
    batch: int = link("batch.id", primary_key=True)
    currency: str = Field(primary_key=True)
    used: int = big(default=0)


class Card(SQLModel, table=True):
    """A worker: a card and the settings its owner made.

    Where its owner chose a limit a day, `noted_tasks` counts the tasks with content notes that were
    dealt on the one day `noted_day`.
    """

    id: int | None = key()
    batch: int | None = link("batch.id", default=None, index=True)
    settings: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    day: int
    noted_day: int | None = None
    noted_tasks: int | None = None


class Code(SQLModel, table=True):
    """A code that opens a card, as its HMAC; `purpose` is main, spare or printed."""

    mac: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    key_version: int
    card: int = link("card.id", index=True)
    purpose: str


class Sitting(SQLModel, table=True):
    """A card open in one browser, and the run of tasks that is being done there.

    `minutes_report` is what its worker said of this run; a new run begins without one.
    """

    id: int | None = key()
    secret: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    card: int = link("card.id", index=True)
    own_device: bool = False
    pool: int | None = link("pool.id", default=None)
    goal: int = 0
    done: int = 0
    earned: int = big(default=0)
    did: str = ""
    receipt: int = big(default=0)
    day: int
    minutes_report: int | None = Field(
        default=None,
        sa_column=Column(BigInteger, ForeignKey("minutes_report.number"), nullable=True),
    )
