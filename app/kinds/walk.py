"""Walking a survey page by page: where one is, and what was typed so far on all of its pages.

What was typed is the raw text of each field, as a form sends it. Two names that no field can have
go with it: the page, and the language whose number marks were typed.
"""

from collections.abc import Mapping, Sequence

from app.fields import Field
from app.fields.number import Number
from app.kinds.ask import Ask
from app.rules import branching
from app.rules.problem import Problem

Typed = Mapping[str, list[str]]
PAGE, WORDS = "survey.page", "survey.words"
FIRST = 1


def is_field(name: str) -> bool:
    """Whether a name in what was typed is that of a field; those have no point in them."""
    return "." not in name


def says_something(typed: Mapping[str, Sequence[str]]) -> bool:
    """Whether anything was typed or chosen."""
    return any(text for name, texts in typed.items() if is_field(name) for text in texts)


def end_of(ask: Ask) -> int:
    """The page after all others: it asks nothing, and the answer can be sent from it."""
    return max(one.page for one in ask.fields) + 1


def given(ask: Ask, typed: Typed) -> dict[str, list[str]]:
    """The choices that were made; where one is wanted, the first that was sent is read."""
    return {
        one.name: typed.get(one.name, [])[: None if one.shape == "choices" else 1]
        for one in ask.fields
        if one.choices
    }


def page_of(ask: Ask, typed: Typed) -> int:
    """The page that what was typed stands at; where that is asked no more, the one before it."""
    page, made = _number(typed), given(ask, typed)
    if page in branching.pages(ask.fields, made):
        return page
    if page == end_of(ask) and not branching.page_after(ask.fields, made, page):
        return page
    return branching.page_before(ask.fields, made, page) or FIRST


def at(page: int, typed: Typed) -> dict[str, list[str]]:
    """What was typed, with the page that it stands at."""
    return {**typed, PAGE: [str(page)]}


def counting(ask: Ask, fields: Sequence[Field], typed: Typed, page: int = 0) -> tuple[Field, ...]:
    """The fields that are asked, on all pages or on one: the answers to no others count."""
    made = given(ask, typed)
    asked = branching.on_page(ask.fields, made, page) if page else branching.asked(ask.fields, made)
    names = {one.name for one in asked}
    return tuple(field for field in fields if field.name in names)


def whole(ask: Ask, fields: Sequence[Field], kept: Typed, sent: Typed) -> dict[str, list[str]]:
    """Everything typed so far: what was kept, with what one page sent in the place of its own.

    A box that was unticked is not sent; a question that the page did not ask keeps what was typed.
    """
    locale = "".join(sent.get(WORDS, ())) or "".join(kept.get(WORDS, ()))
    before, page = spoken(fields, kept, locale), _number(sent)
    shown = {one.name for one in branching.on_page(ask.fields, given(ask, before), page)}
    sent_too = {one.name for one in ask.fields if one.name in sent}
    news = {name: sent.get(name, []) for name in shown | sent_too}
    typed = {**before, **news, WORDS: [locale]}
    return at(page_of(ask, at(page, typed)), typed)


def spoken(fields: Sequence[Field], typed: Typed, locale: str) -> dict[str, list[str]]:
    """What was typed, its numbers with the marks of the language at hand."""
    before = "".join(typed.get(WORDS, ()))
    if not before or before == locale:
        return dict(typed)
    changed = {
        one.name: _marked(one, typed[one.name], before, locale)
        for one in fields
        if isinstance(one, Number) and typed.get(one.name)
    }
    return {**typed, **changed, WORDS: [locale]}


def _number(typed: Typed) -> int:
    found = "".join(typed.get(PAGE, ()))
    return int(found) if found.isascii() and found.isdigit() and len(found) < 4 else 0


def _marked(field: Number, raw: list[str], before: str, locale: str) -> list[str]:
    value = Number(field.name, "", lang=before).read(raw)
    return raw if isinstance(value, Problem) else Number(field.name, "", lang=locale).raw(value)
