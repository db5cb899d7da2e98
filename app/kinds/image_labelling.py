"""Image labelling: a picture, and the labels that fit it, or where each thing is in it."""

import json
from collections.abc import Sequence
from dataclasses import replace

from app.fields import Field
from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.region import RegionField
from app.kinds.ask import Ask, Words, options, pages_language
from app.kinds.kind import Answer, Kind, Row
from app.kinds.material import DESCRIPTION, PICTURE, must_be_seen
from app.language import N_
from app.rules import region
from app.rules.problem import Problem

LABEL, NOTHING = "label", "nothing"
# Two people who mark the same thing seldom mark the very same squares.
LEAST_OVERLAP = 0.5


def _asks(ask: Ask, words: Words, row: Row) -> tuple[Field, ...]:
    offered = options(ask, words)
    if ask.regions:
        return _regions(words, offered)
    shape = Choices if ask.several else Choice
    return (shape(LABEL, words.question, offered),)


def _regions(words: Words, offered: tuple[tuple[str, str], ...]) -> tuple[Field, ...]:
    """A region for each label, in their order, and a way to say that there is none of them."""
    speaks = pages_language(words)
    marked = (
        RegionField(f"region{number}", said, words.question)
        for number, (_, said) in enumerate(offered, 1)
    )
    nothing = Choices(
        NOTHING,
        speaks.gettext(N_("If there is nothing to mark")),
        (("yes", speaks.gettext(N_("I looked, and nothing of this is in the picture"))),),
        required=False,
        lang=speaks.code,
        either=True,
    )
    return (*marked, nothing)


def _needs(row: Row) -> frozenset[str]:
    return frozenset({"sight"}) if must_be_seen(row) else frozenset()


def _ask_needs(ask: Ask) -> frozenset[str]:
    """A description says what is in a picture, and never in which squares."""
    return frozenset({"sight"}) if ask.regions else frozenset()


def _same(answer: Answer) -> str | None:
    """The label, or the set of labels, or the very squares of each."""
    if LABEL not in answer:
        return json.dumps({**_marked(answer), NOTHING: None}, sort_keys=True)
    found = answer[LABEL]
    return found if isinstance(found, str) else json.dumps(sorted(found))


def _alike(one: Answer, other: Answer) -> bool:
    """Whether the same things were marked, each in much the same place."""
    first, second = _marked(one), _marked(other)
    if LABEL in one or first.keys() != second.keys():
        return _same(one) == _same(other)
    return all(
        region.overlap(region.read(text), region.read(second[name])) >= LEAST_OVERLAP
        for name, text in first.items()
    )


def _settle(answers: Sequence[Answer]) -> Answer | None:
    """Of each thing the squares that most of these answers mark."""
    if LABEL in answers[0]:
        return None
    marked = _marked(answers[0])
    return {
        name: region.write(region.majority([region.read(str(one[name])) for one in answers]))
        if name in marked
        else value
        for name, value in answers[0].items()
    }


def _marked(answer: Answer) -> dict[str, str]:
    """The squares of each thing that is in the picture."""
    return {name: text for name, text in answer.items() if isinstance(text, str) and text}


def _verify(answer: Answer) -> Problem | None:
    if LABEL in answer:
        return None
    marked, nothing = bool(_marked(answer)), bool(answer.get(NOTHING))
    if marked and nothing:
        return Problem("squares_and_none", field=NOTHING)
    return None if marked or nothing else Problem("squares_or_none", field="region1")


KIND = Kind(
    name="image_labelling",
    title=N_("Image labelling"),
    supplies=(replace(PICTURE, required=True), DESCRIPTION),
    asks=_asks,
    needs=_needs,
    ask_needs=_ask_needs,
    same=_same,
    has_choices=True,
    can_take_several=True,
    can_mark=True,
    alike=_alike,
    settle=_settle,
    verify=_verify,
)
