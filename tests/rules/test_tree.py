"""Trees of categories: what is inside, and what a search finds, the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.tree import BETWEEN, MOST_FOUND, TOP, Tree, above, tidy_path, words_of

SHOP = (
    "Drinks > Coffee and tea",
    "Drinks > Juice > Fruit juice",
    "Drinks > Juice > Vegetable juice",
    "Vegetables > Fresh",
    "I can't tell",
)
SPANISH = (
    "Bebidas > Café y té",
    "Bebidas > Jugo > Jugo de fruta",
    "Bebidas > Jugo > Jugo de verduras",
    "Verduras > Frescas",
    "No puedo saberlo",
)
TREE = Tree(SHOP, SHOP, "en")
names = st.text(st.sampled_from("abc éÉß٣3ي"), min_size=1, max_size=8).filter(words_of)
paths = st.lists(names.map(str.strip), min_size=1, max_size=3).map(BETWEEN.join)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees without a leaf that another one is inside of."""
    found = draw(st.lists(paths, min_size=1, max_size=12, unique=True))
    inner = {way for path in found for way in ways(path)[:-1]}
    leaves = tuple(path for path in found if path not in inner)
    return Tree(leaves, leaves, "en")


def ways(path: str) -> list[str]:
    parts = path.split(BETWEEN)
    return [BETWEEN.join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def shown(tree: Tree, typed: str) -> list[str]:
    return [node.path for node in tree.search(typed).shown]


def test_a_category_holds_those_right_inside_it() -> None:
    assert [node.name for node in TREE.inside(TOP)] == ["Drinks", "Vegetables", "I can't tell"]
    assert [node.name for node in TREE.inside("Drinks")] == ["Coffee and tea", "Juice"]
    assert [node.is_leaf for node in TREE.inside("Drinks")] == [True, False]
    assert TREE.inside("I can't tell") == ()


def test_the_way_up_ends_at_the_top() -> None:
    assert above("Drinks > Juice > Fruit juice") == "Drinks > Juice"
    assert above("Drinks") == TOP == above(TOP)


def test_another_language_has_other_words_for_the_same_keys() -> None:
    tree = Tree(SHOP, SPANISH, "es")
    assert tree.nodes["Drinks > Juice"].path == "Bebidas > Jugo"
    assert [one.key for one in tree.search("cafe").shown] == ["Drinks > Coffee and tea"]
    assert tree.search("coffee").total == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("juice veg", ["Drinks > Juice > Vegetable juice"]),
        ("JUICE", ["Drinks > Juice > Fruit juice", "Drinks > Juice > Vegetable juice"]),
        ("  fres ", ["Vegetables > Fresh"]),
        ("i cant", []),
        ("can't tell", ["I can't tell"]),
        ("uice", []),
        ("drinks beer", []),
        (" > ", []),
        ("", []),
    ],
)
def test_every_word_that_is_typed_begins_a_word_of_the_path(typed: str, found: list[str]) -> None:
    assert shown(TREE, typed) == found


def test_the_nearest_come_first() -> None:
    leaves = ("Tea > Cups", "Food > Teapots", "Food > Green tea", "Food > Tea")
    # In its own name and whole, the shorter first; then begun only; then in what is around it.
    assert shown(Tree(leaves, leaves), "tea") == [
        "Food > Tea",
        "Food > Green tea",
        "Food > Teapots",
        "Tea > Cups",
    ]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("te", "Té"),
        ("TÉ", "te"),
        ("strasse", "Straße"),
        ("٣", "Size 3"),
        ("احمر", "أحمر"),
        ("قهوه", "قهوة"),
        ("كفير", "زبادي وكفير"),
        ("الحليب", "حليب ومصل"),
        ("حليب", "الحليب والمصل"),
        ("مصل", "الحليب والمصل"),
        ("وجب", "وجبات"),
        ("茶", "绿茶"),
        ("चा", "चाय"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "Café"),
        ("ﬁsh", "Fish"),
    ],
)
def test_capitals_accents_and_the_style_of_digits_are_no_matter(typed: str, name: str) -> None:
    assert shown(Tree((name, "Other"), (name, "Other")), typed) == [name]


def test_vowel_signs_are_letters() -> None:
    assert shown(Tree(("चाय", "Other"), ("चाय", "Other")), "चि") == []


def test_more_than_fit_are_counted() -> None:
    leaves = tuple(f"Leaf {number}" for number in range(50))
    found = Tree(leaves, leaves).search("leaf")
    assert (len(found.shown), found.total) == (MOST_FOUND, 50)


def test_a_path_is_the_same_however_its_signs_are_spaced() -> None:
    assert tidy_path(" Drinks>Fruit   juice >  Red ") == "Drinks > Fruit juice > Red"
    assert all(tidy_path(path) == path for path in SHOP)


@given(trees())
def test_each_category_is_reached_from_the_one_above_it(tree: Tree) -> None:
    for key, node in tree.nodes.items():
        assert key == TOP or node in tree.inside(above(key))
    assert [key for key in tree.nodes if tree.nodes[key].is_leaf and key] == list(
        dict.fromkeys(one for key in tree.keys for one in ways(key) if one in tree.keys)
    )


@given(trees(), st.lists(names, min_size=1, max_size=2).map(" ".join))
def test_a_search_finds_just_the_leaves_that_fit(tree: Tree, typed: str) -> None:
    fitting = [
        key
        for key in tree.keys
        if all(any(has.startswith(word) for has in words_of(key)) for word in words_of(typed))
    ]
    found = tree.search(typed)
    assert found.total == len(fitting)
    assert sorted(node.key for node in found.shown) == sorted(fitting)


@given(trees())
def test_a_leaf_is_found_by_its_whole_name(tree: Tree) -> None:
    for key in tree.keys:
        assert key in [node.key for node in tree.search(tree.nodes[key].name).shown]


@given(st.text(max_size=50))
def test_words_are_the_same_once_they_are_plain(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)


@given(st.text(max_size=300))
def test_whatever_is_typed_finds_something_or_nothing(typed: str) -> None:
    assert TREE.search(typed).total <= len(SHOP)
