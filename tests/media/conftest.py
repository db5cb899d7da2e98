import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.media import child
from app.media.pictures import Workshop

Keep = Callable[..., Path]
Swap = Callable[..., None]


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop() as opened:
        yield opened


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Write an image (saved by Pillow) or bytes to a file of that name."""

    def write(name: str, content: Image.Image | bytes, **saving: object) -> Path:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content.save(path, **saving)
        return path

    return write


@pytest.fixture
def swap(monkeypatch: pytest.MonkeyPatch) -> Swap:
    """Put other code in the place of the child's decoder; all of its confinement stays."""

    def replace(decoder: str, what: str = "darkroom.shrink") -> None:
        before, after = child.START.split("ROOM.serve()")
        code = f"{before}\n{textwrap.dedent(decoder)}\n{what} = decode\nROOM.serve()"
        monkeypatch.setattr(child, "START", code + after)

    return replace


@pytest.fixture
def photo() -> Image.Image:
    """Something soft with many colours, 640 x 480."""
    ramp = Image.linear_gradient("L").resize((640, 480))
    return Image.merge("RGB", (ramp, ramp.rotate(90), ramp.rotate(180)))
