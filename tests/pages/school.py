"""What tests of practice share: the way into it, what is paid, and what pages say."""

from tests.pages.site import Site
from tests.reader import Reader
from tests.reading.page import Page

OFFER = "2 tasks are for practice. You see the known answer after yours."
OTHERS = "Some answers are already known. They never change your pay."
DIFFERENT = "The known answer is different. This does not change your pay."
THE_SAME = "This is the known answer too."


def practise(browser: Reader, slug: str = "spam") -> Page:
    return browser.visit(f"/pools/{slug}").form(f"/pools/{slug}").press("Start with practice")


def spent(site: Site) -> int:
    return int(site.rows("pool")[0]["spent"])
