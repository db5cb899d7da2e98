"""JSONL is one flat object of texts a line; all else is refused with its line."""

from io import BytesIO

import pytest

from app.formats.json_rows import read_jsonl
from app.formats.record import Record
from app.rules.problem import Problem


def read(data: bytes | str) -> list[Record | Problem]:
    return list(read_jsonl(BytesIO(data if isinstance(data, bytes) else data.encode())))


def test_texts_numbers_and_null_are_read_as_they_are_written() -> None:
    assert read('{"id": 17, "text": "a\\nb", "price": 0.10, "alt": null}\n') == [
        Record(1, {"id": "17", "text": "a\nb", "price": "0.10", "alt": ""})
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_blank_lines_and_line_ends_are_understood(end: str) -> None:
    data = b"\xef\xbb\xbf" + end.join(['{"id": "a"}', "", '{"id": "é"}']).encode()
    assert read(data) == [Record(1, {"id": "a"}), Record(3, {"id": "é"})]


def test_an_apostrophe_before_a_formula_stays() -> None:
    assert read('{"text": "\'=1"}') == [Record(1, {"text": "'=1"})]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ('{"id": "a"', "json_broken", ""),
        ("id,text", "json_broken", ""),
        ("[]", "json_object", ""),
        ('"text"', "json_object", ""),
        ("17", "json_object", ""),
        ("null", "json_object", ""),
        ("[" * 100_000, "json_object", ""),
        ('{"id": NaN}', "json_value", ""),
        ('{"id": -Infinity}', "json_value", ""),
        ('{"id": ["a"]}', "json_value", "id"),
        ('{"id": {"a": "b"}}', "json_value", "id"),
        ('{"id": true}', "json_value", "id"),
        ('{"id": "a", "id": "b"}', "column_twice", "id"),
        ('{"id": "a", " id ": "b"}', "column_twice", "id"),
        ('{"id": "\\ud800"}', "text_half", "id"),
        ('{"id": "a\0b"}', "text_nul", ""),
    ],
)
def test_a_line_that_is_no_row_is_told(line: str, code: str, column: str) -> None:
    first, problem, last = read(f'{{"id": "x"}}\n{line}\n{{"id": "y"}}\n')
    assert isinstance(problem, Problem)
    assert (problem.code, problem.row, problem.column) == (code, 2, column)
    assert (first, last) == (Record(1, {"id": "x"}), Record(3, {"id": "y"}))


def test_what_is_not_read_is_shown_short_and_harmless() -> None:
    (problem,) = read('["\\u001b[31m", "' + "x" * 500 + '"]')
    assert isinstance(problem, Problem)
    assert len(str(problem.values["found"])) == 80
    (problem,) = read('{"\\u001b[31m\\ud800": []}')
    assert isinstance(problem, Problem)
    assert problem.column == "\ufffd[31m\ufffd"


def test_broken_letters_are_told_with_their_byte() -> None:
    assert read(b'{"id": "caf\xe9"}') == [
        Problem("encoding_broken", {"found": "0xE9", "byte": 12}, row=1)
    ]


def test_a_line_too_long_is_refused() -> None:
    (problem,) = read('{"id": "' + "x" * 1_000_001 + '"}')
    assert problem == Problem("row_long", {"most": 1000}, row=1)


@pytest.mark.parametrize("data", ["", "\n\n", "  \n"])
def test_an_empty_file_is_told(data: str) -> None:
    assert read(data) == [Problem("file_empty", row=1)]
