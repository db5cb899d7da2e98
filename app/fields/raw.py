"""What the controls of a field hold where it has a value already."""

from app.fields import Field, Value
from app.fields.day import Day
from app.fields.number import Number


def raw_of(field: Field, value: Value) -> list[str]:
    """What the controls of a field hold where it has this value."""
    if isinstance(value, list):
        return value
    return field.raw(value) if isinstance(field, Day | Number) else [value]
