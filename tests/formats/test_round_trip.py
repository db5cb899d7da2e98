"""Tasks that were exported can be imported again and are the same tasks."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.exports import write_tasks
from app.formats.pool_folder import TaskSource, open_rows
from app.formats.row_shape import row_shape
from app.formats.task_rows import TaskRow
from app.kinds.ask import Ask
from app.rules.needs import NEEDS

CHOICES = ("Spam", "=Not spam", "-5", "'quoted")
SHAPE = row_shape("content_moderation", "en", Ask("Spam?", CHOICES))

letters = st.characters(exclude_categories=("Cc", "Cs"))
tricky = st.sampled_from(["=", "+", "-", "@", "'", '"', ",", ";", "\t", "\n", "＝", " ", "\u2028"])
texts = st.lists(tricky | letters, min_size=1, max_size=12).map("".join)


@st.composite
def tasks(draw: st.DrawFn) -> list[TaskRow]:
    """Tasks as they are after being read once: each field has had its say."""
    rows = []
    for number in range(draw(st.integers(1, 4))):
        text = SHAPE.kind.supplies[0].read([draw(texts.filter(str.strip)) + "."])
        explain = SHAPE.kind.supplies[0].read([draw(texts.filter(str.strip))])
        answer = draw(st.none() | st.sampled_from(CHOICES))
        rows.append(
            TaskRow(
                row=0,
                key=f"{draw(st.sampled_from(['=', '-', 'k', chr(39), chr(39) + '=']))}{number}",
                lang=draw(st.sampled_from(["en", "es", "pt-BR", "ar"])),
                needs=frozenset(draw(st.sets(st.sampled_from(NEEDS)))),
                payload={"text": str(text), "image": "", "alt": ""},
                check_answer={"verdict": answer} if answer else None,
                explain=str(explain) if answer else "",
            )
        )
    return rows


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@given(rows=tasks())
def test_an_export_of_tasks_imports_as_the_same_tasks(form: str, rows: list[TaskRow]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"tasks.{form}"
        with path.open("w", encoding="utf-8", newline="") as out:
            write_tasks(rows, ["text", "image", "alt"], ["verdict"], out, form)
        source = open_rows(path, SHAPE)
        assert isinstance(source, TaskSource)
        again = [replace(row, row=0) if isinstance(row, TaskRow) else row for row in source.read()]
    assert again == rows
