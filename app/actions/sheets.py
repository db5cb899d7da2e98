"""Everything typed for a task: what one page sent, and what the other pages of a survey hold."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from app.fields import Field
from app.fields.raw import raw_of
from app.kinds import kinds, walk
from app.kinds.ask import Ask
from app.store import answers, drafts, pools
from app.store.memberships import Member
from app.store.opening import Unit


class Sheet(NamedTuple):
    """What one page sent for a task, and the kept text that its form was filled from (0: none).

    `alone` where the page is from before its answer was sent: what was saved since, in order to
    change that answer, does not count.
    """

    slug: str
    task: int
    typed: Mapping[str, Any]
    draft: int = 0
    alone: bool = False


class Asked(NamedTuple):
    """What a survey asks of a task, in one language."""

    ask: Ask
    fields: tuple[Field, ...]
    locale: str


def asked(unit: Unit, member: Member, sheet: Sheet) -> Asked:
    """What a pool asks of a task, in the language that was typed in."""
    pool = pools.recall(unit, sheet.slug, member.version)
    words = pool.words.get("".join(sheet.typed.get(walk.WORDS, ()))) or pool.words[pool.language]
    row = pools.recall_task(unit, sheet.task).payload
    return Asked(pool.ask, kinds()[member.kind].asks(pool.ask, words, row), words.locale)


def so_far(unit: Unit, member: Member, sheet: Sheet) -> dict[str, list[str]]:
    """Everything typed for a task; of a task on one page, what was sent."""
    if not kinds()[member.kind].has_pages or walk.PAGE not in sheet.typed:
        stray = (walk.PAGE, walk.WORDS)
        return {name: texts for name, texts in sheet.typed.items() if name not in stray}
    ask, fields, locale = asked(unit, member, sheet)
    sent = {**sheet.typed, walk.WORDS: [locale]}
    return walk.whole(ask, fields, _elsewhere(unit, member, sheet), sent)


def save_typed(
    unit: Unit, member: Member, sheet: Sheet, typed: Mapping[str, Any], day: int
) -> None:
    """Save what was typed; a late answer that it came from is in it now."""
    kept = drafts.of_task(unit, member.id, sheet.task)
    saved = next((one for one in kept if not one.late), None)
    if saved:
        drafts.rewrite(unit, saved.id, typed, day)
    else:
        drafts.add(unit, member.id, sheet.task, typed, late=False, day=day)
    if walk.PAGE in typed and any(one.late and one.id == sheet.draft for one in kept):
        drafts.drop(unit, member.id, sheet.draft)


def stored(unit: Unit, member: Member, sheet: Sheet) -> dict[str, list[str]]:
    """The answer to a task as its controls hold it; nothing where there is none."""
    old = answers.find(unit, member.id, sheet.task)
    if old is None or old.value is None:
        return {}
    found = asked(unit, member, sheet)
    fields = {field.name: field for field in found.fields}
    values = old.value.items()
    raw = {name: raw_of(fields[name], value) for name, value in values if name in fields}
    return {**raw, walk.WORDS: [found.locale]}


def _elsewhere(unit: Unit, member: Member, sheet: Sheet) -> Mapping[str, list[str]]:
    """What is kept of all pages: the text that was chosen, else what was saved, else the answer."""
    kept = drafts.of_task(unit, member.id, sheet.task)
    chosen = [one.typed for one in kept if one.late and one.id == sheet.draft]
    answered = stored(unit, member, sheet)
    saved = [one.typed for one in kept if not one.late and not (answered and sheet.alone)]
    return (chosen or saved or [answered])[0]
