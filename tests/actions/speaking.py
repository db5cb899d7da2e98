"""Somebody who records sentences."""

from app.actions import answering, recordings
from app.actions.recordings import Piece, Whose
from app.actions.turn import Done
from app.kinds.kind import Reading
from app.media.ear import Voice
from app.rules.problem import Problem
from tests.pool_folders import Ground
from tests.scenes import Worker


class Speaker:
    """A worker before a sentence."""

    def __init__(self, ground: Ground, worker: Worker) -> None:
        self.storage = ground.storage
        self.worker = worker
        self.task = worker.go_on().task

    @property
    def whose(self) -> Whose:
        """What they record for."""
        return Whose(self.worker.card, "spam", self.task)

    def keep(self, voice: Voice, seated: bool = True) -> str:
        """Keep a recording."""
        store, shelf, now = self.storage.store, self.storage.shelf, self.worker.scene.now
        return recordings.keep(store, shelf, self.whose, voice, now, seated)

    def send(self, file: str) -> Done | Reading | Problem:
        """Send an answer that names a file."""
        sent = answering.Sent("spam", self.task, {"recording": [file]})
        worker = self.worker
        done = answering.answer(self.storage.store, worker.seated, sent, worker.scene.now)
        recordings.tidy(self.storage.store, self.storage.shelf, self.whose)
        return done

    def tidy(self) -> None:
        """Remove what nothing names."""
        recordings.tidy(self.storage.store, self.storage.shelf, self.whose)

    def piece(self, start: int, data: bytes, upload: str = "111111", size: int = 9) -> object:
        """Send a piece."""
        return recordings.take_piece(
            self.storage.store, self.whose, Piece(upload, size, start, data)
        )
