"""A worker of the bench: takes a card, begins the reference pool and answers task after task."""

from bench.client import Browser, Page
from bench.filling import CHOICES, SLUG

TASK = f"/task/{SLUG}"


class Worker:
    """Somebody with a card of their own in a browser of their own."""

    def __init__(self, port: int) -> None:
        """Make a card and begin the pool."""
        self.browser = Browser(port)
        made = self.browser.post("/card/new", token=self.browser.get("/card/new").token)
        _must(made, 200)
        self.go_on()

    def go_on(self) -> None:
        """Begin a run of tasks without an end."""
        pool = f"/pools/{SLUG}"
        _must(self.browser.post(pool, token=self.browser.get(pool).token, goal=0), 303)
        self.page = self.browser.get(TASK)
        _must(self.page, 200)

    def cycle(self) -> tuple[Page, Page]:
        """Answer the task in hand and get the next: POST, 303, GET."""
        sent = self.browser.post(
            TASK, token=self.page.token, answer__verdict=CHOICES[0], do="answer"
        )
        _must(sent, 303)
        self.page = self.browser.get(sent.headers["location"])
        _must(self.page, 200)
        return sent, self.page


def _must(page: Page, status: int) -> None:
    if page.status != status:
        raise RuntimeError(f"Status {page.status} instead of {status}: {page.text[:2000]}")
