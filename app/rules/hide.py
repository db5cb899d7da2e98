"""What is said about people only coarsely, or not at all."""

K = 5

_HOUR = 3_600
_DAY = 24 * _HOUR
_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"


def day_of(seconds: float) -> int:
    """The day of a moment, counted from 1970 in UTC."""
    return int(seconds // _DAY)


def hour_of(seconds: float) -> int:
    """The hour of a moment, counted from 1970 in UTC."""
    return int(seconds // _HOUR)


def day_of_hour(hour: int) -> int:
    """The day that an hour belongs to."""
    return hour // 24


def few(members: int) -> bool:
    """Whether so few people are meant that what is said of them may tell who they are."""
    return members < K


def pseudonym(random_bytes: bytes) -> str:
    """A name that can be read aloud, such as `lusab-babad`, from four random bytes.

    Each two bytes are five letters, after D. S. Wilkerson, "A Proposal for Proquints", 2009.
    """
    if len(random_bytes) != 4:
        raise ValueError("4 bytes wanted")
    return f"{_spoken(random_bytes[:2])}-{_spoken(random_bytes[2:])}"


def _spoken(two_bytes: bytes) -> str:
    bits = int.from_bytes(two_bytes, "big")
    first, middle, last = bits >> 12, bits >> 6 & 15, bits & 15
    return "".join(
        (
            _CONSONANTS[first],
            _VOWELS[bits >> 10 & 3],
            _CONSONANTS[middle],
            _VOWELS[bits >> 4 & 3],
            _CONSONANTS[last],
        )
    )
