"""Who may do what with the people and the talk: pure rules, used by every channel that shows a thing.

A rule takes a `Standing` and facts and returns `None` (yes) or a `Refusal` (no, and why). What a person may not see
is answered as if it were not there; what they see and may not do is refused with a sentence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from forum.refusal import Refusal
from forum.say import N_


class Role(StrEnum):
    """What a person was given to do here. Granted by an administrator, never picked."""

    FACILITATOR = "facilitator"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"
    SAFEGUARDING = "safeguarding"


class Shown(StrEnum):
    """Who can see a thread or a post. Waiting: its author and moderators, until a first look."""

    SHOWN = "shown"
    WAITING = "waiting"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is asking. `speaks_for` maps the ids of bodies to the words signed with, on this day, confirmed."""

    person_id: int | None = None
    name: str = ""
    roles: frozenset[str] = frozenset()
    suspended: bool = False
    trusted: bool = False
    speaks_for: Mapping[int, str] = field(default_factory=dict)
    councillor: bool = False

    @property
    def signed_in(self) -> bool:
        """Whether there is an account behind this request."""
        return self.person_id is not None

    def has(self, role: Role) -> bool:
        """Whether this person was given a role; a suspended person has none."""
        return role in self.roles and not self.suspended


GUEST = Standing()

SIGN_IN_FIRST = N_("Please sign in first.")
SUSPENDED = N_("You can read, but you can’t write here at the moment. You can ask us to look at this again.")
NOT_YOURS = N_("This is for people with another role here.")


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may use a route. Every route declares one."""

    name: str
    check: Callable[[Standing], Refusal | None]


def _anyone(_who: Standing) -> Refusal | None:
    return None


def _signed_in(who: Standing) -> Refusal | None:
    return None if who.signed_in else Refusal(SIGN_IN_FIRST)


def _writer(who: Standing) -> Refusal | None:
    return _signed_in(who) or (Refusal(SUSPENDED) if who.suspended else None)


def _unless_suspended(who: Standing) -> Refusal | None:
    return Refusal(SUSPENDED) if who.suspended else None


def _needs(*roles: Role) -> Callable[[Standing], Refusal | None]:
    def check(who: Standing) -> Refusal | None:
        return _writer(who) or (None if any(who.has(role) for role in roles) else Refusal(NOT_YOURS))

    return check


EVERYONE = Policy("everyone", _anyone)
NOT_SUSPENDED = Policy("everyone but the suspended", _unless_suspended)
SIGNED_IN = Policy("signed in", _signed_in)
WRITER = Policy("signed in and not suspended", _writer)
FACILITATOR = Policy("facilitator", _needs(Role.FACILITATOR, Role.ADMINISTRATOR))
MODERATOR = Policy("moderator", _needs(Role.MODERATOR, Role.ADMINISTRATOR))
ADMINISTRATOR = Policy("administrator", _needs(Role.ADMINISTRATOR))
SAFEGUARDING = Policy("safeguarding lead", _needs(Role.SAFEGUARDING))
POLICIES = (
    EVERYONE,
    NOT_SUSPENDED,
    SIGNED_IN,
    WRITER,
    FACILITATOR,
    MODERATOR,
    ADMINISTRATOR,
    SAFEGUARDING,
)


def is_facilitator(who: Standing) -> bool:
    """Whether this person helps run the place."""
    return who.has(Role.FACILITATOR) or who.has(Role.ADMINISTRATOR)


def is_moderator(who: Standing) -> bool:
    """Whether this person may hide and show words."""
    return who.has(Role.MODERATOR) or who.has(Role.ADMINISTRATOR)


def may_see(who: Standing, *, state: str, mine: bool) -> Refusal | None:
    """Whether words or a thread in this state may be seen: all see what is shown; waiting ones their author and
    moderators; hidden and withdrawn ones moderators only (others see a tombstone without the words)."""
    if state == Shown.SHOWN or is_moderator(who):
        return None
    if mine and state in (Shown.WAITING, Shown.HIDDEN):
        return None
    return Refusal(N_("This can’t be shown."))


def may_write_post(who: Standing, *, thread_state: str, joined: bool = False) -> Refusal | None:
    """Whether this person may reply in a thread. `joined`: the talk goes on in another one."""
    if refusal := _writer(who):
        return refusal
    if joined:
        return Refusal(N_("This was joined with another issue. Please write there."))
    if thread_state in (Shown.HIDDEN, Shown.WITHDRAWN):
        return Refusal(N_("You can’t write here any more."))
    return None


def may_edit_post(who: Standing, *, mine: bool, state: str, official: bool) -> Refusal | None:
    """Whether this person may change words: their own, while they are shown or waiting, and not an official answer."""
    if refusal := _writer(who):
        return refusal
    if not mine:
        return Refusal(N_("You can change only your own words."))
    if state not in (Shown.SHOWN, Shown.WAITING):
        return Refusal(N_("These words are not shown any more, so you can’t change them."))
    if official:
        return Refusal(N_("An official answer can’t be changed. Write a new reply that corrects it."))
    return None


def may_withdraw_post(who: Standing, *, mine: bool, state: str) -> Refusal | None:
    """Whether this person may take words back."""
    if not who.signed_in:
        return Refusal(SIGN_IN_FIRST)
    if not mine:
        return Refusal(N_("You can take back only your own words."))
    if state == Shown.WITHDRAWN:
        return Refusal(N_("You took this back already."))
    return None


def may_edit_thread(who: Standing, *, mine: bool) -> Refusal | None:
    """Whether this person may change a thread's title, topic, place or community."""
    if refusal := _writer(who):
        return refusal
    return None if mine or is_facilitator(who) else Refusal(NOT_YOURS)


def may_type_in(who: Standing) -> Refusal | None:
    """Whether this person may put in words for somebody who phoned, wrote or spoke."""
    return FACILITATOR.check(who)
