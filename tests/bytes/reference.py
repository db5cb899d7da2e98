"""The task that bytes are counted with: a text of 300 characters, steps of 60 words, 3 choices."""

import csv
import io
import random
from pathlib import Path

SLUG = "reference"
TASKS = 30
CHOICES = ("Spam", "Not spam", "I can't tell")
STEPS = (
    "Read the whole message once, slowly, from its very first word to its last one.",
    "Choose “Spam” if it sells something, promises a prize or wants you to call somebody.",
    "Choose “Not spam” if one person seems to have written it to another.",
    "Choose “I can't tell” if you are not sure; it is an answer and it is paid.",
)
WORDS = (
    "after afternoon again because before bread bring brother bus call children city coffee come "
    "dinner door early evening every family friend garden grandmother happy help home hospital "
    "hour house kitchen late leave letter library little market meet meeting message minute "
    "money morning mother neighbour never nothing office people phone picture plan question "
    "quiet rain remember school sister something station story street summer sunday table "
    "tomorrow train travel tuesday uncle visit wait walk water weather week window winter work"
)


def write_reference(folder: Path) -> Path:
    """The pool of the reference task, as a folder."""
    made = folder / SLUG
    made.mkdir()
    steps = "".join(f"  {_quoted(step)},\n" for step in STEPS)
    made.joinpath("pool.toml").write_text(
        f'[pool]\nslug = "{SLUG}"\nkind = "content_moderation"\n'
        'title = "Is this message unwanted?"\npurpose = "To keep a forum friendly."\n'
        f'asked_by = "The forum"\nsteps = [\n{steps}]\nlanguage = "en"\noverlap = 3\n'
        "minutes_per_task = 0.5\nsample = true\n"
        '[pool.pay]\namount = "0.05"\ncurrency = "EUR"\nbudget = "50.00"\nentry = "open"\n'
        '[pool.ask]\nquestion = "Is this message unwanted?"\n'
        f"choices = [{', '.join(map(_quoted, CHOICES))}]\n",
        "utf-8",
    )
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(("id", "text"))
    writer.writerows((f"m{number}", text(number)) for number in range(TASKS))
    made.joinpath("tasks.csv").write_text(rows.getvalue(), "utf-8")
    return made


def text(number: int) -> str:
    """A message of 300 characters, another one for each number."""
    chance = random.Random(number)
    words = WORDS.split()
    return " ".join(chance.choice(words) for _ in range(80))[:299].strip().ljust(299, "o") + "."


def _quoted(words: str) -> str:
    return f'"{words}"'
