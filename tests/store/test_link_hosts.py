"""Pools that were there before their sites were listed get the list with the upgrade."""

import json

from sqlalchemy import text

from app.store import loads
from app.store.migrating import migrate
from app.store.opening import Store, Unit

BEFORE = "0012"
POOL = """insert into pool (id, slug, kind, state, language, overlap, minutes, notes, choices,
    entry, currency, pay, budget, reserved, spent, sample, public_benefit, version)
    values (:id, :kind, :kind, 'published', 'en', 1, 1, '[]', '[]', 'open', '', 0, 0, 0, 0, :no,
    :no, 1)"""
LOAD = "insert into load (id, pool, ready, touched, tasks) values (:id, :id, :yes, 0, 2)"
STRAND = "insert into strand (id, pool, needs, lang, head, tail) values (:id, :id, '', 'en', 0, -1)"
TASK = """insert into task (pool, load, strand, key, lang, payload, media, explain)
    values (:id, :id, :id, :key, 'en', :payload, '{}', '')"""
ADDRESSES = ("https://B.example/x", "http://a.example:81/", "https://b.example/y")


def test_an_upgrade_lists_the_sites_of_software_tests(empty_database_url: str) -> None:
    migrate(empty_database_url, to=BEFORE)
    store = Store(empty_database_url)

    def fill(unit: Unit) -> None:
        for id, kind in ((1, "software_test"), (2, "web_search")):
            unit.execute(text(POOL), {"id": id, "kind": kind, "no": False})
            unit.execute(text(LOAD), {"id": id, "yes": True})
            unit.execute(text(STRAND), {"id": id})
            for address in ADDRESSES:
                payload = json.dumps({"url": address, "steps": "Open it."})
                row = {"id": id, "key": address, "payload": payload}
                unit.execute(text(TASK), row)

    store.write(fill)
    migrate(empty_database_url)
    assert store.read(lambda unit: loads.hosts(unit, 1)) == ["a.example:81", "b.example"]
    assert store.read(lambda unit: loads.hosts(unit, 2)) == []
    store.close()
