"""Somebody who has never seen the site sends a first answer before they have loaded many pages."""

from tests.pages.site import Site, answer

MOST_PAGES = 6


def test_from_the_first_page_to_the_first_answer(site: Site) -> None:
    browser = site.browser()
    pages = [browser.visit("/")]
    pages.append(pages[-1].link("Start").follow())
    pages.append(pages[-1].form("Make my card").press("Make my card"))
    pages.append(pages[-1].link("Go on to My work").follow())
    pages.append(pages[-1].link("Is this spam?").follow())
    pages.append(pages[-1].form("Start").choose("3 tasks").press("Start"))
    assert len(pages) <= MOST_PAGES
    assert answer(pages[-1]).title.startswith("Sent. ")
