"""What a file is, told by its first bytes and never by its name."""

ALLOWED = ("JPEG", "PNG", "WebP", "GIF")
SOUNDS = ("WAV", "FLAC", "MP3", "Ogg", "M4A")
# What browsers and telephones record.
RECORDINGS = (*SOUNDS, "WebM")

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"8BPS", "PSD"),
    (b"\0\0\x01\0", "ICO"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
)
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC"}
_SOUND_STARTS = (
    (b"fLaC", "FLAC"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"#!AMR", "AMR"),
    (b"FORM", "AIFF"),
    (b"RF64", "RF64"),
    (b"MThd", "MIDI"),
    (b"\x1aE\xdf\xa3", "WebM"),
    (b"0&\xb2u", "WMA"),
    (b"#EXTM3U", "playlist"),
    (b"[playlist]", "playlist"),
    (b"ffconcat", "playlist"),
)


def sound_format_of(data: bytes) -> str:
    """The name of the format of sound that these bytes begin like, or what else they are."""
    for start, name in _SOUND_STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "WAV"
    if data[4:8] == b"ftyp" and data[8:12] not in _BRANDS:
        return "M4A"
    if data[:1] == b"\xff" and data[1:2] >= b"\xe0":
        # Eleven bits set begin a frame of MPEG; its layer is in two more: 1 is the third, MP3.
        return "MP3" if data[1] >> 1 & 3 == 1 else "AAC"
    return format_of(data)


def format_of(data: bytes) -> str:
    """The name of the format that these bytes begin like, or "unknown"."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "video")
    return _format_of_text(data[:1000])


def _format_of_text(head: bytes) -> str:
    """Tell drawings and pages from plain text, and text from bytes that mean nothing here."""
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if words.startswith(b"<"):
        if b"<svg" in words:
            return "SVG"
        return "HTML" if b"<html" in words or b"<!doctype html" in words else "XML"
    return "text" if words and b"\0" not in words and words.isascii() else "unknown"
