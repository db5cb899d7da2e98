"""What people say beside their answers: their minutes, why they skipped, what was in their way."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from app.store.tables.columns import big, link


class MinutesReport(SQLModel, table=True):
    """About how many minutes one run of tasks took, as its worker said.

    It names no card, no membership and no answer, and its number is random, so that neither it nor
    its order says who reported. Only the sitting in which the run was done leads here, so that the
    worker can correct it; that link goes with the run or with the sitting, whichever ends first.
    The price of this: many runs of one worker are as many reports.
    """

    __tablename__ = "minutes_report"
    __table_args__ = (
        CheckConstraint("tasks >= 1", "tasks"),
        CheckConstraint("minutes > 0", "minutes"),
        Index("ix_minutes_report_pool_day", "pool", "day"),
    )
    number: int = big(primary_key=True)
    pool: int = link("pool.id")
    tasks: int
    minutes: float
    day: int


class SkipReason(SQLModel, table=True):
    """Why a task was skipped, from a closed list, where its worker chose to say."""

    __tablename__ = "skip_reason"
    answer: int = Field(sa_column=Column(BigInteger, ForeignKey("answer.id"), primary_key=True))
    reason: str


class BarrierReport(SQLModel, table=True):
    """What was in somebody's way on this site, and what came of it; it names nobody.

    `form` is the same for the same text from the same form, so that a resend makes no second one.
    """

    __tablename__ = "barrier_report"
    number: int = big(primary_key=True)
    form: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    page: str
    text: str
    answer: str = ""
    day: int
