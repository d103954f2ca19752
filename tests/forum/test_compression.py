"""Pages are compressed for readers who are signed out, and for nobody else."""

import gzip

from flask import Flask

from tests.client import Client
from tests.make import make_person

ASKED = {"Accept-Encoding": "gzip, deflate"}


def test_a_page_for_someone_signed_out_is_compressed(client: Client) -> None:
    plain = client.raw.get("/")
    small = client.raw.get("/", headers=ASKED)
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data)
    assert "Accept-Encoding" in small.headers["Vary"]


def test_a_page_with_a_token_is_not(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app))
    assert "Content-Encoding" not in client.raw.get("/", headers=ASKED).headers


def test_what_is_short_is_not(client: Client) -> None:
    assert "Content-Encoding" not in client.raw.get("/healthz", headers=ASKED).headers
