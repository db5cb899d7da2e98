"""The page-reading test client names what is wrong with a refusal or with a header."""

import pytest

from tests.house.good_page import GOOD, POLICY, REFUSED, changed, site
from tests.reader import UnreadablePageError

REFUSED_FAULTS = [
    (
        "<title>Error: ",
        "<title>",
        "errors: the title “Task 4 of 10 – Is it spam?” does not begin with “Error:”",
    ),
    (' role="alert"', "", "errors: 0 error summaries"),
    ('href="#why"', 'href="/help2"', "errors: the error summary leads to no field"),
    ('href="#why"', 'href="#main"', "in the error summary leads to no control"),
    (' aria-describedby="hint"', "", "nothing describes why"),
    (' aria-invalid="true"', "", "is not marked with aria-invalid"),
    ('href="#why"', 'href="#c1"', "nothing describes why"),
]
HEADER_FAULTS = [
    ("Content-Security-Policy", "", "content policy: Content-Security-Policy lacks default-src"),
    (
        "Content-Security-Policy",
        f"{POLICY}; script-src 'unsafe-inline'",
        "script-src has 'unsafe-inline'",
    ),
    ("Content-Security-Policy", f"{POLICY}; img-src *", "img-src has *"),
    ("Content-Security-Policy", "default-src 'none'", "lacks frame-ancestors"),
    ("X-Content-Type-Options", "", "other headers: X-Content-Type-Options is not nosniff"),
    ("Referrer-Policy", "unsafe-url", "other headers: Referrer-Policy is unsafe-url"),
    ("Content-Type", "text/html", "without charset=utf-8"),
    ("Set-Cookie", "a=b; SameSite=Lax", "cookies: the cookie a is not HttpOnly"),
    ("Set-Cookie", "a=b; HttpOnly; SameSite=None", "cookies: the cookie a is not SameSite"),
]


def test_a_good_refusal_is_accepted() -> None:
    assert site(REFUSED, 422).get("/").page.status == 422


def test_a_group_is_refused_by_the_words_of_its_fieldset() -> None:
    page = REFUSED.replace('href="#why"', 'href="#c1"').replace(
        "<fieldset>", '<fieldset aria-describedby="hint">'
    )
    assert site(page, 422).get("/").page.link("Say why").href.endswith("#c1")


@pytest.mark.parametrize(("old", "new", "said"), REFUSED_FAULTS)
def test_a_fault_of_a_refusal_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(UnreadablePageError) as caught:
        site(changed(REFUSED, old, new), 422).get("/")
    assert any(said in problem for problem in caught.value.problems), caught.value


@pytest.mark.parametrize(("header", "value", "said"), HEADER_FAULTS)
@pytest.mark.parametrize("address", ["/", "/sent"])
def test_a_fault_of_the_headers_is_named(address: str, header: str, value: str, said: str) -> None:
    with pytest.raises(UnreadablePageError) as caught:
        site(GOOD, **{header: value}).get(address)
    assert any(said in problem for problem in caught.value.problems), caught.value
