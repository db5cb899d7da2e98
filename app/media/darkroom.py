"""The child process for pictures: takes them over one line, and can do nothing else.

It is imported as `media.darkroom`, without the rest of the application, hence the dots below.
"""

from . import duty
from .duty import Limits, described, refused
from .picture import Picture
from .shrink import TooManyPixelsError, rehearse, shrink


def serve() -> None:
    """Shrink pictures until the line ends."""
    duty.serve(rehearse, _answer)


def _answer(data: bytes, file_format: str, limits: Limits) -> list[bytes]:
    """The frames to send back: a header, and three or four forms where there is a picture."""
    try:
        picture = shrink(data, file_format, limits["pixels"])
    except TooManyPixelsError as large:
        return refused("pixels", large.found)
    except MemoryError:
        return refused("memory")
    except Exception:  # A decoder fed with nonsense may raise anything; all of it means the same.
        return refused("unreadable")
    return _frames(picture)


def _frames(picture: Picture) -> list[bytes]:
    """The picture's size and forms, and the bytes of each."""
    forms = [picture.original, picture.small_webp, picture.small_jpeg]
    forms += [picture.narrow] if picture.narrow else []
    told = [[form.media_type, form.width, form.height] for form in forms]
    size = {"width": picture.width, "height": picture.height}
    header = {**size, "forms": told, "contrast": picture.contrast}
    return described(header, *(form.data for form in forms))
