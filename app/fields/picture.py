"""A picture that a coordinator supplies."""

from dataclasses import dataclass
from typing import ClassVar

from app.fields.media_file import MediaFile


@dataclass(frozen=True, slots=True)
class PictureFile(MediaFile):
    """The name of a picture's file; the import turns it into stored variants.

    `of_text` says that text in it is to be read, so that its contrast is looked at.
    """

    macro: ClassVar[str] = "picture"
    of_text: bool = False
