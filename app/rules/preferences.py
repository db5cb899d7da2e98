"""What a worker prefers: languages, light mode, looks, and what to leave out.

A preference is its owner's alone. It decides what is offered and how a page looks, and no
coordinator ever sees it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import NamedTuple, TypeGuard

from app.rules.needs import suits

THEMES = ("", "light", "dark")
SIZES = ("", "large", "largest")
SPACINGS = ("", "wide")
# Tasks with content notes in a day; none is the rule, since only its owner knows what is too much.
DAY_LIMITS = ("", "10", "25", "50")
# Material without words, as pictures: whoever reads any language can do it (ISO 639-3).
NO_WORDS = "zxx"
# Between the languages of tasks that want several, as translations do.
AND = "+"
MOST_LISTED = 30
# The longest language tag that is in use is shorter.
LONGEST_WORD = 35

_LISTS = ("reads", "leave_out")
_SEEN_AT_ONCE = ("language", "light", "theme", "size", "spacing")
_BETWEEN, _WITHIN = ".", "+"


@dataclass(frozen=True, slots=True)
class Preferences:
    """One worker's preferences; empty ones leave it to the browser, and shut nothing out.

    `language` is that of the pages; `reads` are the languages whose tasks may be dealt; `day_limit`
    is how many tasks with content notes may be dealt in a day.
    """

    language: str = ""
    reads: tuple[str, ...] = ()
    light: bool = False
    theme: str = ""
    size: str = ""
    spacing: str = ""
    leave_out: tuple[str, ...] = ()
    day_limit: str = ""

    def suit(self, needs: frozenset[str], lang: str) -> bool:
        """Whether tasks with these needs, in this language, may be dealt to the worker."""
        return not self.leaves_out(needs) and self.can_read(lang)

    def leaves_out(self, needs_or_notes: Iterable[str]) -> bool:
        """Whether the worker leaves any of these out."""
        return not suits(frozenset(needs_or_notes), frozenset(self.leave_out))

    def is_enough(self, tasks: int) -> bool:
        """Whether so many tasks with content notes in a day are as many as the worker wants."""
        return bool(self.day_limit) and tasks >= int(self.day_limit)

    def can_read(self, lang: str) -> bool:
        """Whether tasks in a language, or in several at once, may be dealt.

        All may be until some are chosen.
        """
        if not self.reads:
            return True
        known = {NO_WORDS, *(primary(one) for one in (self.language, *self.reads))}
        return all(primary(one) in known for one in lang.split(AND))


NONE = Preferences()


def completed(own: Preferences, chosen: Preferences) -> Preferences:
    """A card's own preferences, and where it has none what was chosen on the way to it.

    Only what a page shows at once is taken over: a stranger before this computer may have chosen
    too, and nobody is to miss tasks without knowing why.
    """
    taken = {name: getattr(own, name) or getattr(chosen, name) for name in _SEEN_AT_ONCE}
    return replace(own, **taken)


class Reader(NamedTuple):
    """Who reads: their preferences, and the languages they understand, the best first."""

    prefers: Preferences = NONE
    languages: tuple[str, ...] = ()

    def best(self, offered: Iterable[str]) -> str:
        """The language to read something in; empty where it is in none they understand."""
        tags = tuple(offered)
        for wanted in self.languages:
            if wanted in tags:
                return wanted
            for tag in tags:
                if primary(tag) == primary(wanted):
                    return tag
        return ""


def primary(lang: str) -> str:
    """The language of a tag, without its country or script (BCP 47)."""
    return lang.partition("-")[0].lower()


def read_settings(settings: Mapping[str, object]) -> Preferences:
    """The preferences in what a card keeps; what is not understood is as if it were not there."""
    if not settings:
        return NONE
    found = {one.name: settings[one.name] for one in fields(Preferences) if one.name in settings}
    return _checked(found)


def to_settings(preferences: Preferences) -> dict[str, object]:
    """What a card keeps: only what differs from the browser's own ways."""
    kept = {name: value for name, value in asdict(preferences).items() if value}
    return {name: list(value) if name in _LISTS else value for name, value in kept.items()}


def read_cookie(text: str) -> Preferences:
    """The preferences that a browser keeps where no card is open; none where it is not ours."""
    parts = text.split(_BETWEEN)
    names = [one.name for one in fields(Preferences)]
    # An older release kept fewer; those that came later stand at the end.
    if not names.index("day_limit") <= len(parts) <= len(names):
        return NONE
    found: dict[str, object] = dict(zip(names, parts, strict=False))
    for name in _LISTS:
        found[name] = [one for one in str(found[name]).split(_WITHIN) if one]
    return _checked(found | {"light": found["light"] == "1"})


def to_cookie(preferences: Preferences) -> str:
    """The preferences in letters that a cookie may hold; empty where there are none."""
    if preferences == NONE:
        return ""
    said = asdict(preferences) | {"light": str(int(preferences.light))}
    return _BETWEEN.join(
        value if isinstance(value, str) else _WITHIN.join(value) for value in said.values()
    )


def _checked(found: Mapping[str, object]) -> Preferences:
    """Only values that are allowed: what comes from outside can hold anything."""

    def one_of(name: str, allowed: tuple[str, ...]) -> str:
        given = found.get(name)
        return given if isinstance(given, str) and given in allowed else ""

    language = found.get("language")
    return Preferences(
        language=language if _is_word(language) else "",
        reads=_words(found.get("reads")),
        light=found.get("light") is True,
        theme=one_of("theme", THEMES),
        size=one_of("size", SIZES),
        spacing=one_of("spacing", SPACINGS),
        leave_out=_words(found.get("leave_out")),
        day_limit=one_of("day_limit", DAY_LIMITS),
    )


def _words(given: object) -> tuple[str, ...]:
    words = [one for one in given if _is_word(one)] if isinstance(given, list) else []
    return tuple(dict.fromkeys(words))[:MOST_LISTED]


def _is_word(given: object) -> TypeGuard[str]:
    if not isinstance(given, str) or not given.isascii() or len(given) > LONGEST_WORD:
        return False
    return given.replace("-", "").replace("_", "").isalnum()
