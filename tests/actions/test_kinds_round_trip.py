"""Kinds from their folder to their results: imported, answered, judged and exported."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from app.actions import answering, exporting
from app.actions.turn import Done
from app.kinds.kind import Reading
from app.store import tables
from app.store.pools import Facts
from tests.pool_folders import TOML, Ground, write_pool
from tests.scenes import Scene, Worker

HEAD = TOML.partition("[pool.ask]")[0]
FIELDS = """
[[pool.ask.fields]]
name = "total"
shape = "number"
label = "Total"

[[pool.ask.fields]]
name = "bought"
shape = "day"
label = "Day"

[[pool.ask.fields]]
name = "goods"
shape = "choices"
label = "Goods"
choices = ["Bread", "Milk"]
required = false

[pool.words.es]
title = "Recibo"
purpose = "Para saber precios."
steps = ["Léelo."]

[[pool.words.es.fields]]
label = "Total"

[[pool.words.es.fields]]
label = "Día"

[[pool.words.es.fields]]
label = "Compra"
choices = ["Pan", "Leche"]
"""
ASK = '\n[pool.ask]\nquestion = "What is it?"\n'
Typed = Mapping[str, list[str]]


@pytest.fixture
def scene(ground: Ground) -> Scene:
    """Workers of that store."""
    return Scene(ground.storage.store)


def bring(ground: Ground, folder: Path, kind: str, rows: str, ask: str = ASK) -> None:
    toml = HEAD.replace("content_moderation", kind) + ask
    ground.bring(write_pool(folder, rows, toml))


def send(worker: Worker, typed: Typed, locale: str = "") -> Done | Reading:
    task = worker.go_on().task
    sent = answering.Sent("spam", task, typed, locale=locale)
    done = answering.answer(worker.scene.store, worker.seated, sent, worker.scene.now)
    assert isinstance(done, Done | Reading), done
    return done


def exported(ground: Ground, what: str, form: str = "csv") -> list[dict[str, str]]:
    pool = exporting.find(ground.storage.store, "spam", what, form)
    assert isinstance(pool, Facts), pool
    out = io.StringIO(newline="")
    exporting.export(ground.storage.store, pool, what, form, out)
    text = out.getvalue()
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_data_entry(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    rows = "id,text,check_answer.total,check_answer.bought,check_answer.goods\n"
    rows += "a,Receipt,1234.5,2024-03-07,Milk | Bread\n"
    bring(ground, tmp_path / "pool", "data_entry", rows, FIELDS)
    english, spanish = scene.workers(2)
    send(english, {"total": ["1,234.50"], "bought": ["7", "3", "2024"], "goods": ["Bread"]}, "en")
    typed = {"total": ["1.234,5"], "bought": ["٧", "03", "2024"], "goods": ["Bread"]}
    send(spanish, typed, "es")
    (result,) = exported(ground, "results")
    assert result["state"] == "agreed"
    assert result["result.total"] == "1234.5"
    assert result["result.bought"] == "2024-03-07"
    assert json.loads(result["result.goods"]) == ["Bread"]
    assert [row["value.total"] for row in exported(ground, "answers")] == ["1234.5"] * 2
    (task,) = exported(ground, "tasks", "jsonl")
    assert task["check_answer.goods"] == ["Bread", "Milk"]


def test_data_entry_of_other_values_does_not_agree(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    bring(ground, tmp_path / "pool", "data_entry", "id,text\na,Receipt\n", FIELDS)
    one, two = scene.workers(2)
    day = {"bought": ["7", "3", "2024"]}
    send(one, {"total": ["2.5"], **day, "goods": ["Bread"]}, "en")
    send(two, {"total": ["2.5"], **day}, "en")
    (result,) = exported(ground, "results")
    assert result["state"] == "undecided"


def test_a_number_is_read_in_the_words_of_its_page(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    bring(ground, tmp_path / "pool", "data_entry", "id,text\na,R\nb,R\nc,R\n", FIELDS)
    for worker, locale in zip(scene.workers(3), ("es", "en", "xx"), strict=True):
        send(worker, {"total": ["1.234"], "bought": ["7", "3", "2024"]}, locale)
        [(value,)] = scene.rows(
            select(tables.answer.c.value)
            .join(tables.membership, tables.membership.c.id == tables.answer.c.membership)
            .where(tables.membership.c.card == worker.card)
        )
        assert value["total"] == {"es": "1234", "en": "1.234", "xx": "1.234"}[locale]


def test_web_search(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    rows = "id,text,about,check_answer.link\na,University of Nairobi,Kenya,https://uonbi.ac.ke/\n"
    bring(ground, tmp_path / "pool", "web_search", rows)
    one, two = scene.workers(2)
    send(one, {"link": ["http://www.UONBI.ac.ke/index.html?utm_source=x#top"]})
    send(two, {"link": ["uonbi.ac.ke"], "answer": ["Nairobi"]})
    (result,) = exported(ground, "results")
    assert (result["state"], result["about"]) == ("agreed", "Kenya")
    assert result["result.link"] in ("https://uonbi.ac.ke", "http://www.UONBI.ac.ke/index.html"
                                     "?utm_source=x#top")  # fmt: skip
    (task,) = exported(ground, "tasks")
    assert task["check_answer.link"] == "https://uonbi.ac.ke/"
    assert task["needs"] == "other_site typing"


def test_who_finds_no_page_agrees_with_who_finds_none(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    bring(ground, tmp_path / "pool", "web_search", "id,text\na,University of Nowhere\n")
    for worker in scene.workers(2):
        send(worker, {"link": [""], "not_found": ["yes"]})
    (result,) = exported(ground, "results")
    assert (result["state"], result["result.link"], result["result.not_found"]) == (
        "agreed", "", '["yes"]',
    )  # fmt: skip


def test_another_page_is_another_answer(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    bring(ground, tmp_path / "pool", "web_search", "id,text\na,University of Nairobi\n")
    one, two = scene.workers(2)
    send(one, {"link": ["https://uonbi.ac.ke/?page=1"]})
    send(two, {"link": ["https://uonbi.ac.ke/?page=2"]})
    assert exported(ground, "results")[0]["state"] == "undecided"


def test_translation(ground: Ground, scene: Scene, tmp_path: Path) -> None:
    rows = "id,text,target,check_answer\na,Good day.,es,Buenos días.\n"
    bring(ground, tmp_path / "pool", "translation", rows)
    one, two = scene.workers(2)
    send(one, {"translation": ["Buenos  días."]})
    send(two, {"translation": ["buenos días."]})
    (result,) = exported(ground, "results")
    assert (result["state"], result["target"], result["lang"]) == ("agreed", "es", "en")
    (task,) = exported(ground, "tasks")
    assert task["check_answer"] == "Buenos días."


def test_a_translation_is_dealt_to_whoever_has_both_languages(
    ground: Ground, scene: Scene, tmp_path: Path
) -> None:
    rows = "id,text,target,lang\na,Good day.,es,\nb,Good day.,zu,\nc,Guten Tag.,es,de\nd,Hi.,en,\n"
    bring(ground, tmp_path / "pool", "translation", rows)

    def dealt(*reads: str) -> set[str]:
        worker = scene.worker(reads=reads)
        keys = set()
        while task := worker.go_on().task:
            [(key,)] = scene.rows(select(tables.task.c.key).where(tables.task.c.id == task))
            keys.add(str(key))
            worker.skip(task)
        return keys

    assert dealt("en", "es") == {"a", "d"}
    assert dealt("es", "de") == {"c"}
    assert dealt("en") == {"d"}
    assert dealt("fr") == set()
    assert dealt() == {"a", "b", "c", "d"}
