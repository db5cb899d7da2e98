"""Money: accounts and the ledger."""

from sqlalchemy import BigInteger, Column, ForeignKey, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.store.tables.columns import big, key, link


class Account(SQLModel, table=True):
    """A card's money in one currency, as a running balance; sample pay stands apart."""

    __table_args__ = (UniqueConstraint("card", "currency", "sample"),)
    id: int | None = key()
    card: int | None = link("card.id", default=None)
    currency: str
    sample: bool = False
    balance: int = big(default=0)


class Entry(SQLModel, table=True):
    """One line of the ledger; never changed, never deleted."""

    id: int | None = key()
    account: int = link("account.id", index=True)
    pool: int = link("pool.id", index=True)
    kind: str
    amount: int = big()
    day: int


class EntryAnswer(SQLModel, table=True):
    """Which answer a ledger entry pays for; deleting a card deletes these links, not the sums."""

    __tablename__ = "entry_answer"
    entry: int = link("entry.id", primary_key=True)
    answer: int = Field(
        sa_column=Column(BigInteger, ForeignKey("answer.id"), nullable=False, unique=True)
    )
