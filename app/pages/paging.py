"""Long lists in pages: where in the list an address is."""

from flask import request

# More rows than anybody has; what lies behind them all is brought back to the last page.
FAR = 10**9


def asked_past() -> int:
    """After how many newer rows the page shall begin, as `?past=50` says."""
    text = request.args.get("past", "")
    if not (text.isascii() and text.isdigit()):
        return 0
    return int(text) if len(text) < 10 else FAR
