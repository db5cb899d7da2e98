"""A pool is judged as a whole before it comes in, before it grows and before it is published."""

from pathlib import Path

import pytest

from app.actions import pools
from app.actions.checking import check_pool
from app.actions.importing import Imported, add_tasks
from app.formats.pool_folder import open_pool
from app.rules.doubts import Doubts
from app.rules.problem import Problem
from tests.pool_folders import NOW, SAMPLES, TOML, Ground, many, places, silent, write_pool

PAY = '\n[pool.pay]\namount = "0.10"\ncurrency = "EUR"\nbudget = "{}"\nentry = "open"\n'


def checked(folder: Path) -> tuple[list[Problem], list[tuple[str, int, str, str]]]:
    """The problems of a pool, and where each kind of warning stands first."""
    source = open_pool(folder)
    assert not isinstance(source, list), source
    doubts = Doubts()
    with source:
        problems = check_pool(source, silent, doubts.note)
    return problems, places([one for first, _ in doubts.kinds() for one in first])


@pytest.mark.parametrize("sample", [path.parent for path in SAMPLES], ids=lambda path: path.name)
def test_a_sample_pool_has_neither_problems_nor_warnings(sample: Path) -> None:
    problems, doubts = checked(sample)
    assert problems == []
    # How hard an Arabic text is to read is not judged, and that is said.
    assert [(column, code) for _, _, column, code in doubts] == [
        ("pool.words.ar", "unjudged_level")
    ]


def test_a_budget_covers_every_answer_and_a_share_of_surplus(tmp_path: Path) -> None:
    # 10 tasks with 2 answers each at 0.10, and 3 percent.
    enough = write_pool(tmp_path / "enough", many(10), TOML + PAY.format("2.06"))
    assert checked(enough)[0] == []
    short = write_pool(tmp_path / "short", many(10), TOML + PAY.format("2.05"))
    [problem] = checked(short)[0]
    assert places([problem]) == [("pool.toml", 18, "pool.pay.budget", "budget_short")]
    assert problem.values == {"found": "2.05", "wanted": "2.06"}


def test_a_pool_that_cannot_pay_for_its_tasks_does_not_come_in_and_does_not_grow(
    ground: Ground, tmp_path: Path
) -> None:
    short = write_pool(tmp_path / "short", many(11), TOML + PAY.format("2.06"))
    assert places(ground.bring(short)) == [("pool.toml", 18, "pool.pay.budget", "budget_short")]
    assert ground.rows() == {}
    ground.bring(write_pool(tmp_path / "pool", many(9), TOML + PAY.format("2.06")))
    rows = ground.rows()
    more = tmp_path / "more.csv"
    more.write_text(many(2, 9))
    found = add_tasks(ground.storage, "spam", more, False, silent, NOW)
    assert places(found) == [("spam", 0, "pool.pay.budget", "budget_short")]
    assert ground.rows() == rows
    more.write_text(many(1, 9))
    assert isinstance(add_tasks(ground.storage, "spam", more, False, silent, NOW), Imported)


def test_a_pool_that_cannot_pay_for_its_tasks_is_not_published(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = write_pool(tmp_path / "short", many(11), TOML + PAY.format("2.06"))
    with monkeypatch.context() as before:
        before.setattr("app.actions.checking.money_problems", lambda *_: [])
        assert ground.bring(short, publish=False) == ("spam", 11, "draft")
    found = pools.publish(ground.storage.store, "spam")
    assert places([found]) == [("spam", 0, "pool.pay.budget", "budget_short")]
    status = pools.status(ground.storage.store, "spam")
    assert isinstance(status, pools.Status)
    assert status.state == "draft"


WORDS = """
[pool.words.es]
title = "¿Es spam?"
purpose = "Para que el foro sea amable."
steps = ["Pulsa el botón verde.", "Elige."]
choices = ["Spam", "No"]
[pool.words.de]
title = "Ist das Spam?"
purpose = "Für ein freundliches Forum."
steps = ["Lies es."]
choices = ["Spam", "Kein Spam"]
"""


@pytest.mark.parametrize(
    ("old", "new", "column", "row", "code"),
    [
        ("spam?", "spam? Now!", "pool.title", 4, "plain_exclamation"),
        ("friendly.", f"friendly {'and so ' * 13}on.", "pool.purpose", 5, "plain_long_sentence"),
        ("friendly.", "friendly. NEVER guess, ALWAYS read.", "pool.purpose", 5, "plain_shouting"),
        ("Read it.", "Press the red button.", "pool.steps", 7, "plain_senses"),
        ("Read it.", f"Read {'it and ' * 10}stop.", "pool.steps", 7, "plain_step_long"),
        ('"Choose."', '"A.", "B.", "C.", "D.", "E."', "pool.steps", 7, "plain_steps_many"),
        ("Read it.", "Appropriate administrative categorization necessitates "
         "comprehensive documentation.", "pool.steps", 7, "plain_hard"),
        ("friendly.", "approachable notwithstanding considerable organizational complications.",
         "pool.purpose", 5, "plain_hard"),
        ("[pool.ask]", '[pool.ask]\nquestion = "Is the red button there?"',
         "pool.ask.question", 13, "plain_senses"),
    ],
)  # fmt: skip
def test_what_is_doubtful_in_a_pools_words_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, column: str, row: int, code: str
) -> None:
    folder = write_pool(tmp_path / "pool", many(2), TOML.replace(old, new, 1))
    problems, doubts = checked(folder)
    assert problems == []
    assert doubts == [("pool.toml", row, column, code)]


def test_words_in_other_languages_are_judged_or_said_not_to_be(tmp_path: Path) -> None:
    assert checked(write_pool(tmp_path / "pool", many(2), TOML + WORDS)) == (
        [],
        [
            ("pool.toml", 18, "pool.words.es.steps", "plain_senses"),
            ("pool.toml", 20, "pool.words.de", "unjudged_level"),
            ("pool.toml", 20, "pool.words.de", "unjudged_senses"),
        ],
    )


def test_a_pool_may_lean_on_what_all_its_tasks_need(tmp_path: Path) -> None:
    toml = TOML.replace("Read it.", "Copy the words marked in yellow.")
    told = ("pool.toml", 7, "pool.steps", "plain_senses")
    for name, needs, expected in (("all", "sight", []), ("some", "", [told])):
        rows = f"id,text,needs\na,Hello,sight\nb,Hello,{needs}\n"
        assert checked(write_pool(tmp_path / name, rows, toml)) == ([], expected)


def test_the_words_of_a_label_and_a_hint_are_judged(tmp_path: Path) -> None:
    field = '[[pool.ask.fields]]\nname = "a"\nlabel = "The total!"\nhint = "See below"\n'
    toml = TOML.replace("content_moderation", "data_entry").partition("[pool.ask]")[0] + field
    assert checked(write_pool(tmp_path / "pool", many(1), toml)) == (
        [],
        [
            ("pool.toml", 14, "pool.ask.fields.1.label", "plain_exclamation"),
            ("pool.toml", 15, "pool.ask.fields.1.hint", "plain_senses"),
        ],
    )
