"""Words for problems: what was found, and what is wanted."""

from collections.abc import Mapping

from app.language.file_problems import FILES
from app.language.language import Language
from app.language.mark import N_
from app.language.recording_problems import RECORDINGS

# For a worker, beside the field or at the top of the page.
PAGES = {
    "answer_fixed": N_("This answer can no longer be changed: its pool is closed."),
    "answer_often": N_("%(most)s versions of this answer are kept. It stays as it is now."),
    "card_has_batch": N_("Your card was handed out by a partner already."),
    "choices_missing": N_("Choose at least one of the answers."),
    "choice_missing": N_("Choose one of the answers."),
    "choice_unknown": N_("“%(found)s” is not one of the choices. Choose one of those shown."),
    "code_check": N_("One digit of that code is not right. Check each digit and try again."),
    "code_file": N_("No card code is in that file. A code has %(wanted)s digits, on one line."),
    "code_length": N_(
        "A code has %(wanted)s digits, and that one has %(found)s. Check it and try again."
    ),
    "code_letters": N_("“%(found)s” is not a digit. A code has digits only."),
    "code_missing": N_("Type the code of your card."),
    "code_not_printed": N_("That is not the code of a printed card. Check it and try again."),
    "code_several": N_("More than one card code was found: %(found)s. Give one at a time."),
    "code_unknown": N_("That code did not open a card. Check it and try again."),
    "code_used": N_("That printed card was used already. Use one that nobody has worked with."),
    "day_missing": N_("Type a day, a month and a year."),
    "day_plain": N_("“%(found)s” is no day. Write year, month and day, for instance 2024-03-27."),
    "day_unclear": N_("“%(found)s” is no day. Type day, month and year, for instance 27 3 2024."),
    "leaf_has_more": N_("That category has more inside. It is open now. Choose one of these."),
    "leaf_not_there": N_("“%(found)s” is not one of the categories. Choose one of those shown."),
    "link_and_none": N_(
        "You gave an address and said that you could not find it. Take one of the two away."
    ),
    "link_missing": N_("Type the address of a page."),
    "link_or_none": N_("Type the address of a page, or say that you could not find it."),
    "link_unclear": N_(
        "“%(found)s” is not the address of a page. Copy it whole, for instance https://example.org/."
    ),
    "minutes_odd": N_(
        "Write more than 0 minutes and at most %(most)s. That is a day for each task."
    ),
    "minutes_unclear": N_("Write the minutes with digits, for instance 12 or 2.5."),
    "money_gone": N_(
        "This pool has no money left to promise for this task. What you earned stays yours."
    ),
    "number_missing": N_("Type a number."),
    "number_plain": N_("“%(found)s” is no number. Use digits and a point only, such as 1234.5."),
    "number_unclear": N_("“%(found)s” is no number. Type digits, for instance 12 or 2.5."),
    "pool_closed": N_("This pool is closed and gives out no more tasks."),
    "pool_unknown": N_("There is no pool at this address."),
    "pool_wants_printed_card": N_("This pool is for cards that were handed out by a partner."),
    "reason_missing": N_("Choose a reason, or leave this page: you need not say one."),
    "receipt_unknown": N_("This card has no such receipt. Check the number and try again."),
    "report_unknown": N_("No report has this number. Check it and try again."),
    "squares_and_none": N_(
        "You marked squares and said that there is nothing. Take one of the two away."
    ),
    "squares_or_none": N_("Mark a square, or say that there is nothing to mark."),
    "squares_unclear": N_(
        "“%(found)s” names no squares. Type one or two numbers from 1 to %(most)s, such as 2 7."
    ),
    "task_answered": N_("You answered this task already. Its receipt shows your answer."),
    "task_not_yours": N_("This task was not given to your card. Go on with a task of your own."),
    "text_control": N_("A character that cannot be shown was found: %(character)s. Take it out."),
    "text_long": N_("This text is too long. Characters found: %(length)s. Most allowed: %(most)s."),
    "text_pattern": N_("“%(found)s” does not look as it should. Check it."),
    "text_missing": N_("Nothing is written here. Write something."),
    "tree_missing": N_("Choose a category. Open one to see what is inside, or search."),
}

# For a coordinator, about the wording of a pool.
WORDING = {
    "contrast_low": N_(
        "Text in “%(picture)s” may be hard to see. Contrast found, about: %(found)s to 1. "
        "Least wanted: %(wanted)s to 1. Make the text darker."
    ),
    "link_of_one_row": N_(
        "Only this row has this address, so it can tell who opened it. "
        "Give an address that others open too."
    ),
    "plain_exclamation": N_("Exclamation marks found: %(found)s. End with a full stop instead."),
    "plain_hard": N_("This is hard to read. Begin with shorter words in: “%(found)s”"),
    "plain_long_sentence": N_(
        "The sentence that begins “%(start)s” is long. Words found: %(found)s. Most: %(most)s."
    ),
    "plain_senses": N_(
        "“%(found)s” can be followed with one sense only. Name the thing by its words instead."
    ),
    "plain_shouting": N_("“%(found)s” is in capitals. Write it in small letters."),
    "plain_step_long": N_(
        "The step that begins “%(start)s” is long. Words found: %(found)s. Most: %(most)s."
    ),
    "plain_steps_many": N_(
        "These steps are many: %(found)s. Most that are easy to keep in mind: %(most)s."
    ),
    "steps_typing": N_(
        "“%(found)s” asks to type on another site. Take it out, "
        "or write “typing” in the column needs."
    ),
    "unjudged_level": N_(
        "Nothing here can tell how hard a text in the language “%(found)s” is to read. "
        "Ask somebody who reads it."
    ),
    "unjudged_senses": N_(
        "Nothing here can tell whether steps in the language “%(found)s” lean on one sense. "
        "Ask somebody who reads it."
    ),
}

_WORDS = {**PAGES, **RECORDINGS, **WORDING, **FILES}

# Values that are themselves words.
_NAMED = {
    "bytes": N_("bytes"),
    "pixels": N_("pixels"),
    "time": N_("time"),
    "memory": N_("memory"),
}
_WORD_VALUES = ("measure", "lacking")


def words(code: str) -> str:
    """The sentence for a problem, in English, with a placeholder for each of its values."""
    return _WORDS[code]


def codes() -> frozenset[str]:
    """Every problem that has words."""
    return frozenset(_WORDS)


def say(language: Language, code: str, values: Mapping[str, str | int]) -> str:
    """What is wrong, in a language, with the values in their places."""
    spoken = {name: _value(language, name, value) for name, value in values.items()}
    return language.gettext(words(code)) % spoken


def _value(language: Language, name: str, value: str | int) -> str:
    if isinstance(value, int):
        return language.number(value)
    if name in _WORD_VALUES:
        return language.gettext(_NAMED[value])
    # What was typed may run the other way than the sentence: these marks keep them apart.
    if language.direction == "rtl":
        return f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"
    return value
