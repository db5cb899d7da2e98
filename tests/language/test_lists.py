"""Every need and every content note has words."""

from app.language import lists
from app.rules.needs import CONTENT_NOTES, NEEDS


def test_every_need_has_words_and_no_words_stand_for_nothing() -> None:
    assert tuple(lists.NEEDS) == NEEDS


def test_every_content_note_has_words_and_no_words_stand_for_nothing() -> None:
    assert tuple(lists.CONTENT_NOTES) == CONTENT_NOTES
