"""Passwords: Argon2id, at least ten characters, none of the common ones."""

from functools import lru_cache
from pathlib import Path

import argon2
from flask import current_app

from forum.people.names import plain_key
from forum.refusal import Refusal
from forum.say import N_

SHORTEST, LONGEST = 10, 200
COMMON = Path(__file__).with_name("common_passwords.txt")


def hasher() -> argon2.PasswordHasher:
    """Return the hasher; tests set `ARGON2_QUICK` to lower its cost."""
    if current_app.config.get("ARGON2_QUICK"):
        return argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return argon2.PasswordHasher()


def may_use(password: str, *, name: str = "", email: str = "") -> Refusal | None:
    """Whether a password will do. Rules after OWASP ASVS 5.0 V6.2: length counts, no rule on kinds of letters."""
    if len(password) < SHORTEST:
        return Refusal(N_("Use 10 letters or more. Three words together work well."), field="password")
    if len(password) > LONGEST:
        return Refusal(N_("Use 200 letters or fewer."), field="password")
    folded = plain_key(password)
    own = [word for word in (plain_key(name), plain_key(email.partition("@")[0])) if len(word) > 3]
    if folded in common() or folded in own or len(set(folded)) < 4:
        return Refusal(N_("That is easy to guess. Try three words that do not belong together."), field="password")
    return None


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Return the passwords that are tried first, each ten letters or more."""
    return frozenset(line for line in COMMON.read_text().splitlines() if not line.startswith("#"))


def hash_of(password: str) -> str:
    """Return the Argon2id hash of a password."""
    return hasher().hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether a password fits. Takes as long when there is no account, so that time tells nothing."""
    try:
        return hasher().verify(password_hash or _decoy(), password) and password_hash is not None
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def _decoy() -> str:
    kept: str | None = current_app.extensions.get("decoy_hash")
    if kept is None:
        kept = current_app.extensions["decoy_hash"] = hash_of("nobody has this password")
    return kept
