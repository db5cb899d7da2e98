"""Preferences survive being kept, shut out only what was asked, and trust nothing from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.needs import NEEDS
from app.rules.preferences import (
    DAY_LIMITS,
    NO_WORDS,
    NONE,
    SIZES,
    SPACINGS,
    THEMES,
    Preferences,
    Reader,
    completed,
    read_cookie,
    read_settings,
    to_cookie,
    to_settings,
)

TAGS = st.sampled_from(["en", "es", "ar", "pt-BR", "zh-Hans", "bn"])
SOME = st.lists(TAGS, unique=True, max_size=4).map(tuple)
PREFERENCES = st.builds(
    Preferences,
    language=TAGS | st.just(""),
    reads=SOME,
    light=st.booleans(),
    theme=st.sampled_from(THEMES),
    size=st.sampled_from(SIZES),
    spacing=st.sampled_from(SPACINGS),
    leave_out=st.lists(st.sampled_from(NEEDS), unique=True).map(tuple),
    day_limit=st.sampled_from(DAY_LIMITS),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4),
)


@given(PREFERENCES)
def test_what_is_kept_comes_back(prefers: Preferences) -> None:
    assert read_settings(to_settings(prefers)) == prefers
    assert read_cookie(to_cookie(prefers)) == prefers


@given(PREFERENCES)
def test_a_cookie_holds_only_letters_that_cookies_may_hold(prefers: Preferences) -> None:
    assert set(to_cookie(prefers)) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_"
    )


def test_a_cookie_of_an_older_release_is_still_understood() -> None:
    assert read_cookie("es.en+es.1.dark.large.wide.sight") == Preferences(
        "es", ("en", "es"), True, "dark", "large", "wide", ("sight",)
    )


@pytest.mark.parametrize(("limit", "tasks"), [("10", 10), ("10", 11), ("50", 50)])
def test_enough_is_what_the_worker_chose(limit: str, tasks: int) -> None:
    assert Preferences(day_limit=limit).is_enough(tasks)
    assert not Preferences(day_limit=limit).is_enough(int(limit) - 1)
    assert not NONE.is_enough(10_000)


def test_who_prefers_nothing_keeps_nothing() -> None:
    assert (to_settings(NONE), to_cookie(NONE)) == ({}, "")


@given(st.dictionaries(st.sampled_from([*Preferences.__slots__, "more"]), ANYTHING))
def test_settings_of_any_shape_are_read_or_passed_over(settings: dict[str, object]) -> None:
    found = read_settings(settings)
    assert read_settings(to_settings(found)) == found
    assert read_cookie(to_cookie(found)) == found


@given(st.text(max_size=80))
def test_a_cookie_of_any_text_is_read_or_passed_over(text: str) -> None:
    found = read_cookie(text)
    assert read_cookie(to_cookie(found)) == found


@given(PREFERENCES, PREFERENCES)
def test_a_card_takes_over_only_what_is_seen_at_once(own: Preferences, here: Preferences) -> None:
    both = completed(own, here)
    assert (both.reads, both.leave_out) == (own.reads, own.leave_out)
    for name in ("language", "light", "theme", "size", "spacing"):
        assert getattr(both, name) == (getattr(own, name) or getattr(here, name))


@given(PREFERENCES)
def test_only_what_was_chosen_is_left_out(prefers: Preferences) -> None:
    assert not prefers.leaves_out(())
    assert not prefers.leaves_out({"hearing", "death"} - set(prefers.leave_out))
    assert all(prefers.leaves_out((one, "death")) for one in prefers.leave_out)


@given(PREFERENCES, TAGS)
def test_only_chosen_languages_shut_others_out(prefers: Preferences, lang: str) -> None:
    assert prefers.can_read(NO_WORDS)
    if not prefers.reads:
        assert prefers.can_read(lang)
    else:
        assert prefers.can_read(lang) == (lang in {prefers.language, *prefers.reads})


def test_a_language_is_read_whatever_the_country() -> None:
    assert Preferences(reads=("en",)).can_read("en-GB")
    assert Preferences(reads=("pt-BR",)).can_read("pt")
    assert not Preferences(reads=("pt-BR",)).can_read("es")


def test_words_are_read_in_the_language_that_is_understood_best() -> None:
    reader = Reader(NONE, ("ar", "es", "pt-BR"))
    assert reader.best(["en", "es", "ar"]) == "ar"
    assert reader.best(["en", "es"]) == "es"
    assert reader.best(["en", "pt"]) == "pt"
    assert reader.best(["en"]) == ""


@pytest.mark.parametrize(
    ("reads", "lang", "may"),
    [
        ((), "en+zu", True),
        (("en",), "en+zu", False),
        (("zu",), "en+zu", False),
        (("en", "zu"), "en+zu", True),
        (("en-GB", "pt"), "en+pt-BR", True),
        (("es",), "zxx+es", True),
        (("es",), "zxx+en", False),
    ],
)
def test_a_task_in_several_languages_wants_all_of_them(
    reads: tuple[str, ...], lang: str, may: bool
) -> None:
    assert Preferences(reads=reads).can_read(lang) is may
