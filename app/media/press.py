"""Writing plain samples into small forms without a word about where they come from."""

import io
from array import array
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

import av
from av.audio.frame import AudioFrame
from av.codec.context import Flags
from av.filter import Graph

from .sound import RATE, SLOWNESS, Piece, Take

_AT_ONCE = RATE
_BEAT = Fraction(1, RATE)


class Form(NamedTuple):
    """One way to write a sound."""

    media_type: str
    container: str
    codec: Literal["libopus", "libmp3lame"]
    bits: int
    file: Mapping[str, str]
    sound: Mapping[str, str]


# The same sound is the same file wherever and whenever it is written: no name, no chance.
_EXACT = {"fflags": "+bitexact"}
_OGG = Form(
    "audio/ogg",
    "ogg",
    "libopus",
    # Opus may go over what it is told; with the marks of Ogg it stays below 24,000.
    20_000,
    MappingProxyType(_EXACT),
    MappingProxyType({"vbr": "constrained", "frame_duration": "60"}),
)
_MP3 = Form(
    "audio/mpeg",
    "mp3",
    "libmp3lame",
    32_000,
    MappingProxyType(_EXACT | {"id3v2_version": "0", "write_id3v1": "0"}),
    MappingProxyType({}),
)


def press(samples: "array[int]") -> Piece:
    """A piece in all its forms."""
    return Piece(
        round(len(samples) / RATE, 2),
        _written(_frames(samples), _OGG),
        _written(_frames(samples), _MP3),
        _written(_slowed(samples), _MP3),
    )


def press_one(samples: "array[int]") -> Take:
    """Everything in one small form."""
    return _written(_frames(samples), _OGG)


def _written(frames: Iterator[AudioFrame], form: Form) -> Take:
    sheet = io.BytesIO()
    with av.open(sheet, "w", format=form.container, options=dict(form.file)) as container:
        stream = container.add_stream(
            form.codec, rate=RATE, layout="mono", options=dict(form.sound)
        )
        codec = stream.codec_context
        codec.bit_rate, codec.thread_count = form.bits, 1
        codec.flags |= Flags.bitexact
        for frame in frames:
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return Take(sheet.getvalue(), form.media_type)


def _frames(samples: "array[int]") -> Iterator[AudioFrame]:
    """The samples, a second at a time."""
    for at in range(0, len(samples), _AT_ONCE):
        part = samples[at : at + _AT_ONCE]
        frame = AudioFrame(format="s16", layout="mono", samples=len(part), align=True)
        frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.time_base, frame.pts = RATE, _BEAT, at
        yield frame


def _slowed(samples: "array[int]") -> Iterator[AudioFrame]:
    """The same sound, slower and as high as before."""
    graph = Graph()
    graph.threads = 1
    source = graph.add_abuffer(sample_rate=RATE, format="s16", layout="mono", time_base=_BEAT)
    tempo, sink = graph.add("atempo", str(SLOWNESS)), graph.add("abuffersink")
    graph.link_nodes(source, tempo, sink).configure()
    for frame in [*_frames(samples), None]:
        graph.push(frame)
        yield from _pulled(graph)


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    """What is ready by now."""
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame
