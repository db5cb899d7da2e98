"""Whether a recording can be used: how long it is, how loud, whether its loudest is cut off."""

from typing import NamedTuple

from app.rules.problem import Problem

LEAST_SECONDS = 0.5
MOST_SECONDS = 60
# A recorder that stops itself is a moment late.
SLACK_SECONDS = 2
MOST_BYTES = 10_000_000
# Loudness as a share of the loudest there is. Below this is the hum of a machine that heard
# nothing: a weak voice is far above it, and is never refused.
SILENT = 0.002
# Whole speech has one sample in ten thousand at the top, speech that was cut off has so many.
MOST_AT_THE_TOP = 0.02


class Heard(NamedTuple):
    """What was heard: the seconds, the loudest moment, the share of it that is at the very top."""

    seconds: float
    peak: float
    at_the_top: float


def fault(heard: Heard) -> Problem | None:
    """Why a recording cannot be used, and what to do; None where it can."""
    if heard.seconds > MOST_SECONDS + SLACK_SECONDS:
        return Problem("recording_long", {"most": MOST_SECONDS})
    if heard.seconds < LEAST_SECONDS:
        return Problem("recording_short")
    if heard.peak <= SILENT:
        return Problem("recording_silent")
    return Problem("recording_loud") if heard.at_the_top > MOST_AT_THE_TOP else None
