"""The shapes of what is asked of a worker or supplied by a coordinator."""

from typing import ClassVar, Protocol

from app.rules.problem import Problem

Value = str | list[str]


class Field(Protocol):
    """One thing that is asked or supplied: it reads its own raw text into a value or a problem."""

    macro: ClassVar[str]

    @property
    def name(self) -> str:
        """The field's name in forms, columns and exports."""
        ...

    @property
    def label(self) -> str:
        """The words that name the field to a person."""
        ...

    @property
    def required(self) -> bool:
        """Whether an empty value is a problem."""
        ...

    def read(self, raw: list[str]) -> Value | Problem:
        """The value in what was sent (one string for each control of this name), or a problem."""
        ...
