"""Pay is read in a currency's own smallest units, exactly."""

import pytest

from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml


def pay(pool_toml: str, **values: str) -> str:
    given = {"amount": '"0.05"', "currency": '"EUR"', "budget": '"60.00"'} | values
    lines = [f"{key} = {value}" for key, value in given.items() if value]
    return "\n".join([pool_toml, "[pool.pay]", *lines])


@pytest.mark.parametrize(
    ("amount", "currency", "budget", "minor"),
    [
        ('"0.05"', '"EUR"', '"60.00"', (5, 6000)),
        ('"0.05"', '"eur"', '"60"', (5, 6000)),
        ("0.29", '"USD"', "60", (29, 6000)),
        ('"5"', '"JPY"', '"600"', (5, 600)),
        ('"0.005"', '"KWD"', '"1"', (5, 1000)),
    ],
)
def test_amounts_are_whole_minor_units(
    pool_toml: str, amount: str, currency: str, budget: str, minor: tuple[int, int]
) -> None:
    text = pay(pool_toml, amount=amount, currency=currency, budget=budget)
    spec = read_pool_toml(text.encode())
    assert isinstance(spec, PoolSpec), spec
    assert (spec.pay, spec.budget) == minor
    assert (spec.currency, spec.entry) == (currency.strip('"').upper(), "cards")


def test_a_pool_that_pays_can_be_open(pool_toml: str) -> None:
    spec = read_pool_toml(pay(pool_toml, entry='"open"').encode())
    assert isinstance(spec, PoolSpec)
    assert spec.entry == "open"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("amount", "", "key_missing"),
        ("currency", "", "key_missing"),
        ("budget", "", "key_missing"),
        ("amount", '"five cents"', "amount_wanted"),
        ("amount", '"0,05"', "amount_wanted"),
        ("amount", "nan", "amount_wanted"),
        ("amount", '"0.0500000000000000000000000000000001"', "amount_wanted"),
        ("amount", '"0"', "amount_range"),
        ("amount", '"-1"', "amount_range"),
        ("amount", '"1e30"', "amount_range"),
        ("amount", '"0.005"', "amount_digits"),
        ("amount", '"1e-999999"', "amount_digits"),
        ("currency", '"EURO"', "currency_unknown"),
        ("budget", '"0.04"', "budget_small"),
        ("entry", '"everybody"', "entry_unknown"),
    ],
)
def test_a_mistake_in_pay_is_told_with_its_key(
    pool_toml: str, key: str, value: str, code: str
) -> None:
    found = read_pool_toml(pay(pool_toml, **{key: value}).encode())
    assert isinstance(found, list)
    assert [(one.code, one.column) for one in found] == [(code, f"pool.pay.{key}")]
    assert found[0].row >= 15
