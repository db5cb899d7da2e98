"""A picture on the shelf, as a task names it."""

from dataclasses import dataclass

from app.media.picture import Picture
from app.media.shelf import Shelf


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture on the shelf, as a task's `media` has it under the name of its column.

    `width` and `height` are the file's own; `webp` and `jpeg` name its small forms, `full` its
    large one, and `narrow` the one for narrow screens, where there is one.
    """

    width: int
    height: int
    webp: str
    webp_size: int
    jpeg: str
    jpeg_size: int
    small_width: int
    small_height: int
    full: str
    full_size: int
    full_width: int
    narrow: str = ""
    narrow_width: int = 0
    narrow_height: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The files that it consists of."""
        return tuple(filter(None, (self.webp, self.jpeg, self.full, self.narrow)))


def keep(shelf: Shelf, picture: Picture) -> KeptPicture:
    """Put a picture's forms on the shelf."""
    webp, jpeg, full = picture.small_webp, picture.small_jpeg, picture.original
    narrow = picture.narrow
    return KeptPicture(
        width=picture.width,
        height=picture.height,
        webp=shelf.put(webp.data, webp.media_type),
        webp_size=len(webp.data),
        jpeg=shelf.put(jpeg.data, jpeg.media_type),
        jpeg_size=len(jpeg.data),
        small_width=webp.width,
        small_height=webp.height,
        full=shelf.put(full.data, full.media_type),
        full_size=len(full.data),
        full_width=full.width,
        narrow=shelf.put(narrow.data, narrow.media_type) if narrow else "",
        narrow_width=narrow.width if narrow else 0,
        narrow_height=narrow.height if narrow else 0,
    )
