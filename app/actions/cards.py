"""Cards: make one, open it with its code, give it another code, leave."""

import hashlib
import hmac
import secrets
from datetime import datetime
from typing import NamedTuple

from app.rules import card as codes
from app.rules.hide import day_of
from app.rules.preferences import NONE, Preferences, completed, read_settings, to_settings
from app.rules.problem import Problem
from app.settings import Settings
from app.store import cards, holds, purses, sittings
from app.store.opening import Store, Unit
from app.store.sittings import Seated

__all__ = ["Seated"]

MAIN, SPARE, PRINTED = "main", "spare", "printed"
SECRET_BYTES = 24


class Opening(NamedTuple):
    """A card open in a browser: the secret that the browser keeps, and what it may keep it for.

    `prefers` are the preferences of the card.
    """

    secret: str
    own_device: bool
    prefers: Preferences


class Printed(NamedTuple):
    """Cards made for a partner, each as its code; nothing here can be made again."""

    batch: int
    codes: tuple[str, ...]


def new_code() -> str:
    """A code nobody has, by 17 random digits."""
    return codes.make(f"{secrets.randbelow(10**17):017d}")


def make_card(
    store: Store,
    settings: Settings,
    own_device: bool,
    now: datetime,
    chosen: Preferences = NONE,
) -> tuple[str, Opening]:
    """Make a card and open it in this browser; its code is shown once.

    It keeps what was chosen on the way to it.
    """
    code, secret, day = new_code(), new_secret(), day_of(now.timestamp())

    def act(unit: Unit) -> None:
        made = cards.add(unit, day)
        cards.add_code(unit, made, mac(settings, code), settings.card_key_version, MAIN)
        cards.set_settings(unit, made, to_settings(chosen))
        sittings.begin(unit, hashed(secret), made, own_device, day)

    store.write(act)
    return code, Opening(secret, own_device, chosen)


def open_card(
    store: Store,
    settings: Settings,
    typed: str,
    own_device: bool,
    now: datetime,
    chosen: Preferences = NONE,
) -> Opening | Problem:
    """Open a card in this browser with what was typed, pasted or uploaded.

    What was chosen on the way fills the gaps in the card's own settings.
    """
    code = codes.read(typed)
    if isinstance(code, Problem):
        return code
    secret, day, key = new_secret(), day_of(now.timestamp()), mac(settings, code)
    # A guess only looks: it must not take the turn of those who write.
    if store.read(lambda unit: cards.find(unit, key)) is None:
        return Problem("code_unknown")

    def act(unit: Unit) -> Opening | Problem:
        found = cards.find(unit, key)
        if found is None:
            return Problem("code_unknown")
        sittings.begin(unit, hashed(secret), found.card, own_device, day)
        own = read_settings(cards.settings_of(unit, found.card))
        prefers = completed(own, chosen)
        if prefers != own:
            cards.set_settings(unit, found.card, to_settings(prefers))
        return Opening(secret, own_device, prefers)

    return store.write(act)


def seat(store: Store, secret: str) -> Seated | None:
    """Who sits at the browser that keeps this secret."""
    return store.read(lambda unit: sittings.find(unit, hashed(secret)))


def set_settings(store: Store, seated: Seated, prefers: Preferences) -> None:
    """Keep what a worker prefers with their card."""
    store.write(lambda unit: cards.set_settings(unit, seated.card, to_settings(prefers)))


def renew(store: Store, settings: Settings, seated: Seated) -> str:
    """Give a card a new code; the codes it had, and all its other sittings, end."""
    code = new_code()

    def act(unit: Unit) -> None:
        cards.drop_codes(unit, seated.card)
        cards.add_code(unit, seated.card, mac(settings, code), settings.card_key_version, MAIN)
        sittings.end_others(unit, seated.card, seated.id)

    store.write(act)
    return code


def make_spare(store: Store, settings: Settings, seated: Seated) -> str:
    """Give a card a second code to be kept elsewhere; an older spare code ends."""
    code = new_code()

    def act(unit: Unit) -> None:
        cards.drop_codes(unit, seated.card, SPARE)
        cards.add_code(unit, seated.card, mac(settings, code), settings.card_key_version, SPARE)

    store.write(act)
    return code


def opens(store: Store, settings: Settings, seated: Seated, typed: str) -> str | Problem:
    """The code itself where it opens the card that is open here; else the problem with it."""
    code = codes.read(typed)
    if isinstance(code, Problem):
        return code
    found = store.read(lambda unit: cards.find(unit, mac(settings, code)))
    return code if found and found.card == seated.card else Problem("code_unknown")


def has_printed_code(store: Store, seated: Seated) -> bool:
    """Whether whoever printed the card may hold a copy of its code."""
    return PRINTED in store.read(lambda unit: cards.purposes(unit, seated.card))


def join_batch(store: Store, settings: Settings, seated: Seated, typed: str) -> Problem | None:
    """Count a self-made card among those a partner handed out, by an unused printed code.

    The printed card ends: its code opens nothing any more.
    """
    code = codes.read(typed)
    if isinstance(code, Problem):
        return code

    def act(unit: Unit) -> Problem | None:
        found = cards.find(unit, mac(settings, code))
        if found is None or found.purpose != PRINTED:
            return Problem("code_not_printed")
        batch = cards.batch_of(unit, found.card)
        if found.card == seated.card or batch is None or cards.is_used(unit, found.card):
            return Problem("code_used")
        if cards.batch_of(unit, seated.card) is not None:
            return Problem("card_has_batch")
        cards.set_batch(unit, seated.card, batch)
        # From here on the batch answers for what is in this card's hand.
        for currency, pay in holds.promised(unit, seated.card):
            purses.use(unit, batch, currency, purses.used(unit, batch, currency) + pay)
        cards.remove_unused(unit, found.card)
        return None

    return store.write(act)


def leave(store: Store, seated: Seated) -> None:
    """End this browser's sitting."""
    store.write(lambda unit: sittings.end(unit, seated.id))


def print_cards(
    store: Store, settings: Settings, count: int, pool: int | None, cap: int | None, now: datetime
) -> Printed:
    """Make a batch of cards to be handed out; all of them, or none."""
    made = tuple(new_code() for _ in range(count))
    day = day_of(now.timestamp())

    def act(unit: Unit) -> int:
        batch = cards.add_batch(unit, count, pool, cap, day)
        for code in made:
            card = cards.add(unit, day, batch)
            cards.add_code(unit, card, mac(settings, code), settings.card_key_version, PRINTED)
        return batch

    return Printed(store.write(act), made)


def mac(settings: Settings, code: str) -> bytes:
    """What the database keeps of a code: HMAC-SHA-256 with a key that is kept elsewhere."""
    return hmac.new(settings.card_key, code.encode(), hashlib.sha256).digest()


def new_secret() -> str:
    """A secret for a browser to keep."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hashed(secret: str) -> bytes:
    """What the database keeps of a browser's secret."""
    return hashlib.sha256(secret.encode()).digest()
