"""A CSV is read as spreadsheets of all sorts write it, and refused with the line to look at."""

import csv
import tracemalloc
from io import BytesIO, RawIOBase

import pytest

from app.formats.csv_rows import read_csv
from app.formats.record import Header, Record
from app.rules.problem import Problem

Read = list[Header | Record | Problem]


def read(data: bytes | str) -> Read:
    return list(read_csv(BytesIO(data if isinstance(data, bytes) else data.encode())))


def cells(data: bytes | str) -> list[dict[str, str]]:
    items = read(data)
    assert not [item for item in items if isinstance(item, Problem)], items
    return [item.cells for item in items if isinstance(item, Record)]


def problems(data: bytes | str) -> list[Problem]:
    return [item for item in read(data) if isinstance(item, Problem)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_delimiters_and_line_ends_are_understood(
    mark: bytes, delimiter: str, end: str
) -> None:
    lines = ["id|text", "a|Good day", 'b|"Two|parts"', "c|é"]
    data = mark + end.join(lines).replace("|", delimiter).encode()
    assert cells(data) == [
        {"id": "a", "text": "Good day"},
        {"id": "b", "text": f"Two{delimiter}parts"},
        {"id": "c", "text": "é"},
    ]


def test_a_line_end_between_two_reads_of_the_file_is_one_line_end() -> None:
    class Trickle(RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.left = [data[i : i + 1] for i in range(len(data))]

        def read(self, size: int = -1) -> bytes:
            return self.left.pop(0) if self.left else b""

    items = list(read_csv(Trickle(b"id,text\r\na,1\r\nb,2\r\n")))
    assert [(item.row) for item in items] == [1, 2, 3]


def test_a_delimiter_inside_a_quoted_name_is_not_counted() -> None:
    assert cells('"id;a;b",text\nx,y\n') == [{"id;a;b": "x", "text": "y"}]


def test_rows_are_counted_by_lines_of_the_file() -> None:
    data = 'id,text\na,"one\ntwo\nthree"\n\nb,last\n'
    assert [item.row for item in read(data)] == [1, 2, 6]
    assert cells(data)[0]["text"] == "one\ntwo\nthree"


def test_blank_lines_and_rows_of_empty_cells_are_left_out() -> None:
    assert cells("\n\nid,text\n\na,x\n,\n  ,  \n\n") == [{"id": "a", "text": "x"}]


def test_spaces_around_a_columns_name_are_no_part_of_it() -> None:
    assert cells(" id , text\na,x\n") == [{"id": "a", "text": "x"}]


def test_a_quote_inside_an_unquoted_cell_is_a_letter() -> None:
    assert cells('id,text\na,5" pipe\n') == [{"id": "a", "text": '5" pipe'}]


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'=1+1", "=1+1"), ("''=x", "'=x"), ("'-5", "-5"), ("'tis", "'tis"), ("=1", "=1"), ("'", "'")],
)
def test_the_apostrophe_of_our_exports_is_taken_away(cell: str, text: str) -> None:
    assert cells(f"id,text\na,{cell}\n")[0]["text"] == text


@pytest.mark.parametrize(
    ("data", "code", "row", "values"),
    [
        ("id,text\na\n", "row_ragged", 2, {"found": 1, "wanted": 2}),
        ("id,text\na,b,c\nd,e\n", "row_ragged", 2, {"found": 3, "wanted": 2}),
        ('id,text\na,"x\ny"\nb\n', "row_ragged", 4, {"found": 1, "wanted": 2}),
        ("id,text,id\na,b,c\n", "column_twice", 1, {"found": "id"}),
        ("id,,text\na,b,c\n", "column_unnamed", 1, {"place": 2}),
        ("", "file_empty", 1, {}),
        ("\n \n", "file_empty", 1, {}),
        (b"\xef\xbb\xbf", "file_empty", 1, {}),
        ('id,text\na,"open\nb,c\n', "quote_open", 2, {}),
        ('id,text\na,"b"c\n', "quote_stray", 2, {}),
        (b"id,text\na,caf\xe9\n", "encoding_broken", 2, {"found": "0xE9", "byte": 6}),
        (b"id,caf\xe9\na,b\n", "encoding_broken", 1, {"found": "0xE9", "byte": 7}),
        ("id,text\na,b".encode("utf-16"), "encoding_utf16", 1, {}),
        ("id,text\na,b\0c\n", "text_nul", 2, {}),
    ],
)
def test_a_file_is_refused_with_its_line(
    data: bytes | str, code: str, row: int, values: dict[str, str | int]
) -> None:
    assert problems(data) == [
        Problem(
            code, values, row=row, column=str(values["found"]) if code == "column_twice" else ""
        )
    ]


def test_reading_goes_on_after_a_row_with_a_problem() -> None:
    items = read(b"id,text\na\nb,\xff\nc,\0\nd,fine\n")
    assert [getattr(item, "code", type(item).__name__) for item in items] == [
        "Header",
        "row_ragged",
        "encoding_broken",
        "text_nul",
        "Record",
    ]


def test_the_broken_line_inside_a_row_is_the_one_told() -> None:
    (problem,) = problems(b'id,text\na,"one\ntwo \xff"\n')
    assert problem.row == 3


class Endless(RawIOBase):
    """A file whose second line has a beginning and no end."""

    def __init__(self, start: bytes, more: bytes) -> None:
        self.start = start
        self.more = more
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        data = self.start or (self.more * size)[:size]
        self.start = b""
        self.given += len(data)
        assert self.given < 10_000_000, "read on and on"
        return data


@pytest.mark.parametrize(
    ("start", "more", "code"),
    [
        (b"id,text\na,", b"x", "row_long"),
        (b"id,text\na,", b"x,", "row_long"),
        (b'id,text\na,"', b"x\n", "cell_long"),
        (b"id,text\n", b"\0", "row_long"),
        (b"", b"x", "row_long"),
        (b"id,text\n" + b'a,"', b'x","\n', "row_long"),
    ],
)
def test_a_row_without_end_is_refused_before_it_is_in_memory(
    start: bytes, more: bytes, code: str
) -> None:
    file = Endless(start, more)
    tracemalloc.start()
    found = [item for item in read_csv(file) if isinstance(item, Problem)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [one.code for one in found] == [code]
    assert found[0].row == (2 if start else 1)
    assert peak < 20_000_000


def test_a_cell_at_its_limit_is_read_and_one_above_is_refused() -> None:
    most = csv.field_size_limit()
    assert len(cells(f"id,text\na,{'x' * most}\n")[0]["text"]) == most
    assert [one.code for one in problems(f"id,text\na,{'x' * (most + 1)}\n")] == ["cell_long"]
