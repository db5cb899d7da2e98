"""From the bytes of a stranger's sound to plain samples; runs in the child only."""

import io
from array import array
from collections.abc import Iterator
from typing import NamedTuple

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition

from .sound import RATE
from .whole import is_whole, says_its_length

RATES = range(4_000, 384_001)
_MOST_CHANNELS = 8
# A file may end a little before it says so; one that was cut off ends far before.
_SLACK_SHARE, _SLACK_SECONDS = 0.99, 0.1


class Reader(NamedTuple):
    """How one format is read: by which part of FFmpeg, and with which codecs alone."""

    name: str
    codecs: tuple[str, ...]


_PLAIN = tuple(
    f"pcm_{kind}" for kind in ("u8", "s16le", "s24le", "s32le", "f32le", "f64le", "alaw", "mulaw")
)
READERS = {
    "WAV": Reader("wav", _PLAIN),
    "FLAC": Reader("flac", ("flac",)),
    "MP3": Reader("mp3", ("mp3float", "mp3")),
    "OGG": Reader("ogg", ("opus", "libopus", "vorbis", "flac")),
    "M4A": Reader("mp4", ("aac", "alac", "opus", "libopus")),
    "WEBM": Reader("matroska", ("opus", "libopus", "vorbis")),
}


class TooLongError(Exception):
    """The sound goes on after its time; the rest of it was not decoded."""


class CutShortError(Exception):
    """The file ends before the sound does."""


class HasFilmError(Exception):
    """There are moving pictures in the file."""


def hear(data: bytes, file_format: str, most_seconds: int) -> "array[int]":
    """All samples of one sound of the named format: one channel of 16 bits, 16,000 a second."""
    reader = READERS[file_format]
    if not is_whole(data, file_format):
        raise CutShortError
    allowed = {
        "codec_whitelist": ",".join(reader.codecs),
        "format_whitelist": reader.name,
        "protocol_whitelist": "none",
    }
    # Notes in another coding than they say are no reason to refuse: they are dropped unread.
    opened = av.open(
        io.BytesIO(data), "r", format=reader.name, options=allowed, metadata_errors="ignore"
    )
    with opened as container:
        stream = _only_sound(container, reader)
        said = _length(stream) if says_its_length(data, file_format) else 0.0
        samples = _samples(container, stream, most_seconds * RATE)
    if len(samples) / RATE < said * _SLACK_SHARE - _SLACK_SECONDS:
        raise CutShortError
    return samples


def _only_sound(container: InputContainer, reader: Reader) -> AudioStream:
    """The one stream of sound; a cover picture beside it is passed over."""
    if any(Disposition.attached_pic not in one.disposition for one in container.streams.video):
        raise HasFilmError
    (stream,) = container.streams.audio
    codec = stream.codec_context
    if codec.name not in reader.codecs:
        raise ValueError("a codec that is not on the list")
    if codec.sample_rate not in RATES or not 0 < codec.channels <= _MOST_CHANNELS:
        raise ValueError("no sound that a person could hear")
    # The kernel refuses a second thread.
    codec.thread_count = 1
    return stream


def _samples(container: InputContainer, stream: AudioStream, most: int) -> "array[int]":
    """Decode and mix down, up to so many samples."""
    samples = array("h")
    for plane in _planes(container, stream):
        samples.frombytes(plane)
        if len(samples) > most:
            raise TooLongError
    return samples


def _planes(container: InputContainer, stream: AudioStream) -> Iterator[bytes]:
    resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
    for frame in container.decode(stream):
        for made in resampler.resample(frame):
            yield bytes(made.planes[0])[: made.samples * 2]
    for made in resampler.resample(None):
        yield bytes(made.planes[0])[: made.samples * 2]


def _length(stream: AudioStream) -> float:
    """How many seconds the file says that it has; 0 where it does not."""
    return float((stream.duration or 0) * (stream.time_base or 0))
