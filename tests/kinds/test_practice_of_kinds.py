"""Practice of every kind that the samples have: done, explained, done again, read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.page import Page
from tests.site import SURVEY, Person, Site, make_site

# What to type where there is nothing to choose, by the question.
TYPED = {
    "find-the-website": (
        "What is the address of the university's own website?",
        "https://example.org/",
    ),
    "old-print": ("What is printed on this line?", "To the Senate"),
    "translate-a-sentence": ("How do you say this", "Buenos días"),
    "type-the-digits": ("Which five digits are in the picture?", "12345"),
    "type-what-you-hear": ("What is said?", "and then"),
}
CHOSEN = ("find-the-category", "find-the-shelf", "name-the-picture", "spam-or-not")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the sample pools that nobody has worked in."""
    folder: Path = tmp_path_factory.mktemp("samples")
    site = Site(make_site(folder), "")
    yield site
    site.parts.store.close()


def sent(page: Page, slug: str) -> Page:
    """The page after some answer."""
    form = page.form("Send answer")
    if slug in TYPED:
        form.fill(*TYPED[slug])
    else:
        form.choose("I can't tell")
    return form.press("Send answer")


@pytest.mark.parametrize("slug", [*TYPED, *CHOSEN])
def test_practice_in_every_kind(samples: Site, slug: str) -> None:
    person = Person(samples).make_card()
    task = person.practise(slug)
    assert task.h1.startswith("Practice task 1 of ")
    done = sent(task, slug)
    assert "Known answer" in done.text
    assert "Why" in done.text
    open_one = slug == "translate-a-sentence"
    verdict = "Others can be just as good." if open_one else "The known answer is different."
    assert verdict in done.text
    again = sent(done.link("Do this one again").follow(), slug)
    assert "You did this one again." in again.text
    recap = person.visit(f"/practice/{slug}")
    assert recap.text.count("Known answer") == 1


@pytest.mark.parametrize("slug", [SURVEY, "test-this-site"])
def test_pools_without_known_answers_have_no_practice(samples: Site, slug: str) -> None:
    assert "ractice" not in Person(samples).make_card().visit(f"/pools/{slug}").text
