"""Image labelling keeps the contract with several choices, and with regions."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kinds import kinds
from app.kinds.ask import Ask
from app.kinds.kind import Answer
from app.settings import CHECKOUT
from tests.kinds.test_contract import ASK, ENGLISH, ROW, SPANISH

LABELS = kinds()["image_labelling"]
MARKING = Ask("Where is it?", ("One", "Two"), regions=True)


@pytest.mark.parametrize("ask", [replace(ASK, several=True), MARKING], ids=["several", "regions"])
def test_labels_keep_the_contract_in_each_of_their_ways(ask: Ask) -> None:
    spanish = replace(SPANISH, choices=SPANISH.choices[: len(ask.choices)])
    sent = {"label": ["Two", "One"], "region1": ["4/2", "4/1"], "region2": ["7"]}
    answers = []
    for words in (replace(ENGLISH, choices=ask.choices), spanish):
        fields = LABELS.asks(ask, words, ROW)
        assert len({field.name for field in fields}) == len(fields)
        for field in fields:
            assert (CHECKOUT / "templates" / "parts" / f"{field.macro}.html").is_file()
            assert field.label
        reading = LABELS.read(fields, sent)
        assert not reading.problems
        answers.append(reading.answer)
        assert LABELS.read(fields, {}).problems
    assert answers[0] == answers[1] == json.loads(json.dumps(answers[0]))
    assert LABELS.agree(*answers)


@given(sent=st.lists(st.text(max_size=60), max_size=3))
def test_whatever_is_sent_as_squares_becomes_an_answer_or_a_problem(sent: list[str]) -> None:
    fields = LABELS.asks(MARKING, replace(ENGLISH, choices=MARKING.choices), ROW)
    reading = LABELS.read(fields, {field.name: sent for field in fields})
    said = {*reading.answer, *(problem.field for problem in reading.problems)}
    assert said == {field.name for field in fields}


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ({"region1": "4/1-3"}, {"region1": "4/2-4"}, True),
        ({"region1": "4/1-2"}, {"region1": "4/2-3"}, False),
        ({"region1": "4/1", "region2": "4/2"}, {"region1": "4/1", "region2": ""}, False),
        ({"region1": "", "nothing": ["yes"]}, {"region1": "", "nothing": ["yes"]}, True),
        ({"region1": "4/1"}, {"region1": "", "nothing": ["yes"]}, False),
        ({"label": ["a", "b"]}, {"label": ["b", "a"]}, True),
        ({"label": "a"}, {"label": "b"}, False),
    ],
)
def test_when_labels_agree(one: Answer, other: Answer, agree: bool) -> None:
    assert LABELS.agree(one, other) == LABELS.agree(other, one) == agree


def test_what_regions_that_agree_come_to() -> None:
    answers = [{"region1": text, "nothing": []} for text in ("16/1-3", "16/2-3", "16/2-4")]
    assert LABELS.settle(answers) == {"region1": "16/2-3", "nothing": []}
    assert LABELS.settle([{"label": "a"}]) is None
