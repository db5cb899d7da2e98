"""The few shapes of column that the tables share, and how constraints are named."""

from typing import Any

from sqlalchemy import BigInteger, MetaData
from sqlmodel import Field, SQLModel

metadata: MetaData = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def key() -> Any:
    """A primary key that the database counts up."""
    return Field(default=None, primary_key=True)


def link(target: str, **options: Any) -> Any:
    """A reference to another table's column, as `table.column`."""
    return Field(foreign_key=target, **options)


def big(**options: Any) -> Any:
    """A whole number of 64 bits: money in minor units, random numbers."""
    return Field(sa_type=BigInteger, **options)
