"""Every setting of the site, read once from the environment."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

PREFIX = "OWNPACE_"
_AMOUNT = re.compile(r"([A-Z]{3})\s+(\d{1,9}(?:\.\d{1,4})?)")
CHECKOUT = Path(__file__).resolve().parents[1]


class SettingsError(Exception):
    """A setting that cannot be used: which one, what was found, what is wanted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's settings; `docs/running.md` describes each."""

    data: Path
    database_url: str
    secret_key: bytes
    card_key: bytes
    card_key_version: int = 1
    media_url: str = ""
    site_name: str = "Ownpace"
    tls: bool = False
    metrics_token: str = ""
    max_upload_megabytes: int = 16
    card_cap: int = 5000
    pay_floor: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def media(self) -> str:
        """Where pictures and sound are: a folder, or such as `s3://bucket/folder`."""
        return self.media_url or str(self.data / "media")


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment, making the keys on the first start.

    Raises SettingsError where a value cannot be understood.
    """
    found = os.environ if environment is None else environment

    def given(name: str, otherwise: str = "") -> str:
        return found.get(PREFIX + name, "") or otherwise

    data = Path(given("DATA", str(CHECKOUT / "data"))).resolve()
    return Settings(
        data=data,
        database_url=given("DATABASE_URL", f"sqlite:///{data / 'ownpace.sqlite3'}"),
        secret_key=_key(given("SECRET_KEY"), data / "keys" / "secret.key"),
        card_key=_key(given("CARD_KEY"), data / "keys" / "card.key"),
        card_key_version=_whole("CARD_KEY_VERSION", given("CARD_KEY_VERSION", "1")),
        media_url=given("MEDIA_URL"),
        site_name=given("SITE_NAME", "Ownpace"),
        tls=_yes("TLS", given("TLS", "no")),
        metrics_token=given("METRICS_TOKEN"),
        max_upload_megabytes=_whole("MAX_UPLOAD_MEGABYTES", given("MAX_UPLOAD_MEGABYTES", "16")),
        card_cap=_whole("CARD_CAP", given("CARD_CAP", "5000")),
        pay_floor=read_pay_floor(found),
    )


def read_pay_floor(environment: Mapping[str, str] | None = None) -> dict[str, Decimal]:
    """The least that an hour may pay here, by currency; nothing else is read or made for it.

    Raises SettingsError where it cannot be understood.
    """
    found = os.environ if environment is None else environment
    value = found.get(f"{PREFIX}PAY_FLOOR", "")
    parts = [part.strip() for part in value.split(",")] if value.strip() else []
    amounts = [_AMOUNT.fullmatch(part) for part in parts]
    if None in amounts:
        raise SettingsError(f'{PREFIX}PAY_FLOOR: found {value!r}, wanted such as "EUR 12.50"')
    return {one[1]: Decimal(one[2]) for one in amounts if one}


def read_spoken(environment: Mapping[str, str] | None = None) -> str:
    """The language that the terminal is set to, as tags; it need not be installed on the system."""
    found = os.environ if environment is None else environment
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    plain = next((found[name] for name in names if found.get(name)), "").split(".")[0]
    if plain in ("", "C", "POSIX"):
        return ""
    several = found.get("LANGUAGE", "").split(":")
    return ",".join(one.split(".")[0].split("@")[0].replace("_", "-") for one in [*several, plain])


def _key(given: str, file: Path) -> bytes:
    """A key from the environment, or from its file, which is made where there is none."""
    if given:
        if len(given) < 32:
            raise SettingsError(f"{PREFIX}{file.stem.upper()}_KEY: at least 32 characters wanted")
        return given.encode()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
            out.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return file.read_text().strip().encode()


def _whole(name: str, value: str) -> int:
    if not value.isdecimal():
        raise SettingsError(f"{PREFIX}{name}: found {value!r}, wanted a whole number")
    return int(value)


def _yes(name: str, value: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if value.lower() not in answers:
        raise SettingsError(f"{PREFIX}{name}: found {value!r}, wanted yes or no")
    return answers[value.lower()]
