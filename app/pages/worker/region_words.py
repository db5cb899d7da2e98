"""What is marked of a picture, in words."""

from app.language import N_
from app.pages import door
from app.rules import region
from app.rules.region import COARSE, Region

SAID = N_("In the large squares: %(squares)s. Size: about %(share)s of the picture. %(place)s")
PLACES = (
    (
        N_("It is in the upper left part."),
        N_("It is in the upper part."),
        N_("It is in the upper right part."),
    ),
    (N_("It is in the left part."), N_("It is in the middle."), N_("It is in the right part.")),
    (
        N_("It is in the lower left part."),
        N_("It is in the lower part."),
        N_("It is in the lower right part."),
    ),
)
NOT_THERE = N_("Not in the picture")


def said_of(found: Region) -> str:
    """A region in words: the large squares that hold some of it, its size and its place."""
    speaks = door.speaks()
    if not found:
        return speaks.gettext(NOT_THERE)
    down, along = region.middle(found)
    return speaks.gettext(SAID) % {
        "squares": speaks.listed([str(one) for one in region.touched(found, COARSE)]),
        "share": speaks.percent(region.share(found)),
        "place": speaks.gettext(PLACES[down][along]),
    }
