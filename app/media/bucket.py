"""Media in a bucket of an S3-compatible service, for sites of more than one node."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from app.media.shelf import NotOnShelfError, ShelfAddressError, ShelfAwayError, is_name, name_of

# A picture that is late is asked for again by its reader; a page must not hang for minutes.
PATIENCE = Config(connect_timeout=5, read_timeout=30, retries={"mode": "standard"})
PROBE = "probe"
_BUCKET = re.compile(r"[\w.-]+", re.ASCII)


class Bucket:
    """A folder in a bucket; key and service are set by the service's own variables (`AWS_…`)."""

    def __init__(self, address: str) -> None:
        """Keep files at an address such as `s3://bucket/folder`. Raises ShelfAddressError."""
        parts = urlsplit(address)
        folder = parts.path.strip("/")
        # Keys do not belong in an address, which faults tell in full.
        if (
            parts.scheme != "s3"
            or not _BUCKET.fullmatch(parts.netloc)
            or parts.query + parts.fragment
        ):
            raise ShelfAddressError("wanted a folder, or such as s3://bucket/folder")
        self._bucket = parts.netloc
        self._folder = f"{folder}/" if folder else ""
        try:
            # One client serves all threads; a session of its own, since the shared one does not.
            self._service: Any = boto3.session.Session().client("s3", config=PATIENCE)
        except (BotoCoreError, ValueError) as error:
            raise ShelfAddressError(str(error)) from error

    def put(self, data: bytes, media_type: str) -> str:
        """Keep these bytes and give their name; the service takes a file whole or not at all."""
        name = name_of(data, media_type)
        with _reaching():
            if self._size(name) != len(data):
                at = self._at(name)
                self._service.put_object(**at, Body=data, ContentType=media_type)
        return name

    def open(self, name: str) -> bytes:
        """The bytes kept under this name."""
        at = self._at(name)
        with _reaching(name):
            return bytes(self._service.get_object(**at)["Body"].read())

    def size(self, name: str) -> int:
        """How many bytes are kept under this name."""
        with _reaching():
            size = self._size(name)
        if size is None:
            raise NotOnShelfError(name)
        return size

    def remove(self, name: str) -> None:
        """Drop the file; the service finds no fault with one that is gone already."""
        at = self._at(name)
        with _reaching():
            self._service.delete_object(**at)

    def names(self) -> Iterator[str]:
        """The names of all files kept, a thousand at a time."""
        pages = self._service.get_paginator("list_objects_v2")
        with _reaching():
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._folder):
                keys = (each["Key"].removeprefix(self._folder) for each in page.get("Contents", ()))
                yield from filter(is_name, keys)

    def try_to_write(self) -> None:
        """Write a small file and take it away again."""
        at = {"Bucket": self._bucket, "Key": self._folder + PROBE}
        with _reaching():
            self._service.put_object(**at, Body=b"")
            self._service.delete_object(**at)

    def _size(self, name: str) -> int | None:
        try:
            return int(self._service.head_object(**self._at(name))["ContentLength"])
        except ClientError as error:
            if _is_missing(error):
                return None
            raise

    def _at(self, name: str) -> dict[str, str]:
        """Where a file of this name lies; nothing but a name of ours ever becomes a key."""
        if not is_name(name):
            raise NotOnShelfError(name)
        return {"Bucket": self._bucket, "Key": self._folder + name}


@contextmanager
def _reaching(name: str = "") -> Iterator[None]:
    """Tell the service's faults as ours."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        if name and isinstance(error, ClientError) and _is_missing(error):
            raise NotOnShelfError(name) from None
        raise ShelfAwayError(str(error)) from error


def _is_missing(error: ClientError) -> bool:
    # Asked for its head, a service says no more than the status.
    missing = {"NoSuchKey", str(HTTPStatus.NOT_FOUND.value)}
    return error.response.get("Error", {}).get("Code") in missing
