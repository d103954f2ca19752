"""People in public office as a helper types them: one on a line, "Name, what they are there as (party)" (pure)."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from forum.refusal import Refusal
from forum.say import N_

PARTY = re.compile(r"\s*\(([^()]+)\)\s*$")
MOST = 300
LONGEST = {"name": 160, "role": 120, "party": 120}


class Named(NamedTuple):
    """Somebody in public office."""

    name: str
    role: str = ""
    party: str = ""


def read(text: str, field: str = "") -> list[Named]:
    """Return the people of a text. Raises Refusal, beside a field, for a line that is too long or without a name."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        party = PARTY.search(line)
        name, _comma, role = PARTY.sub("", line).partition(",")
        one = Named(*(" ".join(part.split()) for part in (name, role, party[1] if party else "")))
        if not one.name:
            raise Refusal(N_("A line has no name: %(line)s"), field=field, line=line.strip()[:80])
        if any(len(getattr(one, part)) > most for part, most in LONGEST.items()):
            raise Refusal(N_("A line is too long. Write one person on each line."), field=field)
        found.append(one)
    return found


def once(given: Mapping[str, Iterable[Named]]) -> dict[str, tuple[str, Named]]:
    """Return people by name, each with the word that they stand under. Raises Refusal for one who stands there twice,
    beside the second field, and for too many."""
    found: dict[str, tuple[str, Named]] = {}
    for word, people in given.items():
        for one in people:
            if one.name in found:
                raise Refusal(N_("This name stands here twice: %(name)s"), field=word, name=one.name)
            found[one.name] = (word, one)
    if len(found) > MOST:
        raise Refusal(N_("These are too many names for one page."))
    return found


def written(people: Iterable[Named]) -> str:
    """Return people as a text that reads as them again."""
    return "\n".join(_line(one) for one in people)


def _line(one: Named) -> str:
    role = f", {one.role}" if one.role else ""
    return f"{one.name}{role} ({one.party})" if one.party else f"{one.name}{role}"
