"""A survey on the web: which of its pages is shown, and where its buttons lead."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from flask import Response, request

from app.actions import walking
from app.actions.answering import BROKEN
from app.actions.sheets import Sheet
from app.actions.showing import Facts
from app.actions.turn import Browser
from app.actions.walking import Walked
from app.fields import Field
from app.kinds import kinds, walk
from app.kinds.ask import Words, own_words
from app.pages import door
from app.pages.layout import go
from app.pages.parts import now, store
from app.pages.safety import Token
from app.rules import branching
from app.rules.problem import Problem


class PageShown(NamedTuple):
    """One page of a survey; `number` and `of` count the pages on this worker's way (0: not known).

    `page` is what its form sends: 0 where the task has one page only. `last` where no answer can
    lead to another page.
    """

    page: int = 0
    number: int = 0
    of: int = 0
    heading: str = ""
    back: bool = False
    last: bool = True


def page_shown(
    pool: Facts, words: Words, fields: tuple[Field, ...], values: Mapping[str, Any]
) -> tuple[PageShown, tuple[Field, ...], Mapping[str, Any]]:
    """The page that what was typed stands at, its fields, and what stands in them."""
    if not kinds()[pool.kind].has_pages:
        return PageShown(), fields, values
    asked = pool.ask.fields
    typed = walk.spoken(fields, values, words.locale)
    page, made = walk.page_of(pool.ask, typed), walk.given(pool.ask, typed)
    if len({one.page for one in asked}) == 1:
        return PageShown(page), fields, typed
    shown = PageShown(
        page=page,
        number=1 + sum(one < page for one in branching.pages(asked, made)),
        of=branching.how_many(asked),
        heading=_heading(pool, words, page),
        back=branching.page_before(asked, made, page) > 0,
        last=not branching.may_follow(asked, made, page),
    )
    return shown, walk.counting(pool.ask, fields, typed, page), typed


def with_page(typed: dict[str, list[str]]) -> dict[str, list[str]]:
    """What was typed, with the page of a survey that its form names, if it names one."""
    if "page" not in request.form:
        return typed
    named = {walk.PAGE: request.form["page"][:4], walk.WORDS: request.form.get("words", "")[:40]}
    return {**typed, **{name: [one.replace("\0", BROKEN)] for name, one in named.items()}}


def is_page(typed: Mapping[str, Any]) -> bool:
    """Whether what was typed comes from a page of a survey."""
    return walk.PAGE in typed


def turn_page(token: Token, sheet: Sheet, do: str) -> Walked | Problem:
    """Take one press on a page of a survey."""
    return walking.step(store(), Browser(door.secret(), token.card), sheet, do, now())


def way_on(slug: str, walked: Walked) -> Response:
    """Send the browser to the page that is shown next."""
    if not walked.receipt:
        return go(f"/task/{slug}")
    return go(f"/receipts/{walked.receipt}{'/change' if walked.answered else ''}")


def problems_here(problems: Sequence[Problem], fields: Sequence[Field]) -> list[Problem]:
    """The problems of the fields that are shown."""
    names = {field.name for field in fields}
    return [one for one in problems if one.field in names]


def _heading(pool: Facts, words: Words, page: int) -> str:
    spoken = words.fields or tuple(map(own_words, pool.ask.fields))
    found = zip(pool.ask.fields, spoken, strict=True)
    return next((said.heading for one, said in found if one.page == page), "")
