"""Ownpace deals small tasks to people at their own pace."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.settings import Settings


def create_app(settings: "Settings") -> "Flask":
    """The web application: the one place where the parts meet."""
    # Imported here, so that `ownpace doctor` still runs where the pages cannot be loaded.
    from app.media.shelf import open_shelf
    from app.pages.site import make_site
    from app.store.opening import Store

    return make_site(settings, Store(settings.database_url), open_shelf(settings.media))
