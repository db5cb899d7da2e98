"""Rules about forms, their controls and their errors."""

from collections import defaultdict
from collections.abc import Iterator

from tests.reading.form import MULTIPART, TICKED, kind
from tests.reading.page import CONTROLS, Page
from tests.reading.rules.contents import prefixes
from tests.reading.tree import Node

TOKEN = "token"  # the hidden field's name
BUTTONS = ("submit", "image", "reset", "button")


def forms(page: Page) -> Iterator[str]:
    """Every form says how and where it is sent, and can be."""
    for node in page.every("form"):
        controls = [
            each
            for each in page.every(*CONTROLS)
            if each.within("form") is node or each.get("form") == node.get("id", "-")
        ]
        kinds = [kind(each) for each in controls]
        if node.get("method").lower() not in ("get", "post"):
            yield f"{node} has no method"
        if not node.get("action"):
            yield f"{node} has no action"
        if "submit" not in kinds:
            yield f"{node} has no button that sends it"
        if "file" in kinds and node.get("enctype") != MULTIPART:
            yield f"{node} takes a file without enctype {MULTIPART}"
        yield from _token(node, controls)


def _token(form: Node, controls: list[Node]) -> Iterator[str]:
    tokens = [each for each in controls if each.get("name") == TOKEN]
    proper = [each for each in tokens if kind(each) == "hidden" and each.get("value")]
    if form.get("method").lower() == "post" and not (len(tokens) == len(proper) == 1):
        yield f"{form} has {len(proper)} hidden fields “{TOKEN}” with a value, not one"
    if form.get("method").lower() != "post" and tokens:
        yield f"{form} would put its token into the address"


def names(page: Page) -> Iterator[str]:
    """Every control is called something that a person can see, and every label belongs to one."""
    for node in page.controls:
        if not page.name(node):
            yield f"{node} has no label" if kind(node) not in BUTTONS else f"{node} is empty"
        if page.name(node) and len(page.labels(node)) > 1:
            yield f"{node} has {len(page.labels(node))} labels"
        if kind(node) not in BUTTONS and not node.get("name") and not node.has("readonly"):
            yield f"{node} has no name, so its value is never sent"
    for label in page.every("label"):
        target = (
            page.by_id(label.get("for"))
            if label.has("for")
            else next(iter(label.every(*CONTROLS)), None)
        )
        if target is None or target.tag not in (*CONTROLS, "output", "meter", "progress"):
            yield f"{label} belongs to no control"


def groups(page: Page) -> Iterator[str]:
    """Radio buttons, and boxes of one name, stand in a fieldset and differ."""
    same: dict[tuple[int, str, str], list[Node]] = defaultdict(list)
    for node in page.controls:
        if kind(node) in TICKED:
            same[id(node.within("form")), kind(node), node.get("name")].append(node)
    for (_, sort, name), nodes in same.items():
        if sort == "radio" or len(nodes) > 1:
            yield from (f"the {sort} group “{name}” {fault}" for fault in _group(page, nodes))


def _group(page: Page, nodes: list[Node]) -> Iterator[str]:
    fieldsets = [node.within("fieldset") for node in nodes]
    if None in fieldsets or any(each is not fieldsets[0] for each in fieldsets):
        yield "stands in no fieldset of its own"
    if len({page.name(node) for node in nodes}) < len(nodes):
        yield "has two choices of the same words"
    if kind(nodes[0]) == "radio" and sum(node.has("checked") for node in nodes) > 1:
        yield "has two choices ticked"


def legends(page: Page) -> Iterator[str]:
    """Every fieldset begins with a legend."""
    for fieldset in page.every("fieldset"):
        first = next((child for child in fieldset.children if isinstance(child, Node)), None)
        if first is None or first.tag != "legend" or not first.words:
            yield f"{fieldset} does not begin with a legend"


def errors(page: Page) -> Iterator[str]:
    """A refused form says so in its title and in a summary that leads to each field."""
    marked = page.title.startswith(prefixes(page)[-1])
    if page.status != 422:
        if marked:
            yield f"the title speaks of an error, but the status is {page.status}"
        return
    if not marked:
        yield f"the title “{page.title}” does not begin with “{prefixes(page)[-1].strip()}”"
    summaries = [node for node in page.nodes if node.get("role") == "alert"]
    if len(summaries) != 1:
        yield f"{len(summaries)} error summaries (role=alert), not one"
    for summary in summaries:
        links = [node for node in summary.every("a") if node.get("href").startswith("#")]
        if not links:
            yield "the error summary leads to no field"
        for link in links:
            yield from _refused(page, link)


def _refused(page: Page, link: Node) -> Iterator[str]:
    control = page.by_id(link.get("href")[1:])
    if control is None or control not in page.controls:
        yield f"{link} in the error summary leads to no control"
        return
    # Radio buttons and boxes are refused as a group: there the fieldset carries the words.
    fieldset = control.within("fieldset") if kind(control) in TICKED else None
    carrier = control if control.has("aria-describedby") or fieldset is None else fieldset
    said = [page.by_id(name) for name in carrier.get("aria-describedby").split()]
    if not any(node and node.words for node in said):
        yield f"{control} is refused, but nothing describes why (aria-describedby)"
    if fieldset is None and control.get("aria-invalid") != "true":
        yield f"{control} is refused, but is not marked with aria-invalid"


RULES = (forms, names, groups, legends, errors)
