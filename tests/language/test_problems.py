"""Every problem that the application can find has words, in which every value has its place."""

import ast
import re
from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from app.language import language
from app.language.language import Language
from app.language.problems import codes, say, words
from tests.house.sources import app_modules

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# Modules that choose a code first and then make the problem: the codes they choose from.
CHOSEN: dict[str, dict[str, set[str]]] = {
    "app/formats/csv_rows.py": {"quote_open": set(), "quote_stray": set()},
    "app/formats/zip_names.py": {
        code: {"found"} for code in ("zip_name", "zip_link", "zip_locked", "zip_method")
    },
}
# `not_one_of("thing", …)` makes both of these.
NAMED = {"_meant": {"found", "nearest"}, "_unknown": {"found", "wanted"}}


def calls(tree: ast.Module, name: str) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Every call of a function, with the innermost function that it stands in."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            for node in own_nodes(scope):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                    yield node, scope


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from own_nodes(child)


def value_names(call: ast.Call, scope: ast.AST) -> set[str]:
    """The names of the values that a problem is given."""
    given = call.args[1] if len(call.args) > 1 else None
    given = next((word.value for word in call.keywords if word.arg == "values"), given)
    if isinstance(given, ast.Name):
        given = next(
            node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign | ast.AnnAssign)
            and ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            == given.id
        )
    if given is None:
        return set()
    assert isinstance(given, ast.Dict), ast.unparse(call)
    return {key.value for key in given.keys if isinstance(key, ast.Constant)}


def found_problems() -> dict[str, list[set[str]]]:
    """Each code in the application, with the values it is given at each place."""
    found: dict[str, list[set[str]]] = {}
    for module, tree in app_modules():
        for call, scope in calls(tree, "Problem"):
            if isinstance(call.args[0], ast.Constant):
                found.setdefault(call.args[0].value, []).append(value_names(call, scope))
            elif module != "app/formats/nearest.py":
                assert module in CHOSEN, f"{module}:{call.lineno} chooses a code"
                for code, names in CHOSEN[module].items():
                    assert f'"{code}"' in ast.unparse(tree).replace("'", '"')
                    found.setdefault(code, []).append(names)
        for call, _ in calls(tree, "not_one_of"):
            assert isinstance(call.args[0], ast.Constant)
            for ending, names in NAMED.items():
                found.setdefault(f"{call.args[0].value}{ending}", []).append(names)
    return found


PROBLEMS = found_problems()


def test_every_problem_has_words() -> None:
    assert set(PROBLEMS) - codes() == set()


def test_no_words_stand_for_a_problem_that_cannot_be() -> None:
    assert codes() - set(PROBLEMS) == set()


@pytest.mark.parametrize("code", sorted(codes() & set(PROBLEMS)))
def test_the_words_name_only_values_that_are_given(code: str) -> None:
    for names in PROBLEMS[code]:
        assert set(PLACEHOLDER.findall(words(code))) <= names


@pytest.mark.parametrize("code", sorted(codes()))
def test_the_words_are_short_and_calm(code: str) -> None:
    sentence = words(code)
    assert "!" not in sentence
    assert not re.search(r"invalid|illegal|error|please|sorry|must not", sentence, re.IGNORECASE)
    assert len(sentence.split()) <= 25
    assert "%" not in PLACEHOLDER.sub("", sentence)


def test_a_problem_is_said_with_its_values() -> None:
    said = say(language("en"), "text_long", {"length": 21_500, "most": 20_000})
    assert said == "This text is too long. Characters found: 21,500. Most allowed: 20,000."


def test_values_are_in_the_readers_digits_and_kept_apart_from_the_words() -> None:
    arabic = language("ar-EG")
    assert "١٧" in say(arabic, "code_length", {"found": 17, "wanted": 18})
    assert "\u2068<b>\u2069" in say(arabic, "code_letters", {"found": "<b>"})


class Loud(NullTranslations):
    """A language in which everything is shouted."""

    def gettext(self, message: str) -> str:
        return "%(picture)s: %(lacking)s" if "%" in message else message.upper()


def test_a_value_that_is_a_word_is_said_in_the_language() -> None:
    loud = Language("es", "ltr", Loud())
    said = say(loud, "picture_too_hard", {"picture": "a.png", "lacking": "memory"})
    assert said == "a.png: MEMORY"
