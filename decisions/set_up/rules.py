"""The code that opens the set-up, and whether it does (pure)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from forum.refusal import Refusal
from forum.say import N_

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another
GROUPS, OF = 3, 4  # 59 bits
LASTS = timedelta(hours=1)
MOST_TRIES = 20  # from everywhere: then the code is worth nothing

DONE = N_("This place is set up already.")
SOMEBODY_IS_THERE = N_("Somebody looks after this place already. Sign in as an administrator.")
WRONG = N_("That is not the code. Look at the window of the server again.")
USED = N_("This code has been used. Ask the server for a new one: flask decisions set-up-code")
OVER = N_("This code is too old. Ask the server for a new one: flask decisions set-up-code")
GUESSED = N_("Too many wrong codes were tried. Ask the server for a new one: flask decisions set-up-code")


@dataclass(frozen=True, slots=True)
class Code:
    """What is kept of a code."""

    hashed: str
    until: datetime
    tries: int = 0
    used: bool = False


def new_code() -> str:
    """Make a code that can be read aloud, as `K7QM-3RXD-9PTW`."""
    groups = ("".join(secrets.choice(LETTERS) for _one in range(OF)) for _group in range(GROUPS))
    return "-".join(groups)


def hashed(code: str) -> str:
    """Return what is kept of a code or a token: case, spaces and hyphens of a typed code do not count."""
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()


def may_open(kept: Code | None, typed: str, *, now: datetime) -> Refusal | None:
    """Whether what somebody typed opens the set-up. `kept` is nothing when no code was ever made."""
    if kept is None:
        return Refusal(WRONG, field="code")
    if kept.tries >= MOST_TRIES:
        return Refusal(GUESSED, field="code")
    if not secrets.compare_digest(kept.hashed, hashed(typed)):
        return Refusal(WRONG, field="code")
    if kept.used:
        return Refusal(USED, field="code")
    return Refusal(OVER, field="code") if now >= kept.until else None


def may_begin(*, set_up: bool, administrators: int) -> Refusal | None:
    """Whether a code may be made: only for a place that nobody has set up and nobody looks after."""
    if set_up:
        return Refusal(DONE)
    return Refusal(SOMEBODY_IS_THERE) if administrators else None
