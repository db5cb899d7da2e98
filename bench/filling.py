"""Filling a database fast: the reference pool with any number of tasks, and a worker's past."""

from sqlalchemy import Connection, insert, select, text

from app.store.migrating import migrate
from app.store.opening import Store
from app.store.tables import load, membership, pool, pool_words, strand

SLUG = "reference"
CHOICES = ("spam", "not-spam", "cannot-tell")
OVERLAP, PAY = 20, 5
STEPS = (
    "Read the whole message before you decide, from its first word to its last.",
    "Choose spam where the message wants money, secrets or a click from strangers.",
    "Choose not spam where a person wrote it for the people who read it, even if it is rude.",
    "Choose the last answer where the words alone do not tell you enough to be sure.",
)
# The reference task has three hundred characters; each message begins with a number of its own.
MESSAGE = (
    " Dear friend, the parcel that you ordered last week waits at our office since yesterday. We "
    "could not deliver it because a small fee was not paid. Please open the page below and leave "
    "the number of your card there today, or the parcel goes back to its sender tomorrow. Thank "
    "you for your trust."
)
_NUMBERS = "with recursive n(i) as (select 1 union all select i + 1 from n where i < :count) "
_TASKS = (
    "insert into task (pool, load, strand, key, lang, payload, media, explain) "
    "{numbers}select :pool, :load, :strand, cast(i as varchar(20)), 'en', "
    "{json}('{{\"text\": \"Message ' || i || :words || '\"}}'){close}, {json}('{{}}'){close}, '' "
    "from n"
)
_PLACES = (
    "insert into place (strand, lane, rank, task, open) "
    "select :strand, 1, row_number() over (order by id) - 1, id, :overlap from task "
    "where pool = :pool"
)
_PAST = (
    "insert into answer (id, membership, task, pool, value, version, day, pay, surplus, "
    "excluded_reason) select 1000 + task, :member, task, :pool, "
    "{json}('{{\"verdict\": \"spam\"}}'){close}, 1, 20000, :pay, false, '' from place "
    "where strand = :strand and lane = 1 and rank < :count"
)
_MEMBERS = (
    "insert into membership (pool, pseudonym, deals, answers, earned) "
    "{numbers}select :pool, 'p' || cast(i as varchar(20)), 0, :answers, 0 from n"
)
_ANSWERS = (
    "insert into answer (id, membership, task, pool, value, version, day, pay, surplus, "
    "excluded_reason) select membership.id * 10000000 + task.id, membership.id, task.id, :pool, "
    "{json}('{{\"verdict\": \"spam\"}}'){close}, 1, 20000, :pay, false, '' "
    "from membership, task where task.pool = :pool and membership.pool = :pool"
)
_RECEIPTS = (
    "insert into receipt (number, answer, version, value, day) "
    "select id, id, 1, value, day from answer where membership = :member"
)
_WALKED = (
    "insert into cursor (membership, strand, lane, rank) values (:member, :strand, 1, :count - 1)"
)


def fill(database: str, tasks: int) -> None:
    """Make the tables and publish the reference pool."""
    migrate(database)
    store = Store(database)
    with store.writing() as unit:
        made = unit.execute(insert(pool).returning(pool.c.id), _terms(tasks)).scalar_one()
        unit.execute(insert(pool_words), _words(made))
        new_load = {"pool": made, "ready": True, "touched": 0, "tasks": tasks}
        loaded = unit.execute(insert(load).returning(load.c.id), new_load).scalar_one()
        lane = {"pool": made, "needs": "", "lang": "en", "head": tasks - 1, "tail": -1}
        on = unit.execute(insert(strand).returning(strand.c.id), lane).scalar_one()
        key = {"pool": made, "load": loaded, "strand": on, "count": tasks, "words": MESSAGE}
        _run(unit, _TASKS, **key)
        _run(unit, _PLACES, strand=on, pool=made, overlap=OVERLAP)
    _tidy(store)


def give_past(database: str, done: int) -> None:
    """Give the one member of the reference pool as many answers as if they had done them here."""
    store = Store(database)
    with store.writing() as unit:
        member, of = unit.execute(select(membership.c.id, membership.c.pool)).one()
        on = unit.execute(select(strand.c.id)).scalar_one()
        unit.execute(text("delete from hold"))
        unit.execute(text("delete from cursor"))
        _run(unit, _PAST, member=member, pool=of, pay=PAY, strand=on, count=done)
        _run(unit, _RECEIPTS, member=member)
        _run(unit, _WALKED, member=member, strand=on, count=done)
    _tidy(store)


def add_answers(database: str, workers: int) -> None:
    """Let so many workers have answered every task of the reference pool."""
    store = Store(database)
    with store.writing() as unit:
        of = unit.execute(select(pool.c.id)).scalar_one()
        _run(unit, _MEMBERS, pool=of, count=workers, answers=0)
        _run(unit, _ANSWERS, pool=of, pay=PAY)
        unit.execute(text("insert into receipt (number, answer, version, value, day) "
                          "select id, id, 1, value, day from answer"))  # fmt: skip
    _tidy(store)


def _terms(tasks: int) -> dict[str, object]:
    return {
        "slug": SLUG, "kind": "content_moderation", "state": "published", "language": "en",
        "overlap": OVERLAP, "minutes": 0.5, "notes": [], "choices": list(CHOICES),
        "entry": "open", "currency": "EUR", "pay": PAY, "budget": tasks * OVERLAP * PAY,
        "reserved": 0, "spent": 0, "sample": True, "public_benefit": True, "version": 1,
    }  # fmt: skip


def _words(made: int) -> dict[str, object]:
    return {
        "pool": made, "locale": "en", "version": 1, "title": "Is this message spam?",
        "purpose": "The answers help a free mail service to keep its users' mail clean.",
        "asked_by": "The reference pool", "question": "Is this message spam?",
        "steps": list(STEPS), "choices": ["Spam", "Not spam", "I cannot tell"],
    }  # fmt: skip


def _run(unit: Connection, sql: str, **values: object) -> None:
    """Run one of the statements above; PostgreSQL must be told what is JSON, SQLite must not."""
    postgres = unit.dialect.name == "postgresql"
    json, close = ("cast(", " as json)") if postgres else ("", "")
    unit.execute(text(sql.format(numbers=_NUMBERS, json=json, close=close)), values)


def _tidy(store: Store) -> None:
    """What a database does by itself after a while: statistics, and its log written back."""
    raw = store.engine.raw_connection()
    driver = raw.driver_connection
    if store.engine.dialect.name == "postgresql":
        driver.autocommit = True
        driver.execute("vacuum analyze")
        driver.autocommit = False
    else:
        driver.execute("pragma wal_checkpoint(truncate)")
    raw.close()
    store.close()
