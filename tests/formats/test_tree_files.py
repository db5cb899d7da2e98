"""The files of trees: a CSV or an indented text, or every problem with its place."""

import pytest

from app.formats.tree_file import MOST_BYTES, MOST_INSIDE
from app.rules.tree import Tree
from tests.formats.tree_pools import LEAVES, LEVELS, PATHS, TEXT, TOML, Open, opened, tree_of, wrong

__all__ = ["opened"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("categories.csv", LEVELS),
        ("categories.csv", PATHS),
        ("categories.csv", LEVELS.replace(",", ";").replace("\n", "\r\n")),
        ("categories.csv", LEVELS.replace("\nDrinks", "\nDrinks,,\nDrinks", 1)),
        ("categories.csv", LEVELS.replace("Other,,", " Other ,,")),
        ("categories.csv", b"\xef\xbb\xbf" + LEVELS.encode()),
        ("categories.txt", TEXT),
        ("categories.txt", TEXT.replace("  ", "\t")),
        ("categories.txt", "\n" + TEXT.replace("\n", "\r\n\r\n")),
        ("categories.txt", TEXT.rstrip()),
    ],
)
def test_every_way_to_write_a_tree(opened: Open, name: str, content: str) -> None:
    toml = TOML.replace("categories.csv", name)
    assert tree_of(opened({name: content}, toml)) == Tree(LEAVES, LEAVES, "en")


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("level1,level2\nA,\nA,\nB,\n", [(3, "level1", "tree_twice")]),
        ("level1,level2\nA,B\nC,D\nA,B\n", [(4, "level2", "tree_twice")]),
        ("level1,level2\nA,B\na,C\n", [(3, "level1", "tree_alike")]),
        ("level1,level2\nA,Tea\nA,TEA\nB,Tea\n", [(3, "level2", "tree_alike")]),
        ("level1,level2\n,B\nA,C\n", [(2, "level1", "tree_gap")]),
        ("level1,level2,level3\nA,,C\nB,,\n", [(2, "level2", "tree_gap")]),
        ("level1,level2\nA,B > C\nB,\n", [(2, "level2", "tree_sign")]),
        (f"level1\n{'x' * 101}\nB\nC\n", [(2, "level1", "text_long")]),
        ("level1\nA\x07\nB\nC\n", [(2, "level1", "text_control")]),
        ("level1\nA\n", [(0, "", "tree_leaves")]),
        ("level1,level2\nA,B\nA,\n", [(0, "", "tree_leaves")]),
        ("level2,level1\nA,B\n", [(1, "", "tree_columns")]),
        ("path,level1\nA,B\n", [(1, "", "tree_columns")]),
        ("path\nA > > B\nC\n", [(2, "path", "tree_gap")]),
        ("path\n>\nC\n", [(2, "path", "tree_gap")]),
        (f"path\n{' > '.join('ABCDEFGHIJK')}\nB\n", [(2, "path", "tree_deep")]),
        ("level1,level2\nA\n", [(2, "", "row_ragged")]),
        ("", [(1, "", "file_empty")]),
    ],
)
def test_what_is_wrong_with_a_table(
    opened: Open, rows: str, places: list[tuple[int, str, str]]
) -> None:
    assert wrong(opened({"categories.csv": rows})) == [("categories.csv", *one) for one in places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A\n    B\n  C\nD\n", (3, "tree_uneven")),
        ("A\n  B\n     C\n", (3, "tree_uneven")),
        ("A\n  B\n      C\n", (3, "tree_skipped")),
        ("  A\nB\n", (1, "tree_skipped")),
        ("A\n\tB\n  C\n", (3, "tree_mixed")),
        ("A\n \tB\n", (2, "tree_mixed")),
        ("A\n\N{NO-BREAK SPACE}B\n", (2, "tree_mixed")),
        ("A\n  B\nA\n", (3, "tree_twice")),
        ("A\n  Tea\n  tea\nB\n", (3, "tree_alike")),
        ("A\nB > C\n", (2, "tree_sign")),
        ("\n", (0, "tree_leaves")),
        (b"A\nB\xff\nC\n", (2, "encoding_broken")),
    ],
)
def test_what_is_wrong_with_a_text(opened: Open, text: str | bytes, place: tuple[int, str]) -> None:
    toml = TOML.replace("categories.csv", "categories.txt")
    row, code = place
    assert wrong(opened({"categories.txt": text}, toml))[0] == ("categories.txt", row, "", code)


def test_too_many_beside_each_other_are_told_once(opened: Open) -> None:
    rows = "level1\n" + "".join(f"Leaf {number}\n" for number in range(MOST_INSIDE + 20))
    row = MOST_INSIDE + 2
    assert wrong(opened({"categories.csv": rows})) == [
        ("categories.csv", row, "level1", "tree_wide")
    ]


def test_five_thousand_leaves_are_taken_and_one_more_is_not(opened: Open) -> None:
    most = [f"{n // 1000},{n // 100 % 10},{n}\n" for n in range(5_000)]
    rows = "level1,level2,level3\n" + "".join(most)
    assert len(tree_of(opened({"categories.csv": rows})).keys) == 5_000
    assert wrong(opened({"categories.csv": f"{rows}x,,\n"})) == [
        ("categories.csv", 0, "", "tree_leaves")
    ]


def test_a_file_without_an_end_is_not_read(opened: Open) -> None:
    assert wrong(opened({"categories.csv": b"x" * (MOST_BYTES + 1)})) == [
        ("categories.csv", 0, "", "file_large")
    ]
