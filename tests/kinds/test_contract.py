"""What every kind of task promises, whoever wrote it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fields.choice import Choice
from app.fields.choices import Choices
from app.fields.language_tag import read_language
from app.kinds import kinds
from app.kinds.ask import SHAPES, Ask, AskedField, FieldWords, Words
from app.kinds.kind import Kind
from app.rules.needs import NEEDS
from app.rules.tree import Tree
from app.settings import CHECKOUT

NAMED = tuple(
    AskedField(shape, shape, f"Label of {shape}", choices=("a", "b") if "choice" in shape else ())
    for shape in SHAPES
)
ASK = Ask("Which is it?", ("One", "Two", "I can't tell"), NAMED)
ENGLISH = Words("en", "T", "P", "A", ("S",), "Which is it?", ASK.choices)
SPANISH = Words(
    "es", "T", "P", "A", ("S",), "¿Cuál es?", ("Uno", "Dos", "No lo sé"),
    tuple(FieldWords(f"Campo {one.shape}", "", one.choices) for one in NAMED),
)  # fmt: skip
LEAVES, HOJAS = ("Food > Tea", "Food > Milk", "Other"), ("Comida > Té", "Comida > Leche", "Otra")
TREE_ASK = Ask("Which is it?", tree=Tree(LEAVES, LEAVES, "en"))
ROW = {
    "text": "Words",
    "audio": "one.mp3",
    "target": "ar",
    "url": "https://example.org/",
    "steps": "Open it.\nPress “Go”.",
}
TYPED = {
    "choices": ["b", "a"],
    "day_parts": ["7", "٣", "2024"],
    "link": [" www.example.org/a%20b "],
    "long_text": ["Typed\r\nwords "],
    "number": ["12.5"],
    "recording": ["0123456789abcdef0123456789abcdef.opus"],
    "text": ["  Typed   words "],
}

every_kind = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)


def raw(kind: Kind, words: Words = ENGLISH) -> dict[str, list[str]]:
    return {
        field.name: [field.options[0][0]] if isinstance(field, Choice) else TYPED[field.macro]
        for field in kind.asks(ASK, words, ROW)
        # What may be ticked may also stand against the rest.
        if field.required or not isinstance(field, Choices)
    }


@every_kind
def test_it_is_found_under_its_own_name(kind: Kind) -> None:
    assert kinds()[kind.name] is kind
    assert kind.title


@every_kind
def test_its_material_has_a_template_and_its_fields_have_macros(kind: Kind) -> None:
    assert (CHECKOUT / "templates" / "kinds" / f"{kind.name}.html").is_file()
    for field in kind.asks(ASK, ENGLISH, ROW):
        assert (CHECKOUT / "templates" / "parts" / f"{field.macro}.html").is_file()


@every_kind
def test_every_field_has_a_name_of_its_own_and_a_label(kind: Kind) -> None:
    for fields in (kind.supplies, kind.asks(ASK, ENGLISH, ROW)):
        names = [field.name for field in fields]
        assert len(set(names)) == len(names) > 0
        assert all(field.label for field in fields)


@every_kind
def test_every_field_of_a_row_has_its_column(kind: Kind) -> None:
    columns = {field.name for field in kind.asks(ASK, ENGLISH, {})}
    assert {field.name for field in kind.asks(ASK, ENGLISH, ROW)} <= columns


@every_kind
def test_what_it_needs_is_on_the_list(kind: Kind) -> None:
    empty = {field.name: "" for field in kind.supplies}
    full = {field.name: "something" for field in kind.supplies}
    assert kind.needs(empty) <= set(NEEDS)
    assert kind.needs(full) <= kind.needs(empty)


@every_kind
def test_an_answer_comes_back_from_the_store_as_it_went_in(kind: Kind) -> None:
    reading = kind.read(kind.asks(ASK, ENGLISH, ROW), raw(kind))
    assert not reading.problems
    assert json.loads(json.dumps(reading.answer)) == reading.answer


@every_kind
def test_the_same_answer_in_another_language_is_the_same(kind: Kind) -> None:
    english = kind.read(kind.asks(ASK, ENGLISH, ROW), raw(kind)).answer
    spanish = kind.read(kind.asks(ASK, SPANISH, ROW), raw(kind, SPANISH)).answer
    assert kind.same(english) == kind.same(spanish)


@every_kind
def test_nothing_sent_is_a_problem_at_each_field_that_wants_something(kind: Kind) -> None:
    fields = kind.asks(ASK, ENGLISH, ROW)
    reading = kind.read(fields, {})
    wanted = [field.name for field in fields if field.required]
    as_a_whole = None if wanted else kind.verify(reading.answer)
    if as_a_whole:
        wanted = [as_a_whole.field]
    assert [problem.field for problem in reading.problems] == wanted


@every_kind
@given(sent=st.lists(st.text(max_size=60), max_size=3))
def test_whatever_is_sent_becomes_an_answer_or_a_problem(kind: Kind, sent: list[str]) -> None:
    fields = kind.asks(ASK, ENGLISH, ROW)
    reading = kind.read(fields, {field.name: sent for field in fields})
    said = {*reading.answer, *(problem.field for problem in reading.problems)}
    assert said == {field.name for field in fields}
    if not reading.problems:
        first = kind.same(reading.answer)
        assert first == kind.same(json.loads(json.dumps(reading.answer)))


def test_typed_text_is_the_same_in_other_capitals_spaces_and_quotes() -> None:
    same = kinds()["document_digitization"].same
    assert same({"text": "“To the  SENATE”"}) == same({"text": '"to the senate"'})
    assert same({"text": "To the Senate"}) != same({"text": "To the House"})


def test_what_cannot_be_read_is_the_same_however_it_is_marked() -> None:
    same = kinds()["document_digitization"].same
    marked = same({"text": "To the [?] of June"})
    for typed in (
        "to the (??) of June",
        "To the [unclear] [؟] of june",
        "To the[ غير واضح ]of June",
    ):
        assert same({"text": typed}) == marked
    assert same({"text": "To the of June"}) != marked
    assert same({"text": "[?] To the of June"}) != marked
    assert same({"text": "To the end? of June"}) != marked
    assert same({"text": "wis[?]om"}) == same({"text": "Wis(?)om"})


def test_results_of_typed_lines_say_how_alike_they_are() -> None:
    alike = kinds()["document_digitization"].figures["similarity"]
    assert alike([{"text": "abcd"}]) is None
    assert alike([{"text": "abcd"}, {"text": "ABCD"}]) == 1
    assert alike([{"text": "abcd"}, {"text": "abxd"}, {"text": "abcd"}]) == pytest.approx(5 / 6)


@every_kind
def test_the_languages_it_asks_for_beside_the_materials_are_tags(kind: Kind) -> None:
    found = kind.langs({**dict.fromkeys((field.name for field in kind.supplies), ""), **ROW})
    assert [read_language(one) for one in found] == list(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/", "http://example.org"),
        ("https://example.org/Caf%C3%A9/", "https://EXAMPLE.org/café"),
        ("https://example.org/index.html", "https://example.org/#top"),
        ("https://example.org/a?utm_source=x&b=1&utm_medium=y", "https://example.org/a?b=1"),
        ("https://example.org:443/", "https://example.org/"),
    ],
)
def test_one_page_has_many_addresses(one: str, other: str) -> None:
    same = kinds()["web_search"].same
    assert same({"link": one, "answer": "x"}) == same({"link": other})


@pytest.mark.parametrize("other", ["https://example.org/b", "https://a.example.org/a"])
def test_two_pages_are_two_answers(other: str) -> None:
    same = kinds()["web_search"].same
    assert same({"link": "https://example.org/a"}) != same({"link": other})


@pytest.mark.parametrize(
    ("link", "not_found", "wrong"),
    [
        ("example.org", [], ""),
        ("", ["yes"], ""),
        ("", [], "link_or_none"),
        ("example.org", ["yes"], "link_and_none"),
        ("no address", ["yes"], "link_unclear"),
    ],
)
def test_a_page_is_found_or_it_is_not(link: str, not_found: list[str], wrong: str) -> None:
    kind = kinds()["web_search"]
    fields = kind.asks(Ask("?"), Words("en", "", "", "", (), "?"), {})
    reading = kind.read(fields, {"link": [link], "not_found": not_found})
    assert [(one.code, one.field) for one in reading.problems] == (
        [(wrong, "link")] if wrong else []
    )


def test_chosen_words_that_look_like_two_are_one() -> None:
    same = kinds()["data_entry"].same
    assert same({"goods": ["a|b"]}) != same({"goods": ["a", "b"]})
    assert same({"total": "1", "goods": ["a"]}) == same({"goods": ["a"], "total": "1"})
    assert same({"shop": "Shop  Seven"}) == same({"shop": "shop seven"})


def test_what_was_heard_is_the_same_without_capitals_and_marks() -> None:
    same = kinds()["transcription"].same
    assert same({"text": "He said: [ Unclear ], thanks."}) == same(
        {"text": "he said [unclear] thanks"}
    )
    assert same({"text": "he said thanks"}) != same({"text": "he said [unclear] thanks"})


WITH_TREES = [kind for kind in kinds().values() if kind.has_tree]


@pytest.mark.parametrize("kind", WITH_TREES, ids=lambda kind: kind.name)
def test_a_leaf_is_the_same_answer_in_every_language(kind: Kind) -> None:
    spanish = replace(SPANISH, tree=Tree(LEAVES, HOJAS, "es"))
    answers = []
    for words in (replace(ENGLISH, tree=TREE_ASK.tree), spanish, SPANISH):
        (field,) = kind.asks(TREE_ASK, words, ROW)
        assert (CHECKOUT / "templates" / "parts" / f"{field.macro}.html").is_file()
        assert kind.read((field,), {field.name: ["Food"]}).problems
        reading = kind.read((field,), {field.name: ["Food > Tea"]})
        assert not reading.problems
        answers.append(reading.answer)
    assert len({kind.same(answer) for answer in answers}) == 1
    assert all(json.loads(json.dumps(answer)) == answer for answer in answers)
