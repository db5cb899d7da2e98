"""A coordinator's `pool.toml` is read whole, and everything wrong with it is told at once."""

import pytest

from app.formats.pool_spec import PoolSpec
from app.formats.pool_toml import read_pool_toml
from app.kinds.ask import Ask
from app.rules.problem import Problem


def read(text: str) -> PoolSpec:
    found = read_pool_toml(text.encode())
    assert isinstance(found, PoolSpec), found
    return found


def problems(text: str | bytes) -> list[Problem]:
    found = read_pool_toml(text if isinstance(text, bytes) else text.encode())
    assert isinstance(found, list), found
    assert all(problem.file == "pool.toml" for problem in found)
    return found


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def test_a_voluntary_pool_is_open_and_asks_its_title(pool_toml: str) -> None:
    spec = read(pool_toml)
    assert (spec.slug, spec.kind) == ("check-comments", "content_moderation")
    assert spec.steps == ("Read it.", "Choose.")
    assert (spec.overlap, spec.minutes) == (3, 0.5)
    assert (spec.pay, spec.currency, spec.budget, spec.entry) == (0, "", 0, "open")
    assert spec.ask == Ask("Is this message spam?", ("Spam", "Not spam"))
    assert list(spec.words) == ["en"]
    assert (spec.public_benefit, spec.sample, spec.ordered) == (False, False, False)


def test_what_may_be_set_is_read(pool_toml: str) -> None:
    more = 'content_notes = ["insults"]\npublic_benefit = true\nsample = true\nordered = true\n'
    spec = read(changed(pool_toml, "[pool.ask]", f'{more}[pool.ask]\nquestion = "Spam?"'))
    assert spec.content_notes == {"insults"}
    assert (spec.public_benefit, spec.sample, spec.ordered) == (True, True, True)
    assert spec.ask.question == "Spam?"


def test_a_mark_at_the_start_and_windows_line_ends_are_understood(pool_toml: str) -> None:
    data = b"\xef\xbb\xbf" + pool_toml.replace("\n", "\r\n").encode()
    assert isinstance(read_pool_toml(data), PoolSpec)


@pytest.mark.parametrize(
    "key", ["slug", "kind", "title", "purpose", "asked_by", "steps", "language", "overlap"]
)
def test_what_is_required_is_missed_by_its_name(pool_toml: str, key: str) -> None:
    lines = [line for line in pool_toml.split("\n") if not line.startswith(f"{key} =")]
    missing = Problem("key_missing", {"wanted": key}, column=f"pool.{key}", row=1, file="pool.toml")
    assert missing in problems("\n".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "code", "column", "row"),
    [
        ("check-comments", "Check comments", "slug_wrong", "pool.slug", 2),
        ("check-comments", "-check", "slug_wrong", "pool.slug", 2),
        ('"content_moderation"', '"content_moderaton"', "kind_meant", "pool.kind", 3),
        ('"content_moderation"', '"a dance"', "kind_unknown", "pool.kind", 3),
        ('title = "Is this message spam?"', "title = 7", "text_wanted", "pool.title", 4),
        ('"To keep a forum friendly."', '"  "', "text_missing", "pool.purpose", 5),
        ('["Read it.", "Choose."]', "[]", "texts_wanted", "pool.steps", 7),
        ('["Read it.", "Choose."]', '"Read it."', "texts_wanted", "pool.steps", 7),
        ('["Read it.", "Choose."]', '["Read it.", 2]', "text_wanted", "pool.steps", 7),
        ('"en"', '"klingon"', "language_unknown", "pool.language", 8),
        ('"en"', '"xx"', "language_unknown", "pool.language", 8),
        ('"en"', '"eng"', "language_meant", "pool.language", 8),
        ("overlap = 3", "overlap = 0", "number_range", "pool.overlap", 9),
        ("overlap = 3", "overlap = 101", "number_range", "pool.overlap", 9),
        ("overlap = 3", "overlap = 1.5", "whole_wanted", "pool.overlap", 9),
        ("overlap = 3", "overlap = true", "number_wanted", "pool.overlap", 9),
        ("= 0.5", "= 0", "number_range", "pool.minutes_per_task", 10),
        ("= 0.5", "= nan", "number_range", "pool.minutes_per_task", 10),
        ("= 0.5", '= "a few"', "number_wanted", "pool.minutes_per_task", 10),
        ("overlap = 3", 'overlap = 3\nsample = "no"', "flag_wanted", "pool.sample", 10),
        ("overlap = 3", 'overlap = 3\ncontent_notes = ["insult"]', "note_meant",
         "pool.content_notes", 10),
        ('"Not spam"', '"Spam"', "ask_choices_twice", "pool.ask.choices", 13),
        (', "Not spam"', "", "ask_choices_count", "pool.ask.choices", 13),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(
    pool_toml: str, old: str, new: str, code: str, column: str, row: int
) -> None:
    (problem,) = problems(changed(pool_toml, old, new))
    assert (problem.code, problem.column, problem.row) == (code, column, row)


def test_every_mistake_is_told_at_once(pool_toml: str) -> None:
    text = changed(changed(pool_toml, "overlap = 3", "overlap = 0"), '"en"', '"xx"')
    assert {problem.code for problem in problems(text)} == {"number_range", "language_unknown"}


def test_a_key_with_a_slip_is_told_with_the_key_that_was_meant(pool_toml: str) -> None:
    (problem,) = problems(changed(pool_toml, "overlap = 3", "overlap = 3\ncontent_note = []"))
    assert problem.code == "key_meant"
    assert problem.values == {"found": "content_note", "nearest": "content_notes"}
    assert (problem.column, problem.row) == ("pool.content_note", 10)


def test_a_key_like_no_other_is_told_with_those_there_are(pool_toml: str) -> None:
    (problem,) = problems(changed(pool_toml, "overlap = 3", "overlap = 3\nhurry = true"))
    assert problem.code == "key_unknown"
    assert "minutes_per_task" in str(problem.values["wanted"])


def test_keys_that_may_be_left_out_are_among_those_there_are(pool_toml: str) -> None:
    (problem,) = problems(changed(pool_toml, "overlap = 3", "overlap = 3\npublicbenefit = true"))
    assert problem.values == {"found": "publicbenefit", "nearest": "public_benefit"}
    text = changed(pool_toml, "content_moderation", "document_digitization")
    (problem,) = problems(text)
    assert problem.values == {"found": "choices", "wanted": "question"}


def test_choices_in_other_words_are_no_mistake_where_the_own_ones_are_one(pool_toml: str) -> None:
    words = 'title = "A"\npurpose = "B"\nsteps = ["C"]\nchoices = ["D", "E"]\n'
    text = changed(pool_toml, ', "Not spam"]', f"]\n[pool.words.es]\n{words}")
    assert [problem.code for problem in problems(text)] == ["ask_choices_count"]


def test_choices_are_unknown_to_a_kind_without_them(pool_toml: str) -> None:
    (problem,) = problems(changed(pool_toml, "content_moderation", "document_digitization"))
    assert (problem.code, problem.column) == ("key_unknown", "pool.ask.choices")


def test_choices_are_required_by_a_kind_with_them(pool_toml: str) -> None:
    (problem,) = problems(changed(pool_toml, 'choices = ["Spam", "Not spam"]', ""))
    assert (problem.code, problem.column) == ("key_missing", "pool.ask.choices")


def test_a_table_that_is_no_table_is_told(pool_toml: str) -> None:
    found = problems(changed(pool_toml, "[pool.ask]", "[pool.words]\nes = 1\n[pool.ask]"))
    assert (found[0].code, found[0].column) == ("table_wanted", "pool.words.es")


def test_a_file_without_a_pool_is_told() -> None:
    assert [problem.code for problem in problems("[pol]\n")] == ["key_missing", "key_meant"]


@pytest.mark.parametrize(
    ("data", "code", "row"),
    [
        (b'[pool]\nslug = "a\n', "toml_broken", 2),
        (b"[pool]\nslug = \n", "toml_broken", 2),
        (b"[pool]\nslug", "toml_broken", 2),
        (b'[pool]\nslug = "a\0b"\n', "toml_broken", 2),
        (b"a = " + b"[" * 5000, "toml_broken", 1),
        (b"a = " + b"9" * 5000, "toml_broken", 1),
        (b'[pool]\ntitle = "caf\xe9"\n', "encoding_broken", 2),
        (b"#" * 1_000_001, "file_large", 0),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(data: bytes, code: str, row: int) -> None:
    (problem,) = problems(data)
    assert (problem.code, problem.row) == (code, row)


def test_a_line_that_is_no_toml_is_told_as_it_stands() -> None:
    (problem,) = problems("[pool]\noverlap = 3\nminutes_per_task = 0,5\nsample = true\n")
    assert (problem.row, problem.values["found"]) == (3, "minutes_per_task = 0,5")
    (problem,) = problems("[pool]\nslug\n\n\n")
    assert (problem.row, problem.values["found"]) == (2, "slug")


def test_broken_letters_are_told_with_their_byte() -> None:
    (problem,) = problems(b'[pool]\ntitle = "caf\xe9"\n')
    assert problem.values == {"found": "0xE9", "byte": 13}


def test_a_line_inside_a_long_text_is_not_taken_for_a_key(pool_toml: str) -> None:
    text = changed(pool_toml, '"To keep a forum friendly."', '"""\noverlap = 5\n"""')
    (problem,) = problems(changed(text, "overlap = 3", "overlap = 0"))
    assert problem.row == 11
