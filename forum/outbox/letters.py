"""Put a waiting message into words, for the person who is to read it, with what they may see now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app
from jinja2 import Environment, StrictUndefined

from forum import subjects
from forum.access import GUEST, Standing
from forum.mail import Letter
from forum.outbox import links
from forum.outbox.models import Delivery

SUBJECT = "Subject: "
Values = dict[str, Any]


class Undeliverable(Exception):
    """A message that is not to be sent any more, and why, in a few words for the log."""


@dataclass(frozen=True, slots=True)
class Told:
    """A thing as letters speak of it."""

    title: str
    words: str
    url: str


def init_app(app: Flask, frame: Callable[[], Values]) -> None:
    """Prepare the templates of letters. `frame` gives what each may use: the place's own settings."""
    app.extensions["letter_frame"] = frame
    app.extensions["letters"] = app.jinja_env.overlay(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def still_wanted(app: Flask, template: str, ask: Callable[[Delivery], bool]) -> None:
    """Have a function asked, just before it is sent, whether a letter of this template is still wanted."""
    app.extensions.setdefault("still_wanted", {})[template] = ask


def compose(row: Delivery) -> Letter:
    """Write the letter. Raises Undeliverable when there is no address, when it is not wanted any more, or when the
    reader may not see the thing any more."""
    address, reader = _reader(row)
    if not address:
        raise Undeliverable("no address")
    ask = current_app.extensions.get("still_wanted", {}).get(row.template)
    if ask is not None and not ask(row):
        raise Undeliverable("not wanted any more")
    about = None
    if row.about_kind is not None and row.about_id is not None:
        about = _told(row.about_kind, row.about_id, reader)
        if about is None:
            raise Undeliverable("not to be seen any more")
    stop = stop_url(row.values)
    subject, body = _words(row, about, reader, stop)
    return Letter(to=address, subject=subject, body=body, message_id=message_id(row), stop_url=stop)


def message_id(row: Delivery) -> str:
    """Return the Message-ID: the same whenever this message is sent again."""
    return f"<{row.id}.{int(row.created_at.timestamp() * 1_000_000)}@{links.host().rsplit(':', 1)[0]}>"


def stop_url(values: Values) -> str:
    """Return the address that stops such messages: values `stop` (an endpoint) and `stop_token`; else empty."""
    return links.link(values["stop"], token=values["stop_token"]) if values.get("stop") else ""


def _reader(row: Delivery) -> tuple[str | None, Standing]:
    if row.person_id is None:
        return row.email, GUEST
    find = current_app.extensions["address_of"], current_app.extensions["standing_of"]
    return find[0](row.person_id), find[1](row.person_id)


def _told(kind: str, subject_id: int, reader: Standing) -> Told | None:
    thing = subjects.visible(kind, subject_id, reader)
    if thing is None:
        return None
    entry = subjects.get(kind)
    endpoint, args = entry.address(thing)
    words = (entry.told or entry.words)(thing)
    return Told(_one_line(entry.title(thing)), words.strip(), links.link(endpoint, **args))


def _words(row: Delivery, about: Told | None, reader: Standing, stop: str) -> tuple[str, str]:
    """Return the subject and the text. The first line is the subject; a value can't add a line to it."""
    environment: Environment = current_app.extensions["letters"]
    text = environment.get_template(f"email/{row.template}.txt").render(
        **current_app.extensions["letter_frame"](),
        **{name: _one_line(value) for name, value in row.values.items() if name not in ("stop", "stop_token")},
        about=about,
        thing=lambda kind, subject_id: _told(kind, subject_id, reader),
        link=links.link,
        stop=stop,
    )
    first, _, rest = text.strip().partition("\n")
    if not first.startswith(SUBJECT) or rest[:1] not in ("", "\n"):
        raise ValueError(f"email/{row.template}.txt must begin with a subject and an empty line")
    return _one_line(first.removeprefix(SUBJECT)), rest.strip() + "\n"


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value
