"""A whole sitting by ear: from the first page to the last, with a mistake on the way."""

import csv
import re
import tomllib

from app.language import language
from tests.heard.browsers import Browser
from tests.heard.listener import Listener, in_order
from tests.site import SAMPLES

POOL = SAMPLES / "spam-or-not"
GOAL = 5
CODE = re.compile(r"\d{3}(?: \d{3}){5}")
WORD = re.compile(r"\w+")


class Sitting:
    """What one person does by ear, and what they must hear."""

    def __init__(self, listener: Listener, lang: str) -> None:
        self.ear = listener
        self.language = language(lang)
        self.says = self.language.gettext
        # Every page ends with this link; with a card in hand it is “Leave”.
        self.last = self.says("Help")
        spec = tomllib.loads((POOL / "pool.toml").read_text("utf-8"))["pool"]
        words = spec if lang == "en" else spec["words"][lang]
        self.pool: str = words["title"]
        self.question: str = words.get("question") or spec["ask"]["question"]
        self.choice: str = (words.get("choices") or spec["ask"]["choices"])[0]
        with (POOL / "tasks.csv").open(encoding="utf-8", newline="") as rows:
            self.messages = [beginning(row["text"]) for row in csv.DictReader(rows)]

    def do_it_all(self) -> None:
        """Everything, one thing after the other."""
        self.make_a_card()
        self.find_a_pool()
        self.send_nothing()
        self.mend_it()
        self.read_the_next()
        self.skip_and_stop()
        self.look_at_receipts()
        self.leave()

    def arrive(self, browser: Browser, lang: str, address: str) -> None:
        """Open the first page."""
        self.stage("The first page")
        title = self.says("Small tasks, at your own pace")
        self.ear.open(browser, lang, f"{address}/", title, self.last)

    def make_a_card(self) -> None:
        """From the first page to a card, and its digits one by one."""
        self.stage("A card")
        self.follow("k", self.says("Start"), self.says("Make a card"))
        heading = self.says("Your card")
        self.last = self.says("Leave")
        shown = self.follow("b", self.says("Make my card"), heading)
        code = next(filter(CODE.fullmatch, shown))
        self.ear.until("h", heading)
        self.ear.until("Down", code)
        walked = [each for _ in range(2) for each in self.ear.press("Right")]
        assert walked == [code[1], code[2]], f"{walked} does not go on with {code}"
        self.follow("k", self.says("Go on to My work"), self.says("My work"))

    def find_a_pool(self) -> None:
        """Pools, one pool, and how many tasks."""
        self.stage("Pools, and a pool")
        self.follow("k", self.says("Pools"), self.says("Pools"))
        asked = self.says("How many tasks would you like to do?")
        heard = self.follow("h", self.pool, self.pool, self.says("Steps"), asked)
        pay = self.says("%(money)s a task, not real money")
        pay %= {"money": self.language.money(5, "EUR")}
        # Alone, and not run together with what stands below it.
        assert bare(pay) in map(bare, heard), f"no “{pay}” in {heard}"
        more = self.language.ngettext("%(num)s task", "%(num)s tasks", GOAL)
        self.ear.until("r", more % {"num": self.language.number(GOAL)})
        self.ear.press("space")
        self.follow("b", self.says("Start without practice"), self.task(1))

    def send_nothing(self) -> None:
        """Send before anything is chosen."""
        self.stage("A mistake: nothing was chosen")
        problem = self.says("There is a problem")
        words = self.says("Choose one of the answers.")
        self.follow("b", self.says("Send answer"), problem, words)
        assert in_order(self.ear.press("Tab"), words)
        # The link of the problem leads to the first choice.
        assert in_order(self.ear.press("Return"), self.choice)

    def mend_it(self) -> None:
        """Choose and send; the next task comes and says so."""
        self.stage("The right answer")
        self.ear.press("space")
        sent = self.says("Sent. %(title)s") % {"title": self.task(2)}
        receipt, _, _ = self.says("Your last answer has receipt %(number)s.").partition("%")
        self.follow("b", self.says("Send answer"), sent, receipt.strip(), self.task(2))

    def read_the_next(self) -> None:
        """Heading, material, question and choices come in this order."""
        self.stage("The next task, read by hand")
        self.ear.until("h", self.task(2))
        read = self.ear.until("Down", self.question, most=60)
        assert {beginning(each) for each in read} & set(self.messages), f"no message in {read}"
        assert in_order(self.ear.press("Down"), self.choice)

    def skip_and_stop(self) -> None:
        """Skip a task, then stop with the next one in hand."""
        self.stage("Skip, then stop")
        skipped = self.says("Skipped. %(title)s") % {"title": self.task(2)}
        self.follow("b", self.says("Skip"), skipped)
        self.follow("b", self.says("Stop"), self.says("My work"))

    def look_at_receipts(self) -> None:
        """The answer and the skip have their receipts."""
        self.stage("Receipts")
        self.follow("k", self.says("Receipts"), self.says("Receipts"))
        number, _, _ = self.says("Receipt %(number)s").partition("%")
        for _ in range(2):
            self.ear.until("h", number.strip())
        for _ in range(4):
            self.ear.press("Down")

    def leave(self) -> None:
        """End the sitting."""
        self.stage("Leave")
        leaving = self.says("Leave this computer")
        self.follow("k", self.says("Leave"), leaving)
        self.last = self.says("Help")
        self.follow("b", leaving, self.says("You have left"))

    def stage(self, title: str) -> None:
        """Begin a part of the transcript."""
        self.ear.transcript.stage(title)

    def follow(self, key: str, words: str, *next_page: str) -> list[str]:
        """Find a link or button by its words with a key, press it, and hear the next page."""
        self.ear.until(key, words)
        return self.ear.turn(*next_page, self.last)

    def task(self, number: int) -> str:
        """The name of a task."""
        spoken = self.language.number
        return self.says("Task %(number)s of %(goal)s") % {
            "number": spoken(number),
            "goal": spoken(GOAL),
        }


def beginning(text: str) -> tuple[str, ...]:
    """The first words of a text; of its marks, Orca says some and leaves out others."""
    return tuple(WORD.findall(text)[:3])


def bare(text: str) -> str:
    """A text with plain spaces and without marks of direction: not every browser hands them on."""
    return " ".join(text.replace("\u200e", "").replace("\u200f", "").split())
