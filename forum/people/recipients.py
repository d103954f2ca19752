"""How letters find people: the address at the moment of sending, and what its owner may see then."""

from collections.abc import Callable

from flask import Flask

from forum.access import GUEST, Standing
from forum.people.queries import person as find
from forum.people.signing_in import standing_of


def init_app(app: Flask, more: Callable[[Standing], Standing]) -> None:
    """Let the outbox ask for addresses and standings; `more` adds what a higher room knows of a standing."""

    def standing(person_id: int) -> Standing:
        person = find(person_id)
        return more(standing_of(person)) if person is not None else GUEST

    app.extensions["address_of"] = address_of
    app.extensions["standing_of"] = standing


def address_of(person_id: int) -> str | None:
    """Return where letters to a person go; `None` when they gave no address, or are erased."""
    person = find(person_id)
    return person.email if person is not None and person.erased_at is None else None
