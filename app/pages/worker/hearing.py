"""What the worker's templates play of a task."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.actions.showing import Facts, TaskFacts
from app.fields.sound import SoundFile
from app.kinds import kinds
from app.media.sound import SLOWNESS

STEP = 5


@dataclass(frozen=True, slots=True)
class PieceView:
    """A piece of a sound: how long it is, also slowly; where each of its forms is, and its size."""

    seconds: float
    ogg: str
    ogg_size: int
    mp3: str
    mp3_size: int
    slow: str
    slow_size: int
    slow_seconds: float

    @property
    def starts(self) -> range:
        """The seconds that it can also be heard from, so that nobody has to hear all of it again.

        The fragment of an address says where to start (W3C's media fragments): a browser's own
        player begins there, without a script, and loads what follows only.
        """
        return range(STEP, int(self.seconds), STEP)


@dataclass(frozen=True, slots=True)
class SoundView:
    """A sound of a task, in its order."""

    seconds: float
    pieces: tuple[PieceView, ...]


def sounds_of(pool: Facts, task: TaskFacts) -> dict[str, SoundView]:
    """The sounds of a task, by column."""
    columns = [one.name for one in kinds()[pool.kind].supplies if isinstance(one, SoundFile)]
    return {column: _sound(task.media[column]) for column in columns if column in task.media}


def _sound(facts: Mapping[str, Any]) -> SoundView:
    return SoundView(facts["seconds"], tuple(map(_piece, facts["pieces"])))


def _piece(facts: Mapping[str, Any]) -> PieceView:
    places = {form: f"/media/{facts[form]}" for form in ("ogg", "mp3", "slow")}
    return PieceView(**{**facts, **places}, slow_seconds=facts["seconds"] / SLOWNESS)
