"""What the worker's templates show of a pool and of a task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import request

from app.actions.judging import floor_above
from app.actions.showing import MOST_LEFT, Facts, PoolSeen, TaskFacts
from app.fields import Field, Value
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.day import Day
from app.fields.link import Link
from app.fields.number import Number
from app.fields.recording import Recording
from app.fields.text import LongText, Text
from app.fields.tree import TreeChoice
from app.kinds import kinds
from app.kinds.ask import Words
from app.language import N_, direction
from app.language.lists import CONTENT_NOTES, NEEDS
from app.language.tags import Direction
from app.pages import door
from app.pages.parts import parts
from app.pages.worker.recording import heard_before
from app.rules.fair import Basis, hourly, likely_minutes
from app.rules.preferences import AND, NO_WORDS

EMPTY = N_("Left empty")
LONG_RECORDING = N_("A recording of %(length)s")
FIRST_DAY = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class PoolView:
    """A pool in the reader's language where it has its words, else in its own."""

    slug: str
    kind: str
    kind_title: str
    words: Words
    pay: int
    currency: str
    sample: bool
    pay_hour: int
    minutes: float
    basis: Basis
    needs: list[str]
    notes: list[str]
    left: int
    left_more: bool
    languages: list[str]
    state: str
    override: str = ""
    long_text: bool = False
    voice: bool = False
    hosts: tuple[str, ...] = ()
    more_hosts: int = 0
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of a task: the small one for the page, and the full one a link away.

    `address` is where the page shows it that waits until it is asked for; `narrow` is a very wide
    line in pieces, one under the other.
    """

    src: str
    webp: str
    width: int
    height: int
    size: int
    full_src: str
    full_size: int
    full_width: int
    address: str
    narrow: str = ""
    narrow_width: int = 0
    narrow_height: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its key, its words, and their language where it is not the page's."""

    key: str
    words: str
    lang: str = ""


def words_of(pool: Facts) -> Words:
    """A pool's words in the language that suits the reader best, else in the pool's own."""
    return pool.words[door.reader().best(pool.words) or pool.language]


def fields_of(pool: Facts, task: TaskFacts) -> tuple[Field, ...]:
    """What a pool asks of a task, in the words the reader gets."""
    return kinds()[pool.kind].asks(pool.ask, words_of(pool), task.payload)


def label_lang(field: Field, words: Words, lang: str) -> str:
    """The language of a field's label; `lang` is that of the task's material."""
    if isinstance(field, Choice) and field.of_material:
        return lang
    if isinstance(field, Choices):
        return field.lang or words.locale
    return (isinstance(field, Text | LongText) and field.label_lang) or words.locale


def value_words(field: Field, value: Value, words: Words, lang: str) -> tuple[str, str, Direction]:
    """A value as its worker reads it, in which language, and which way that is written.

    `lang` is the language of the task's material.
    """
    speaks = door.speaks()
    if not value:
        return speaks.gettext(EMPTY), speaks.code, speaks.direction
    if isinstance(field, Recording):
        length = speaks.minutes(float(value[1]) / 60)
        words_of_it = speaks.gettext(LONG_RECORDING) % {"length": length}
        return words_of_it, speaks.code, speaks.direction
    if isinstance(value, list) or isinstance(field, Choice):
        keys = value if isinstance(value, list) else [value]
        # An option may be gone by now: its key is all that is left of it.
        offered = dict(field.options) if isinstance(field, Choice | Choices) else {}
        said = [offered.get(key, key) for key in keys]
        said_in = (isinstance(field, Choice | Choices) and field.lang) or words.locale
        return speaks.listed(said), said_in, direction(said_in)
    if isinstance(field, TreeChoice):
        leaf, said_in = field.tree.nodes.get(str(value)), field.tree.lang or words.locale
        return leaf.path if leaf else str(value), said_in, direction(said_in)
    if isinstance(field, Number):
        return speaks.exact(value), speaks.code, "ltr"
    if isinstance(field, Day):
        days = date.fromisoformat(value).toordinal() - FIRST_DAY
        return speaks.day(days), speaks.code, speaks.direction
    if isinstance(field, Link):
        return value, NO_WORDS, "ltr"
    typed = field.lang or lang if isinstance(field, Text | LongText) else lang
    return value, typed, direction(typed)


def lines_of(
    pool: Facts, task: TaskFacts, answer: Mapping[str, Value] | None
) -> list[dict[str, Any]]:
    """An answer as it is read: each field's label, and its value's words in their language."""
    words, lines = words_of(pool), list[dict[str, Any]]()
    for field in fields_of(pool, task):
        value = (answer or {}).get(field.name)
        if value is None:
            continue
        text, lang, way = value_words(field, value, words, task.lang)
        line = {"label": field.label, "label_lang": label_lang(field, words, task.lang)}
        heard = heard_before(value) if isinstance(field, Recording) else None
        lines.append({**line, "text": text, "lang": lang, "dir": way, "heard": heard})
    return lines


def pool_view(
    pool: Facts, left: int = 0, has_money: bool = True, reports: Sequence[float] = ()
) -> PoolView:
    """A pool as its page and the lists show it."""
    speaks = door.speaks()
    minutes, basis = likely_minutes(reports, pool.minutes)
    hour = hourly(pool.pay, minutes)
    low = floor_above(hour, pool.currency, parts().settings.pay_floor)
    langs = {one for langs in pool.langs for one in langs.split(AND)} - {NO_WORDS}
    # A task's own language stands first, those of its answer behind it.
    targets = {one for langs in pool.langs for one in langs.split(AND)[1:]}
    return PoolView(
        slug=pool.slug,
        kind=pool.kind,
        kind_title=speaks.gettext(kinds()[pool.kind].title),
        words=words_of(pool),
        pay=pool.pay,
        currency=pool.currency,
        sample=pool.sample,
        pay_hour=hour,
        minutes=minutes,
        basis=basis,
        needs=[speaks.gettext(NEEDS[need]) for need in sorted(pool.needs)],
        notes=[speaks.gettext(CONTENT_NOTES[note]) for note in pool.notes],
        left=min(left, MOST_LEFT),
        left_more=left > MOST_LEFT,
        languages=[speaks.name_of(one) for one in sorted(langs)],
        state=pool.state if has_money or pool.state != "published" else "no_money",
        override=words_of(pool).below_floor if low else "",
        long_text=_wants_long_text(pool),
        voice=bool(kinds()[pool.kind].records),
        targets=tuple(map(speaks.name_of, sorted(targets))),
    )


def _wants_long_text(pool: Facts) -> bool:
    fields = kinds()[pool.kind].asks(pool.ask, pool.words[pool.language], {})
    return any(isinstance(field, LongText) for field in fields)


def seen_view(seen: PoolSeen) -> PoolView:
    """A pool as it is seen from outside."""
    view = pool_view(seen.pool, seen.left, seen.has_money, seen.minutes)
    if view.state == "published" and (seen.foreign or seen.left_out):
        return replace(view, state="foreign" if seen.foreign else "left_out")
    return replace(view, state="printed") if seen.shut and view.state == "published" else view


def ticks_the_first() -> bool:
    """Whether this browser ticks the first radio by itself, as lynx does."""
    return "Lynx/" in request.headers.get("User-Agent", "")


def pictures_of(task: TaskFacts, address: str = "") -> dict[str, PictureView]:
    """The pictures of a task, by column; the page at `address` shows them."""
    pictures = {column: facts for column, facts in task.media.items() if "webp" in facts}
    return {column: _picture(facts, address) for column, facts in pictures.items()}


def _picture(facts: dict[str, Any], address: str) -> PictureView:
    return PictureView(
        src=f"/media/{facts['jpeg']}",
        webp=f"/media/{facts['webp']}",
        width=facts["small_width"],
        height=facts["small_height"],
        size=facts["webp_size"],
        full_src=f"/media/{facts['full']}",
        full_size=facts["full_size"],
        full_width=facts["full_width"],
        address=address,
        # Pictures of an older release have none.
        narrow=f"/media/{facts['narrow']}" if facts.get("narrow") else "",
        narrow_width=facts.get("narrow_width", 0),
        narrow_height=facts.get("narrow_height", 0),
    )
