"""The `[pool.pay]` table: what a task pays, and how much there is in all."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from math import ceil

from babel.numbers import get_currency_precision, is_currency

from app.formats.lengths import LONGEST_QUESTION
from app.formats.nearest import not_one_of, shown
from app.formats.pool_spec import CARDS, OPEN
from app.formats.toml_table import TomlTable
from app.rules.problem import Problem

MOST_AMOUNT = 1_000_000_000
LONGEST_AMOUNT = 20


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay and budget in whole minor units, who may enter, and why it is less than is asked for."""

    pay: int = 0
    currency: str = ""
    budget: int = 0
    entry: str = OPEN
    below_floor: str = ""


def read_pay(table: TomlTable) -> Pay:
    """The pay of a pool; problems are noted in the table."""
    written = table.text("currency", 10)
    currency = written.upper()
    if currency and not is_currency(currency):
        table.wrong("currency", Problem("currency_unknown", {"found": shown(written)}))
        currency = ""
    pay = _amount(table, "amount", currency)
    budget = _amount(table, "budget", currency)
    if 0 < budget < pay:
        table.wrong("budget", Problem("budget_small", {"found": shown(table.get("budget"))}))
    entry = table.text("entry", 20) if "entry" in table else CARDS
    if entry and entry not in {CARDS, OPEN}:
        table.wrong("entry", not_one_of("entry", entry, (CARDS, OPEN)))
    reason = table.text("below_floor", LONGEST_QUESTION) if "below_floor" in table else ""
    table.finish()
    return Pay(pay, currency, budget, entry, reason)


def as_written(minor: int, currency: str) -> str:
    """An amount in minor units as it is written in the file, such as `60.00`."""
    digits = get_currency_precision(currency)
    return f"{Decimal(minor).scaleb(-digits):.{digits}f}"


def in_minor_units(amount: Decimal, currency: str) -> int:
    """An amount of money in the currency's minor units, rounded up."""
    return ceil(amount.scaleb(get_currency_precision(currency)))


def _amount(table: TomlTable, key: str, currency: str) -> int:
    """An amount in minor units, or 0 with a problem noted."""
    found = table.get(key)
    if found is None:
        return 0
    amount = _decimal(found)
    if amount is None:
        table.wrong(key, Problem("amount_wanted", {"found": shown(found)}))
        return 0
    if not 0 < amount <= MOST_AMOUNT:
        table.wrong(key, Problem("amount_range", {"found": shown(found), "most": MOST_AMOUNT}))
        return 0
    digits = get_currency_precision(currency) if currency else 0
    minor = amount.scaleb(digits)
    if currency and minor != int(minor):
        values: dict[str, str | int] = {
            "found": shown(found),
            "currency": currency,
            "most": digits,
        }
        table.wrong(key, Problem("amount_digits", values))
        return 0
    return int(minor)


def _decimal(found: object) -> Decimal | None:
    """The number in a text or a TOML number, or None."""
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal):
        return None
    # So many digits that arithmetic would round them are no amount of money.
    if len(str(found)) > LONGEST_AMOUNT:
        return None
    try:
        amount = Decimal(found)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
