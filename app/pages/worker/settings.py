"""Settings: what a worker prefers, kept with their card or, without one, in this browser."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from unicodedata import combining, normalize

from flask import Blueprint, Response, abort, request

from app.actions import cards, showing
from app.language import N_, language, locales
from app.language.lists import CONTENT_NOTES, NEEDS
from app.pages import door, safety
from app.pages.layout import go, render
from app.pages.parts import store
from app.pages.worker.views import Option
from app.rules.preferences import (
    DAY_LIMITS,
    NO_WORDS,
    SIZES,
    SPACINGS,
    THEMES,
    Preferences,
    primary,
)

blueprint = Blueprint("settings", __name__)

THEME_WORDS = {"": N_("As this device has it"), "light": N_("Light"), "dark": N_("Dark")}
SIZE_WORDS = {"": N_("Normal"), "large": N_("Large"), "largest": N_("Very large")}
SPACING_WORDS = {"": N_("Normal"), "wide": N_("Wide")}


@blueprint.get("/settings")
def settings() -> Response:
    """Every setting as it is now."""
    return render(
        "worker/settings.html",
        form_token=settings_token(),
        said=request.args.get("said") == "saved",
        prefers=door.prefers(),
        languages=page_languages(),
        read=_read_languages(),
        needs=_options(NEEDS, alone=True),
        notes=_options(CONTENT_NOTES, alone=True),
        day_limits=_day_limits(),
        themes=_options(THEME_WORDS),
        sizes=_options(SIZE_WORDS),
        spacings=_options(SPACING_WORDS),
    )


@blueprint.post("/settings")
def save() -> Response:
    """Keep every setting as the form has it."""
    if not _is_own_page():
        return go("/settings")
    chosen = Preferences(
        language=_one_of("language", ("", *locales())),
        reads=_chosen("reads", {one.key for one in _read_languages()}),
        light=request.form.get("light") == "1",
        theme=_one_of("theme", THEMES),
        size=_one_of("size", SIZES),
        spacing=_one_of("spacing", SPACINGS),
        leave_out=(*_chosen("needs", NEEDS), *_chosen("notes", CONTENT_NOTES)),
        day_limit=_one_of("day_limit", DAY_LIMITS),
    )
    return keep(chosen, "/settings?said=saved")


@blueprint.post("/")
def choose_first() -> Response:
    """The two settings of the first page: its language, and light mode."""
    if not _is_own_page():
        return go("/")
    before = door.prefers()
    tag, light = request.form.get("language"), request.form.get("light")
    if tag in locales():
        before = replace(before, language=tag)
    if light in ("0", "1"):
        before = replace(before, light=light == "1")
    return keep(before, "/")


def keep(chosen: Preferences, then: str) -> Response:
    """Keep preferences with the card, where one is open, and in this browser; then go on."""
    seated = door.seated()
    if seated:
        cards.set_settings(store(), seated, chosen)
    return door.prefer(go(then), chosen, own_device=bool(seated and seated.own_device))


def page_languages() -> list[Option]:
    """The languages of the pages, each by its own name."""
    found = [Option(tag, _alone(language(tag).name_of(tag)), tag) for tag in locales()]
    return sorted(found, key=lambda one: one.words)


def settings_token() -> str:
    """What a form of settings carries: it names the card that is open here, if any."""
    return safety.make_token("settings", _card())


def _is_own_page() -> bool:
    """Whether the form was made for who sits here now, and for nobody before them."""
    return safety.wanted_token("settings").card == _card()


def _card() -> int:
    seated = door.seated()
    return seated.card if seated else 0


def _read_languages() -> list[Option]:
    """The languages that pools are in, by their names, and those that were chosen before."""
    speaks = door.speaks()
    tags = {primary(tag) for tag in showing.languages(store()).union(locales())}
    tags |= {primary(tag) for tag in door.prefers().reads}
    named = [Option(tag, _alone(speaks.name_of(tag))) for tag in tags if tag != NO_WORDS]
    return sorted(named, key=lambda one: _letters(one.words))


def _letters(name: str) -> str:
    """A name by its letters alone: an accent changes no place in a list."""
    return "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))


def _alone(name: str) -> str:
    """A name where it stands by itself: many languages write it small in a sentence."""
    return name[:1].upper() + name[1:]


def _options(words: dict[str, str], alone: bool = False) -> list[Option]:
    gettext = door.speaks().gettext
    said = ((key, gettext(text)) for key, text in words.items())
    return [Option(key, _alone(text) if alone else text) for key, text in said]


def _day_limits() -> list[Option]:
    """How many tasks with content notes a day may hold: no limit, or so many."""
    speaks = door.speaks()
    found = [Option("", speaks.gettext(N_("No limit")))]
    for limit in filter(None, DAY_LIMITS):
        words = speaks.ngettext("%(num)s task a day", "%(num)s tasks a day", int(limit))
        found.append(Option(limit, words % {"num": speaks.number(int(limit))}))
    return found


def _chosen(name: str, offered: Collection[str]) -> tuple[str, ...]:
    """What was ticked of what is offered."""
    return tuple(one for one in request.form.getlist(name) if one in offered)


def _one_of(name: str, allowed: Sequence[str]) -> str:
    """What was chosen; a page of this site offers nothing else."""
    given = request.form.get(name, "")
    if given not in allowed:
        abort(400)
    return given
