"""Forms as they are sent, changed on the way."""

from tests.reader import Reader
from tests.reading.page import Page

Form = dict[str, str]
LINE = "Is it spam?"


def form_of(page: Page, **changes: str) -> Form:
    return dict(page.form("Send answer").pairs("Send answer")) | changes


def post(browser: Reader, form: Form | bytes, slug: str = "spam") -> Page:
    sort = "application/x-www-form-urlencoded"
    return browser.post(f"/task/{slug}", data=form, content_type=sort).page


def typed(page: Page) -> str:
    node = page.by_id("typed-1")
    return node.raw.strip() if node else ""
