"""A row that shuts somebody out without saying so, or that tells its answer, is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.formats.pool_folder import PoolSource, open_pool
from app.rules.problem import Problem

MakePool = Callable[..., Path]
Places = Callable[[list[Problem]], list[tuple[str, int, str, str]]]


def opened(path: Path) -> PoolSource:
    source = open_pool(path)
    assert isinstance(source, PoolSource), source
    return source


def check(path: Path) -> list[Problem]:
    with opened(path) as source:
        return list(source.check())


def test_a_picture_without_words_is_refused_unless_somebody_says_what_it_needs(
    make_pool: MakePool, places: Places
) -> None:
    tasks = "id,text,image,alt,needs\na,,x.jpg,,\nb,,x.jpg,A cat,\nc,,x.jpg,,sight\nd,Hi,x.jpg,,\n"
    assert places(check(make_pool(tasks=tasks, media=("x.jpg",)))) == [
        ("tasks.csv", 2, "alt", "words_or_need"),
        ("tasks.csv", 5, "alt", "words_or_need"),
    ]


def test_what_a_pool_needs_holds_for_its_rows(make_pool: MakePool, pool_toml: str) -> None:
    toml = pool_toml.replace("overlap", 'needs = ["sight", "reading"]\noverlap')
    tasks = "id,text,image,alt\na,,x.jpg,\nb,,x.jpg,A cat\nc,Hello,,\n"
    with opened(make_pool(toml, tasks, media=("x.jpg",))) as source:
        assert list(source.check()) == []
        assert [row.needs for row in source.rows()] == [
            {"sight", "reading"},
            {"reading"},
            {"reading"},
        ]


def test_a_kind_that_nobody_can_describe_says_what_it_needs_by_itself(
    make_pool: MakePool, pool_toml: str
) -> None:
    toml = pool_toml.replace("content_moderation", "document_digitization")
    tasks = "id,image\na,x.jpg\n"
    with opened(make_pool(toml.partition("[pool.ask]")[0], tasks, media=("x.jpg",))) as source:
        assert list(source.check()) == []
        assert [row.needs for row in source.rows()] == [{"sight", "typing"}]


@pytest.mark.parametrize(("need", "code"), [("sihgt", "need_meant"), ("wings", "need_unknown")])
def test_a_need_of_a_pool_that_is_none_is_told(
    make_pool: MakePool, pool_toml: str, need: str, code: str
) -> None:
    found = open_pool(make_pool(pool_toml.replace("overlap", f'needs = ["{need}"]\noverlap')))
    assert isinstance(found, list)
    assert [(one.row, one.column, one.code) for one in found] == [(9, "pool.needs", code)]


@pytest.mark.parametrize(
    ("alt", "known", "refused"),
    [
        ("A photo of some SPAM on a table", "Spam", True),
        ("It is “not  spam” but a letter", "Not spam", True),
        ("A table", "Spam", False),
        ("Spammers at work", "Spam", False),
        ("Spam", "", False),
    ],
)
def test_a_description_that_says_the_known_answer_is_refused(
    make_pool: MakePool, places: Places, alt: str, known: str, refused: bool
) -> None:
    tasks = f"id,image,alt,check_answer\na,x.jpg,{alt},{known}\n"
    expected = [("tasks.csv", 2, "alt", "answer_given_away")] if refused else []
    assert places(check(make_pool(tasks=tasks, media=("x.jpg",)))) == expected


def test_words_in_no_language_are_refused(make_pool: MakePool, places: Places) -> None:
    tasks = (
        "id,text,image,alt,lang,needs\na,Hello,,,zxx,\nb,,x.jpg,A cat,zxx,\nc,,x.jpg,,zxx,sight\n"
        "d,Hello,,,und,\ne,Hello,,,mul,\n"
    )
    assert places(check(make_pool(tasks=tasks, media=("x.jpg",)))) == [
        ("tasks.csv", 2, "lang", "language_for_words"),
        ("tasks.csv", 3, "lang", "language_for_words"),
        ("tasks.csv", 5, "lang", "language_unknown"),
        ("tasks.csv", 6, "lang", "language_unknown"),
    ]


def test_a_pool_whose_own_words_are_in_no_language_is_refused(
    make_pool: MakePool, pool_toml: str
) -> None:
    found = open_pool(make_pool(pool_toml.replace('"en"', '"zxx"')))
    assert isinstance(found, list)
    assert [(one.row, one.column, one.code) for one in found] == [
        (8, "pool.language", "language_unknown")
    ]


@pytest.mark.parametrize("second", ["SPAM", "Spám", "“Spam”", "Spаm", "Spam."])
def test_choices_that_read_alike_are_refused(
    make_pool: MakePool, pool_toml: str, second: str
) -> None:
    found = open_pool(make_pool(pool_toml.replace("Not spam", second)))
    assert isinstance(found, list)
    assert [(one.row, one.column, one.code) for one in found] == [
        (13, "pool.ask.choices", "choices_alike")
    ]


def test_choices_that_read_alike_in_other_words_are_refused(
    make_pool: MakePool, pool_toml: str
) -> None:
    words = 'title = "A"\npurpose = "B"\nsteps = ["C"]\nchoices = ["Sí", "si"]\n'
    found = open_pool(make_pool(f"{pool_toml}\n[pool.words.es]\n{words}"))
    assert isinstance(found, list)
    assert [(one.row, one.column, one.code) for one in found] == [
        (19, "pool.words.es.choices", "choices_alike")
    ]
