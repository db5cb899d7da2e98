"""Pools, their words, tasks and places."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.store.tables.columns import big, key, link


class Pool(SQLModel, table=True):
    """A pool of tasks and its terms; `reserved` and `spent` are running sums of its budget."""

    __table_args__ = (
        CheckConstraint("spent >= 0 and reserved >= 0 and spent + reserved <= budget", "budget"),
        CheckConstraint("overlap >= 1", "overlap"),
    )
    id: int | None = key()
    slug: str = Field(unique=True)
    kind: str
    state: str = "draft"
    language: str
    overlap: int
    minutes: float
    notes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    choices: list[str] = Field(sa_column=Column(JSON, nullable=False))
    fields: list[dict[str, Any]] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    hide: bool | None = None
    entry: str
    currency: str = ""
    pay: int = 0
    budget: int = big(default=0)
    reserved: int = big(default=0)
    spent: int = big(default=0)
    sample: bool = False
    public_benefit: bool = False
    version: int = 1


class PoolWords(SQLModel, table=True):
    """A pool's own words in one language; a new text of the steps is a new version."""

    __tablename__ = "pool_words"
    pool: int = link("pool.id", primary_key=True)
    locale: str = Field(primary_key=True)
    version: int = 1
    title: str
    purpose: str
    asked_by: str
    question: str
    steps: list[str] = Field(sa_column=Column(JSON, nullable=False))
    choices: list[str] = Field(sa_column=Column(JSON, nullable=False))
    fields: list[dict[str, Any]] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    tree: list[str] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    below_floor: str | None = None


class Strand(SQLModel, table=True):
    """The tasks of a pool with the same needs and language; lane 1 is visible up to `head`.

    `lang` holds all the languages that a task wants, with a plus sign between them.
    """

    __table_args__ = (UniqueConstraint("pool", "needs", "lang"),)
    id: int | None = key()
    pool: int = link("pool.id")
    needs: str
    lang: str
    head: int = -1
    tail: int = -1


class Load(SQLModel, table=True):
    """One import into a pool; its tasks are seen only when it is ready.

    `hosts` are the sites that its tasks lead to, where its kind names some.
    """

    id: int | None = key()
    pool: int = link("pool.id", index=True)
    ready: bool = False
    touched: int = 0
    tasks: int = 0
    hosts: list[str] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )


class Task(SQLModel, table=True):
    """One task as it was imported; its words and files never change."""

    __table_args__ = (UniqueConstraint("pool", "key"),)
    id: int | None = key()
    pool: int = link("pool.id")
    load: int = link("load.id", index=True)
    strand: int = link("strand.id")
    key: str
    lang: str
    payload: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    media: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    check_answer: dict[str, Any] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    explain: str = ""


class Known(SQLModel, table=True):
    """What is known of a task's answer beforehand, and how workers' answers compare with it.

    A practice task has no places. `explains` are the explanations in other languages, `ruling` what
    the coordinator said of a doubtful known answer.
    """

    __table_args__ = (Index("ix_known_pool_practice", "pool", "practice"),)
    task: int = link("task.id", primary_key=True)
    pool: int = link("pool.id")
    practice: bool
    explains: dict[str, str] | None = Field(
        default=None, sa_column=Column(JSON(none_as_null=True), nullable=True)
    )
    same: int = 0
    other: int = 0
    ruling: str = ""


class Place(SQLModel, table=True):
    """How many answers a task still wants here; lane 1 is the main order, lane 0 the reopened."""

    __table_args__ = (
        CheckConstraint("open >= 0", "open"),
        Index(
            "ix_place_open",
            "strand",
            "lane",
            "rank",
            sqlite_where=text("open > 0"),
            postgresql_where=text("open > 0"),
        ),
        # Whole, or each task that is removed would be looked for in every place.
        Index("ix_place_task", "task"),
    )
    strand: int = link("strand.id", primary_key=True)
    lane: int = Field(primary_key=True)
    rank: int = Field(primary_key=True)
    task: int = link("task.id")
    open: int


class Medium(SQLModel, table=True):
    """A stored file that an import brought; a file no load names is an orphan."""

    name: str = Field(primary_key=True)
    load: int = link("load.id", primary_key=True, index=True)
