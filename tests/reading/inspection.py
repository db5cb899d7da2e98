"""Puts every rule to a page and its headers."""

from collections.abc import Callable, Iterable

from werkzeug.datastructures import Headers

from tests.reading.page import Page
from tests.reading.rules import asking, contents, headers, moving, origin, shape

RULES = (*shape.RULES, *contents.RULES, *moving.RULES, *asking.RULES, *origin.RULES)
WHOLE_PAGE_RULES = (*shape.WHOLE_PAGE_RULES, *moving.WHOLE_PAGE_RULES)


def page_problems(page: Page, part: bool = False) -> list[str]:
    """What is wrong with a page, or with a part that will stand in one."""
    rules = RULES if part and page.html is None else (*WHOLE_PAGE_RULES, *RULES)
    return [problem for rule in rules for problem in _named(rule, rule(page))]


def header_problems(found: Headers) -> list[str]:
    """What is wrong with a response's headers."""
    return [problem for rule in headers.RULES for problem in _named(rule, rule(found))]


def _named(rule: Callable[..., object], problems: Iterable[str]) -> list[str]:
    return [f"{rule.__name__.replace('_', ' ')}: {problem}" for problem in problems]
