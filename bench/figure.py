"""One figure that was measured, beside what was promised."""

from typing import NamedTuple


class Figure(NamedTuple):
    """A figure: what it is, how much, of what, and the most (or least) that is promised."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the promise holds; a figure without one is there to compare with."""
        over = self.most is not None and self.value > self.most
        under = self.least is not None and self.value < self.least
        return not over and not under

    @property
    def line(self) -> str:
        """The figure as one line of a table."""
        promise = "" if self.most is None else f"≤ {self.most:g}"
        promise = promise if self.least is None else f"≥ {self.least:g}"
        value = f"{self.value:.2f}" if self.value < 100 else f"{self.value:,.0f}"
        verdict = "" if not promise else "holds" if self.holds else "MISSED"
        return f"{self.name:<66} {value:>9} {self.unit:<6} {promise:<9} {verdict}"
