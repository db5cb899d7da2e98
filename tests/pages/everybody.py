"""Who comes to a site: nobody, a worker, and two other cards; and every address there is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from app.actions import cards
from app.media.shelf import PRIVATE, RECORDED
from app.rules.frame import whole
from app.store import tables
from tests.pages.site import Site, answer, make_card, open_card, press, start
from tests.reader import Reader

ROLES = ("nobody", "worker", "printed", "other")
Form = dict[str, str]


@dataclass
class Everybody:
    """A browser for each role, an address for each rule, and the forms on the worker's pages."""

    browsers: dict[str, Reader]
    addresses: dict[str, str]
    forms: dict[str, Form]


def gather(site: Site) -> Everybody:
    """A worker in the middle of a run, somebody with a printed card, another card, and nobody."""
    site.pool("bikes", "image_labelling", rows=[{"image": "1", "alt": "A bicycle"}])
    browsers = {role: site.browser() for role in ROLES}
    code = make_card(browsers["worker"])
    make_card(browsers["other"])
    now = datetime(2026, 3, 2, tzinfo=UTC)
    (printed,) = cards.print_cards(site.parts.store, site.settings, 1, None, None, now).codes
    open_card(browsers["printed"], printed)
    worker = browsers["worker"]
    task = press(answer(start(worker, goal="Until I stop")), "Skip")
    answered, skipped = sorted(site.rows("answer"), key=lambda row: row["value"] is None)
    (held,) = site.rows("hold")
    _record(site, held)
    addresses = _addresses(site, answered["id"], skipped["id"])
    forms = {
        "/card/new": dict(worker.visit("/card/new").form("Make my card").pairs()),
        "/card": dict(browsers["nobody"].visit("/card").form("Open my card").pairs()),
        "/pools/<slug:slug>": dict(worker.visit("/pools/spam").form("/pools/spam").pairs()),
        "/task/<slug:slug>": dict(task.form("Send answer").choose("Spam").pairs()),
        "/": dict(worker.visit("/").form("English").pairs()),
        "/settings": dict(worker.visit("/settings").form("/settings").pairs()),
        "/problem": dict(worker.visit("/problem").form("Send the report").pairs()),
        "/leave": dict(worker.visit("/leave").form("/leave").pairs()),
        "/receipts/<number:number>": dict(
            worker.visit(f"/receipts/{skipped['id']}").form("Say why").choose("Another").pairs()
        ),
        "/receipts/<number:number>/again": dict(
            worker.visit(f"/receipts/{skipped['id']}").form("Answer it after all").pairs()
        ),
    }
    token = forms["/task/<slug:slug>"]["token"]
    forms["/task/<slug:slug>/sound"] = {"token": token, "upload": "0" * 24, "size": "9"}
    forms["/card"]["code"] = code
    forms["/problem"]["barrier"] = "It is too small."
    codes_page = worker.visit("/card")
    for address in ("/card/renew", "/card/spare", "/card/join"):
        forms[address] = dict(codes_page.form(address).pairs())
    forms["/card/file"] = forms["/card/print"] = {**forms["/card"]}
    return Everybody(browsers, addresses, forms)


def _record(site: Site, held: dict[str, Any]) -> None:
    """A recording of the worker's."""
    data = b"OggS, as good as"
    file = site.parts.shelf.put(data, RECORDED)
    made = insert(tables.recording).values(
        membership=held["membership"], task=held["task"], file=file, seconds=1.0,
        size=len(data), upload="",
    )  # fmt: skip
    site.parts.store.write(lambda unit: unit.execute(made))


def _addresses(site: Site, answered: int, skipped: int) -> dict[str, str]:
    """A real address for each rule; a rule without one is asked as it stands."""
    rules = [rule.rule for rule in site.app.url_map.iter_rules()]
    filled = {rule: rule.replace("<slug:slug>", "spam") for rule in rules}
    style = site.parts.assets.address("style.css")
    filled["/static/<name>"] = style
    files = sorted(site.parts.shelf.names(), key=lambda name: name.endswith(PRIVATE))
    filled["/media/<name>"] = f"/media/{files[0]}"
    picture = next(name for name in files if name.endswith(".jpg"))
    filled["/media/<name>/<grid>"] = f"/media/{picture}/{whole().name}.webp"
    filled["/recordings/<name>"] = f"/recordings/{files[-1]}"
    for rule in rules:
        number = skipped if rule.endswith("/again") else answered
        filled[rule] = filled[rule].replace("<number:number>", str(number))
    return filled
