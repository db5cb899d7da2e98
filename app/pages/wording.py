"""The templates in each language, with its words already in place.

A page has a dozen texts, and looking each of them up took a third of the time that a page takes.
So a template is compiled once for each language, and texts without variables are written into it.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Any

from flask.templating import Environment as FlaskEnvironment
from jinja2 import Environment, Template
from jinja2.ext import Extension
from jinja2.filters import do_mark_safe
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from app.fields.link import host_of
from app.language import Language, direction, groups

# How `{{ _("Skip") }}` looks to the compiler.
FIXED = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")
MOST_REMEMBERED = 1_000
NO_BREAK = "\N{NO-BREAK SPACE}"


class Wording:
    """One environment for each language, made when it is first spoken."""

    def __init__(self, base: Environment) -> None:
        """Speak with the templates of an environment."""
        self._base = base
        self._spoken: dict[str, Environment] = {}

    def template(self, speaks: Language, name: str) -> Template:
        """A template in a language."""
        spoken = self._spoken.get(speaks.code)
        if spoken is None:
            spoken = self._spoken[speaks.code] = self._speak(speaks)
        return spoken.get_template(name)

    def _speak(self, speaks: Language) -> Environment:
        spoken = self._base.overlay(extensions=[FixedTexts])
        spoken.globals = {**self._base.globals, **_words(speaks), "part": TemplateParts(spoken)}
        return spoken


class TemplateParts:
    """The macros of `templates/parts`, each under its file's name and loaded at its first use.

    Imported in the templates themselves, they would be loaded anew for every page.
    """

    def __init__(self, spoken: Environment) -> None:
        """Take them from the templates of one language."""
        self._spoken = spoken

    def __getattr__(self, name: str) -> Macro:
        """One of them."""
        macro: Macro = getattr(self._spoken.get_template(f"parts/{name}.html").module, name)
        setattr(self, name, macro)
        return macro


class PlainContext(Context):
    """Calls what a template calls, without asking first whether it wants the template's context.

    Nothing here does, and a task page has some thirty calls: a third of its time went into asking.
    """

    def call(
        self,
        called: Callable[..., Any],
        /,
        *given: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **named: Any,
    ) -> Any:
        """What was called answers; the variables of blocks and loops are for such that ask."""
        return called(*given, **named)


class PlainTemplates(FlaskEnvironment):
    """Templates that keep what they may call in one dictionary.

    Jinja's own chain of two is copied, slowly, for every page and every part of it.
    """

    context_class = PlainContext

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All that a template may call."""
        return {**self.globals, **d} if d else self.globals


class FixedTexts(Extension):
    """Writes each text that has no variables into the template, where Jinja would call for it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The template's tokens, with plain data in place of such calls."""
        say: Any = self.environment.globals["_"]
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            found = tokens[at : at + len(FIXED)]
            if tuple(token.type for token in found) == FIXED and found[1].value == "_":
                yield Token(found[0].lineno, "data", str(say(found[3].value)))
                at += len(FIXED)
            else:
                yield tokens[at]
                at += 1


def _escaped(values: Mapping[str, Any]) -> dict[str, Markup]:
    return {name: escape(value) for name, value in values.items()}


def _words(speaks: Language) -> dict[str, Any]:
    """What every template may call; a catalog is trusted with markup, what is put in is escaped."""

    def text(words: str, **values: Any) -> Markup:
        return do_mark_safe(speaks.gettext(words) % _escaped(values))

    def counted(one: str, many: str, count: int, **values: Any) -> Markup:
        return do_mark_safe(speaks.ngettext(one, many, count) % _escaped({"num": count, **values}))

    return {
        "locale": speaks.code,
        "direction": speaks.direction,
        "_": text,
        "gettext": text,
        "ngettext": counted,
        "number": lru_cache(MOST_REMEMBERED)(speaks.number),
        "money": speaks.money,
        "minutes": speaks.minutes,
        "day": speaks.day,
        "size": speaks.size,
        "listed": speaks.listed,
        "language_name": speaks.name_of,
        "dir_of": direction,
        "host_of": host_of,
        # In a title nothing keeps groups in their order but what is between them: Unicode's
        # bidirectional rules join digits across one no-break space, and not across a space.
        "groups": lambda digits, size: groups(str(digits), size).replace(" ", NO_BREAK),
    }
