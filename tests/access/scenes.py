"""The ways to every page that a worker can meet; each ends with that page in the browser."""

from collections.abc import Callable

from app.rules.preferences import NONE, Preferences
from app.settings import CHECKOUT
from tests.access.visit import Visit
from tests.reading.page import Page
from tests.site import FIELDS, ONE_PAGE, POOLS, Person, answered

Scene = Callable[[Visit], None]
SCENES: dict[str, Scene] = {}

SPAM = "/task/spam-or-not"
LIGHT = Preferences(light=True)
READS_SPANISH = Preferences(reads=("es",))
LEAVES_OUT = Preferences(leave_out=("sight", "tricks"))
ALL_SET = Preferences(
    reads=("en", "es", "ar"), light=True, theme="dark", size="large", spacing="wide",
    leave_out=("voice", "hate"),
)  # fmt: skip


def scene(way: Scene) -> Scene:
    """Keep a way under its own name."""
    SCENES[way.__name__] = way
    return way


def address(name: str, path: str, seated: bool = False, prefers: Preferences = NONE) -> None:
    """Keep the way to a page that has an address and needs at most a card and settings."""

    def way(visit: Visit) -> None:
        if seated:
            visit.sit(prefers)
        elif prefers != NONE:
            visit.prefer(prefers)
        visit.open(path)

    SCENES[name] = way


address("first", "/")
address("first_with_card", "/", seated=True)
address("first_in_light_mode", "/", prefers=LIGHT)
address("settings", "/settings")
address("settings_of_card", "/settings", seated=True)
address("settings_all_set", "/settings", seated=True, prefers=ALL_SET)
address("help", "/help")
address("privacy", "/privacy")
address("accessibility", "/accessibility")
address("terms", "/terms")
address("card_new", "/card/new")
address("card_enter", "/card")
address("card_enter_on_own_device", "/card?own=1")
address("card_codes", "/card", seated=True)
address("mine_new", "/mine", seated=True)
address("pools", "/pools")
address("pools_foreign", "/pools", prefers=READS_SPANISH)
address("pool_without_card", "/pools/spam-or-not")
address("pool_foreign", "/pools/spam-or-not", prefers=READS_SPANISH)
address("pools_left_out", "/pools", prefers=LEAVES_OUT)
address("mine_left_out", "/mine", seated=True, prefers=LEAVES_OUT)
address("pool_left_out", "/pools/spam-or-not", prefers=LEAVES_OUT)
address("pool_in_english_only", "/pools/few-messages", seated=True)
address("problem", "/problem?page=/pools/spam-or-not")
address("receipts_none", "/receipts", seated=True)
address("earnings_none", "/earnings", seated=True)
address("leave", "/leave", seated=True)
address("goodbye", "/leave")
for slug in POOLS:
    address(f"pool_{slug}", f"/pools/{slug}", seated=True)


def task_of(slug: str) -> None:
    """Keep the ways to a task of a pool: new, and with its problem."""

    def task(visit: Visit) -> None:
        visit.sit().start(slug)
        visit.open(f"/task/{slug}")

    def problem(visit: Visit) -> None:
        task(visit)
        visit.press("Send answer")

    SCENES[f"task_{slug}"] = task
    SCENES[f"task_{slug}_problem"] = problem


for slug in (*ONE_PAGE, FIELDS):
    task_of(slug)


@scene
def card_shown(visit: Visit) -> None:
    visit.open("/card/new")
    visit.press("Make my card")


@scene
def card_print(visit: Visit) -> None:
    card_shown(visit)
    visit.press("Print the card")


@scene
def card_spare(visit: Visit) -> None:
    visit.sit()
    visit.open("/card")
    visit.press("Make a spare code")


@scene
def card_enter_problem(visit: Visit) -> None:
    visit.open("/card")
    visit.type("code", "1234 5678")
    visit.press("Open my card")


@scene
def card_file_problem(visit: Visit) -> None:
    visit.open("/card")
    visit.type("file", str(CHECKOUT / "LICENSE"))
    visit.press("Open my card")


@scene
def mine_full(visit: Visit) -> None:
    person = visit.person.make_card()
    save_a_line(person)
    person.start("name-the-picture")
    send_late(person, person.start("find-the-shelf"))
    person.come_back()
    person.sit_at(visit.driver)
    visit.open("/mine")


@scene
def task_with_kept_answer(visit: Visit) -> None:
    person = visit.person.make_card()
    send_late(person, person.start("find-the-shelf"))
    person.come_back()
    person.sit_at(visit.driver)
    visit.open("/task/find-the-shelf")


@scene
def task_second(visit: Visit) -> None:
    answered(visit.sit().start("spam-or-not"))
    visit.open(SPAM)


@scene
def task_after_skip(visit: Visit) -> None:
    visit.sit().start("spam-or-not", "Until I stop").form().press("Skip")
    visit.open(SPAM)


@scene
def task_saved(visit: Visit) -> None:
    save_a_line(visit.sit())
    visit.open("/mine")
    visit.press("Open saved task %(number)s, from %(day)s: “%(title)s”")


@scene
def task_picture_waits(visit: Visit) -> None:
    visit.sit().start("name-the-picture")
    visit.ask("Save-Data", "on")
    visit.open("/task/name-the-picture")


@scene
def task_picture_asked_for(visit: Visit) -> None:
    task_picture_waits(visit)
    visit.press("Show the picture (%(size)s)")


@scene
def task_sound_in_light_mode(visit: Visit) -> None:
    visit.sit().start("type-what-you-hear")
    visit.ask("Save-Data", "on")
    visit.open("/task/type-what-you-hear")


@scene
def task_hidden(visit: Visit) -> None:
    visit.sit().start("spam-or-not")
    visit.during(visit.site.terms("spam-or-not", hide=True))
    visit.open(SPAM)


@scene
def task_hidden_shown(visit: Visit) -> None:
    task_hidden(visit)
    visit.press("Show the message")


@scene
def task_in_english_only(visit: Visit) -> None:
    visit.sit().start("few-messages")
    visit.open("/task/few-messages")


@scene
def settings_kept(visit: Visit) -> None:
    visit.open("/settings")
    visit.press("Keep these settings")


def save_a_line(person: Person) -> Page:
    """The page after a half-typed line was saved for later."""
    form = person.start("old-print").form()
    return form.fill("What is printed on this line?", "To the Sen").press("Save for later")


def send_late(person: Person, page: Page) -> Page:
    """The page after an answer that was sent when its sitting had ended."""
    form = page.form().choose("Vegetables")
    person.leave()
    return form.press("Send answer")
