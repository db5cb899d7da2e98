"""Sounds made for tests, and what is heard in a file."""

import io
import math
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from app.settings import CHECKOUT

RATE = 16_000
# How PyAV writes each format: its container, its codec, and how many samples a second.
WAYS = {
    "FLAC": ("flac", "flac", 44_100),
    "MP3": ("mp3", "libmp3lame", 44_100),
    "Opus": ("ogg", "libopus", 48_000),
    "M4A": ("ipod", "aac", 44_100),
}


def tone(seconds: float, loud: float = 0.4, pitch: float = 440.0) -> "array[int]":
    """A steady tone."""
    step = 2 * math.pi * pitch / RATE
    return array("h", (int(loud * 32_767 * math.sin(step * n)) for n in range(int(seconds * RATE))))


def sound_pool(folder: Path, slug: str, seconds: float) -> Path:
    """A pool whose only task is a sound that is as long, in English only."""
    made = folder / slug
    (made / "media").mkdir(parents=True)
    spec = (CHECKOUT / "samples" / "type-what-you-hear" / "pool.toml").read_text("utf-8")
    spec = spec.partition("[pool.words")[0].replace("type-what-you-hear", slug)
    # Two links with the same words would lead to two pools.
    spec = spec.replace("Type what you hear", f"Type a sound of {seconds:g} seconds")
    made.joinpath("pool.toml").write_text(spec, "utf-8")
    made.joinpath("tasks.csv").write_text("id,audio\na,a.wav\n", "utf-8")
    made.joinpath("media", "a.wav").write_bytes(wav(tone(seconds)))
    return made


def silence(seconds: float) -> "array[int]":
    """Nothing."""
    return array("h", bytes(2 * int(seconds * RATE)))


def wav(samples: "array[int]", rate: int = RATE) -> bytes:
    """A WAV file of one channel."""
    sheet = io.BytesIO()
    with wave.open(sheet, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    return sheet.getvalue()


def written(samples: "array[int]", way: str, **notes: str) -> bytes:
    """A file of another format, in stereo, with notes about it."""
    container_name, codec, rate = WAYS[way]
    sheet = io.BytesIO()
    with av.open(sheet, "w", format=container_name) as out:
        out.metadata.update(notes)
        stream = out.add_stream(codec, rate=rate, layout="stereo")
        fitting = AudioResampler(stream.codec_context.format, "stereo", rate)
        frame = AudioFrame("s16", "mono", len(samples))
        frame.planes[0].update(samples.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = RATE, 0
        for made in (*fitting.resample(frame), *fitting.resample(None)):
            out.mux(stream.encode(made))
        out.mux(stream.encode(None))
    return sheet.getvalue()


def film(samples: "array[int]") -> bytes:
    """An MP4 file with sound and moving pictures."""
    sheet = io.BytesIO()
    with av.open(sheet, "w", format="mp4") as out:
        moving = out.add_stream("mpeg4", rate=10)
        moving.width, moving.height, moving.pix_fmt = 64, 48, "yuv420p"
        sound = out.add_stream("aac", rate=RATE, layout="mono")
        for number in range(10):
            shown = av.VideoFrame(64, 48, "yuv420p")
            shown.pts = number
            out.mux(moving.encode(shown))
        out.mux(moving.encode(None))
        frame = AudioFrame("s16", "mono", len(samples))
        frame.planes[0].update(samples.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = RATE, 0
        fitting = AudioResampler(sound.codec_context.format, "mono", RATE)
        for made in (*fitting.resample(frame), *fitting.resample(None)):
            out.mux(sound.encode(made))
        out.mux(sound.encode(None))
    return sheet.getvalue()


def heard(data: bytes, container_name: str) -> tuple["array[int]", dict[str, str]]:
    """What a player makes of a file: its samples, and the notes in it."""
    samples = array("h")
    with av.open(io.BytesIO(data), format=container_name) as container:
        (stream,) = container.streams
        fitting = AudioResampler("s16", "mono", RATE)
        for frame in (*container.decode(stream), None):
            for made in fitting.resample(frame):
                samples.frombytes(bytes(made.planes[0])[: made.samples * 2])
        return samples, {**container.metadata, **stream.metadata}


def pitch(samples: "array[int]") -> float:
    """How high a steady tone is: its upward crossings a second, from its middle."""
    middle = samples[len(samples) // 4 : len(samples) * 3 // 4]
    rises = sum(a < 0 <= b for a, b in pairwise(middle))
    return rises / (len(middle) / RATE)


def recorded(samples: "array[int]", container_name: str) -> bytes:
    """A file as a browser records it: Opus, and no length in its head."""
    sheet = io.BytesIO()
    streamed = (
        {"movflags": "frag_keyframe+empty_moov"} if container_name == "mp4" else {"live": "1"}
    )
    with av.open(sheet, "w", format=container_name, options=streamed) as out:
        stream = out.add_stream("libopus", rate=48_000, layout="mono")
        fitting = AudioResampler(stream.codec_context.format, "mono", 48_000)
        frame = AudioFrame("s16", "mono", len(samples))
        frame.planes[0].update(samples.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = RATE, 0
        for made in (*fitting.resample(frame), *fitting.resample(None)):
            out.mux(stream.encode(made))
        out.mux(stream.encode(None))
    return sheet.getvalue()
