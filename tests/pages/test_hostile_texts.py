"""Texts of a hostile pool, in every place that has one: shown as they are, and nothing more."""

import pytest

from app.kinds.ask import Words
from tests.pages.site import Site, leave, make_card, open_card, press, start

SCRIPT = "<script>alert(1)</script>"
TEXTS = {
    "script": SCRIPT,
    "attribute": '"><img src=x onerror=alert(1)> \' autofocus x="',
    "template": "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "percent": "100 % sure %s %(number)s %(title)s %",
    "overrides": "\u202eright to left\u2066 never closed",
    "entities": "&lt;b&gt; &amp;amp; </title></textarea></template><!--",
}


def words(text: str) -> Words:
    def said(what: str) -> str:
        return f"{what} {text}"

    return Words(
        "en", said("title"), said("purpose"), said("asker"), (said("step"),),
        said("question"), (said("first"), said("second")),
    )  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_pool_whose_every_text_is_hostile(site: Site, name: str) -> None:
    # The browser of these tests refuses any page with a script, a handler or broken nesting.
    text = TEXTS[name]
    site.pool("hostile", rows=[{"text": f"row {text}"}] * 4, words=words(text))
    browser = site.browser()
    code = make_card(browser)
    one_line = " ".join(text.split())
    pages = [browser.visit("/pools"), browser.visit("/pools/hostile")]
    task = start(browser, "hostile")
    saved = task.form("Send answer").choose(f"second {one_line}").press("Save for later")
    refused = saved.form("Send answer").press("Send answer")
    sent = refused.form("Send answer").choose(f"first {one_line}").press("Send answer")
    pages += [task, saved, refused, sent, browser.visit("/mine"), browser.visit("/receipts")]
    receipt = browser.visit("/receipts").link("Receipt ").follow()
    change = receipt.link("Change your answer").follow()
    assert change.form("Send the change").chosen() == [f"first {one_line}"]
    pages += [receipt, change, browser.visit("/earnings")]
    leave(browser)
    sent.form("Send answer").choose(f"second {one_line}").press("Send answer")
    pages.append(open_card(browser, code))
    over = press(press(pages[-1], "Look at kept answer 1"), "Stop")
    pages.append(over)
    for page in pages:
        assert one_line in page.text
    assert {row["value"]["verdict"] for row in site.rows("answer")} == {f"first {text}"}


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_worker_types_is_shown_as_it_was_typed(quick_site: Site, name: str) -> None:
    site, text = quick_site, " ".join(TEXTS[name].split())
    site.pool("lines", "document_digitization", rows=[{"image": "1"}, {"image": "2"}])
    browser = site.browser()
    code = make_card(browser)
    page = start(browser, "lines")
    long = text * 60
    refused = page.form("Send answer").fill("Is it spam?", long).press("Send answer")
    if len(long) > 500:
        assert refused.form("Send answer").value("Is it spam?") == long
    page.form("Send answer").fill("Is it spam?", text).press("Send answer")
    receipt = browser.visit("/receipts").link("Receipt ").follow()
    assert text in receipt.text
    change = receipt.link("Change your answer").follow()
    assert change.form("Send the change").value("Is it spam?") == text
    left = browser.visit("/task/lines")
    leave(browser)
    left.form("Send answer").fill("Is it spam?", text).press("Send answer")
    mine = open_card(browser, code)
    assert text in mine.text
    task = press(mine, "Look at kept answer 1")
    assert text in task.text
    filled = task.link("Put this answer into the form").follow()
    assert filled.form("Send answer").value("Is it spam?") == text


@pytest.mark.parametrize("name", TEXTS)
def test_a_wrong_code_and_a_wrong_number_are_shown_as_they_were_typed(
    quick_site: Site, name: str
) -> None:
    text = " ".join(TEXTS[name].split())
    browser = quick_site.browser()
    refused = open_card(browser, text)
    assert refused.status == 422
    assert refused.form("Open my card").value("The code") == text
    make_card(browser)
    form = browser.visit("/receipts").form("Look it up").fill("Receipt number", text)
    assert form.press().form("Look it up").value("Receipt number") == text
    form = browser.visit("/card").form("/card/join")
    (label,) = [browser.visit("/card").name(c) for c in form.controls if c.get("name") == "printed"]
    assert form.fill(label, text).press().form("/card/join").value(label) == text
