"""Whether a file of sound is all there; runs in the child only."""

_PAGE, _FLAGS_AT, _LAST = b"OggS", 5, 4
_HEAD, _CHUNK = 12, 8
# What writes a sound while it is still going on does not know its size.
_UNKNOWN = (0, 0xFFFF_FFFF)
_ID3, _ID3_HEAD = b"ID3", 10
_LENGTH_MARKS = (b"Xing", b"Info", b"VBRI")


def is_whole(data: bytes, file_format: str) -> bool:
    """Whether a format that marks its end has that mark; True for the others."""
    if file_format == "OGG":
        flags = data.rfind(_PAGE) + _FLAGS_AT
        return flags < len(data) and bool(data[flags] & _LAST)
    return file_format != "WAV" or _is_whole_wav(data)


def says_its_length(data: bytes, file_format: str) -> bool:
    """Whether the length that a decoder tells was read in the file and not guessed."""
    if file_format != "MP3":
        return True
    start = _ID3_HEAD + _without_top_bits(data[6:_ID3_HEAD]) if data.startswith(_ID3) else 0
    return any(mark in data[start : start + 200] for mark in _LENGTH_MARKS)


def _is_whole_wav(data: bytes) -> bool:
    """Walk along the chunks to that of the samples."""
    at = _HEAD
    while at + _CHUNK <= len(data):
        size = int.from_bytes(data[at + 4 : at + _CHUNK], "little")
        if data[at : at + 4] == b"data":
            return size in _UNKNOWN or at + _CHUNK + size <= len(data)
        at += _CHUNK + size + size % 2
    return False


def _without_top_bits(size: bytes) -> int:
    """A number of seven bits in each byte."""
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(size)))
