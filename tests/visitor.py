"""Somebody who works over HTTP, with no browser, as fast as it goes."""

import re
from html import unescape
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode

# What a connection that breaks raises.
BROKEN = (OSError, HTTPException)
FORM = re.compile(r'<form[^>]*action="([^"?]*)[^"]*"[^>]*>(.*?)</form>', re.DOTALL)
TOKEN = re.compile(r'name="token" value="([^"]*)"')
RADIO = re.compile(r'<input type="radio"[^>]* name="(answer\.[^"]*)"[^>]* value="([^"]*)"')


class Reply(NamedTuple):
    """What came back."""

    status: int
    address: str
    text: str
    headers: dict[str, str]


class Form(NamedTuple):
    """A task's form: what is sent, and whose task it is."""

    card: int
    task: int
    fields: dict[str, str]


class Visitor:
    """One browser without a screen; it keeps its connection and its cookie."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookie = ""
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, method: str, address: str, fields: dict[str, str] | None = None) -> Reply:
        """One request; a redirect is not followed."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        try:
            self.connection.request(method, address, body, headers)
            response = self.connection.getresponse()
            text = response.read().decode()
        except BROKEN:
            self.connection.close()
            raise
        for name, value in response.getheaders():
            if name == "Set-Cookie":
                self.cookie = value.partition(";")[0]
        answer = dict(response.getheaders())
        return Reply(response.status, answer.get("Location", ""), text, answer)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def token(self, address: str) -> str:
        """The token of the form that a page sends to its own address."""
        forms = dict(FORM.findall(self.ask("GET", address).text))
        found = TOKEN.search(forms[address])
        assert found
        return found[1]

    def take_card(self) -> None:
        """Take a new card."""
        reply = self.ask("POST", "/card/new", {"token": self.token("/card/new")})
        assert reply.status == 200, reply
        assert self.cookie

    def start(self, slug: str) -> None:
        """Start working on a pool, until they stop."""
        address = f"/pools/{slug}"
        reply = self.ask("POST", address, {"token": self.token(address), "goal": "0"})
        assert reply.status == 303, reply

    def task(self, slug: str) -> Form | None:
        """The task in hand, its first choice ticked; None where there is none."""
        forms = dict(FORM.findall(self.ask("GET", f"/task/{slug}").text))
        form = forms.get(f"/task/{slug}", "")
        choice = RADIO.search(form)
        token = TOKEN.search(form)
        if not choice or not token:
            return None
        _, _, card, rest = token[1].split(".")
        fields = {"token": token[1], choice[1]: unescape(choice[2]), "do": "answer"}
        return Form(int(card), int(rest.partition("~")[0]), fields)

    def send(self, slug: str, form: Form) -> Reply:
        """Send an answer."""
        return self.ask("POST", f"/task/{slug}", form.fields)
