"""A real S3-compatible service on this machine, and an empty bucket of it."""

import logging
from collections.abc import Iterator
from itertools import count

import boto3
import pytest
from moto.server import ThreadedMotoServer

NUMBERS = count()
NOWHERE = {
    "AWS_ACCESS_KEY_ID": "somebody",
    "AWS_SECRET_ACCESS_KEY": "something",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "AWS_MAX_ATTEMPTS": "1",
    # Nobody listens on port 1.
    "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
}


@pytest.fixture(scope="session")
def bucket_service() -> Iterator[dict[str, str]]:
    """The service's own variables, which are set for as long as it runs."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    variables = {**NOWHERE, "AWS_ENDPOINT_URL": f"http://{host}:{port}"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        yield variables
    server.stop()


@pytest.fixture
def bucket(bucket_service: dict[str, str]) -> str:
    """The address of a folder in a new bucket."""
    name = f"media-{next(NUMBERS)}"
    region = {"LocationConstraint": bucket_service["AWS_DEFAULT_REGION"]}
    boto3.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration=region)
    return f"s3://{name}/ownpace"
