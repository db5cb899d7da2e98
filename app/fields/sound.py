"""A sound that a coordinator supplies."""

from dataclasses import dataclass
from typing import ClassVar

from app.fields.media_file import MediaFile


@dataclass(frozen=True, slots=True)
class SoundFile(MediaFile):
    """The name of a sound's file; the import turns it into stored pieces and variants."""

    macro: ClassVar[str] = "sound"
