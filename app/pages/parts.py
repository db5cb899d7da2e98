"""What every page can reach: the settings, the store, the media and the static files."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from flask import current_app

from app.actions.showing import Store
from app.media.ear import Ear
from app.media.grids import Drawer
from app.media.shelf import Shelf
from app.pages.assets import Assets
from app.settings import Settings

KEY = "ownpace"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one running site."""

    settings: Settings
    store: Store
    shelf: Shelf
    assets: Assets
    ear: Ear = field(default_factory=Ear)
    drawer: Drawer = field(default_factory=Drawer)


def parts() -> Parts:
    """The parts of the site that answers this request."""
    found: Parts = current_app.extensions[KEY]
    return found


def store() -> Store:
    """The site's store, to be handed to actions."""
    return parts().store


def now() -> datetime:
    """This moment; everything below the pages is handed it."""
    return datetime.now(UTC)
