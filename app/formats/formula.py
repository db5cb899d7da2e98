"""Cells that a spreadsheet would run as a formula: guarded going out, unguarded coming in."""

import re

# Apostrophes before the sign count too: without them a cell that really begins with `'=`
# would come back from an export without its own apostrophe.
_RISKY = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def guard(cell: str) -> str:
    """The cell with one apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell without the one apostrophe that `guard` put there."""
    return cell[1:] if _GUARDED.match(cell) else cell
