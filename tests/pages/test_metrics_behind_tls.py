"""Counts behind a proxy that speaks TLS: with the token only."""

from pathlib import Path

import pytest

from tests.databases import Sqlite
from tests.pages.site import open_site


@pytest.mark.parametrize(
    ("said", "status"), [("Bearer t0ken", 200), ("Bearer t0ke", 404), ("t0ken", 200), ("", 404)]
)
def test_counts_want_the_token(
    sqlite: Sqlite, tables_url: str, tmp_path: Path, said: str, status: int
) -> None:
    url = sqlite.fresh(tables_url)
    with open_site(url, tmp_path, tls=True, metrics_token="t0ken") as site:
        found = site.browser().get("/metrics", headers={"Authorization": said} if said else {})
        assert found.status_code == status
        assert ("ownpace_answers 0" in found.text) is (status == 200)
