"""The people of the demonstration: those of its files, and neighbours who follow and are affected."""

import random
from datetime import timedelta
from typing import Any

from decisions.bodies.models import Affiliation, Body
from decisions.demo.files import Days, read
from forum import clock
from forum.db import db
from forum.people import passwords
from forum.people.capacities import Capacity
from forum.people.models import Byline, Person, PersonRole
from forum.people.names import email_key, name_key

NEIGHBOURS = 120
PASSWORD = "three green doors"  # noqa: S105 - of invented people, and only where DEMO is set


class People:
    """People by the key that the files use, and their bylines."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.by_key: dict[str, Person] = {}
        self.names: dict[str, Person] = {}
        self.words: dict[str, dict[str, Any]] = {}
        self.neighbours: list[Person] = []
        self.bylines: dict[tuple[Any, ...], Byline] = {}
        self.hash = passwords.hash_of(PASSWORD)

    def add(self, rows: list[dict[str, Any]], bodies: dict[str, Body]) -> None:
        """Add people of a file."""
        for row in rows:
            self.words[row["key"]] = row
            same = self.names.get(name_key(row["name"]))  # two files may bring in the same neighbour
            self.by_key[row["key"]] = same or self._person(row)
        db.session.flush()
        for row in rows:
            if "body" in row:
                self._affiliate(self.by_key[row["key"]], row, bodies[row["body"]])

    def add_neighbours(self, chance: random.Random) -> None:
        """Add people without an e-mail address, who follow, are affected, and write in quiet threads."""
        first = read("quiet.toml")["first_names"]
        letters = "ABCDEFGHJKLMNPRSTVWY"
        while len(self.neighbours) < NEIGHBOURS:
            name = f"{chance.choice(first)} {chance.choice(letters)}."
            if name_key(name) in self.names:
                continue
            self.neighbours.append(self._person({"name": name}))
        db.session.flush()

    def _person(self, row: dict[str, Any]) -> Person:
        on = clock.now() - timedelta(days=400)
        email = row.get("email")
        person = Person(
            name=row["name"],
            name_key=name_key(row["name"]),
            email=email,
            email_key=email_key(email) if email else None,
            password_hash=self.hash if email else None,
            capacity=row.get("capacity"),
            employer=row.get("employer", ""),
            created_at=on,
            trusted_at=None if row.get("new") else on,
        )
        person.roles = [PersonRole(role=role, given_at=on) for role in row.get("roles", ())]
        db.session.add(person)
        self.names[person.name_key] = person
        return person

    def _affiliate(self, person: Person, row: dict[str, Any], body: Body) -> None:
        on = clock.now() - timedelta(days=380)
        ruth = self.by_key.get("ruth")
        db.session.add(
            Affiliation(
                person_id=person.id,
                body_id=body.id,
                post=row["post"],
                councillor=row.get("capacity") == Capacity.COUNCILLOR,
                asked_at=on,
                confirmed_at=on,
                confirmed_by_id=ruth.id if ruth else None,
            )
        )
        self.words[row["key"]]["signed"] = f"{row['post']}, {body.name}"

    def byline(self, key: str, *, capacity: bool = False, thread_id: int | None = None, name: str = "") -> Byline:
        """Return the byline of a person of the files, with their capacity if it is shown."""
        row, person = self.words[key], self.by_key[key]
        shown = row.get("capacity") if capacity else None
        signed = row.get("signed", "") if shown in (Capacity.WORKS_FOR_BODY, Capacity.COUNCILLOR) else ""
        if shown == Capacity.FACILITATOR:
            signed = row.get("employer", "")
        return self._line(person.id, thread_id if name else None, name or person.name, shown, signed)

    def facilitator(self, key: str) -> Byline:
        """Return the byline of somebody who helps run the place, as such."""
        row, person = self.words[key], self.by_key[key]
        return self._line(person.id, None, person.name, Capacity.FACILITATOR, row.get("employer", ""))

    def neighbour(self, person: Person) -> Byline:
        """Return the byline of a neighbour."""
        return self._line(person.id, None, person.name, None, "")

    def _line(self, person_id: int, thread_id: int | None, name: str, capacity: str | None, signed: str) -> Byline:
        key = (person_id, thread_id, name, capacity, signed)
        if key not in self.bylines:
            made = Byline(person_id=person_id, thread_id=thread_id, name=name, capacity=capacity, signed=signed)
            db.session.add(made)
            db.session.flush()
            self.bylines[key] = made
        return self.bylines[key]


def accounts() -> list[dict[str, str]]:
    """Return the demonstration's sign-ins, for the start-up message and the sign-in page."""
    return [
        {"name": row["name"], "what": row["sign_in"], "email": row["email"]}
        for row in read("people.toml")["person"]
        if "sign_in" in row
    ]
