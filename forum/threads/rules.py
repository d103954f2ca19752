"""What may be done to threads and posts, beside what `forum.access` says of every channel (pure)."""

from forum.access import Role, Shown, Standing, is_facilitator, is_moderator, may_type_in
from forum.people.names import may_be_name
from forum.refusal import Refusal
from forum.say import N_
from forum.threads.kinds import TypedIn

LONGEST_TITLE, LONGEST_TEXT, LONGEST_NAME = 120, 20_000, 80


def first_state(who: Standing, *, first_posts_wait: bool) -> Shown:
    """Return whether new words are shown at once, or wait for a moderator's first look."""
    known = who.trusted or is_facilitator(who) or is_moderator(who) or bool(who.speaks_for) or who.councillor
    return Shown.SHOWN if known or not first_posts_wait else Shown.WAITING


def may_use_typed_in(who: Standing, typed_in: TypedIn, *, other_name: str | None) -> Refusal | None:
    """Whether words of somebody else may be put in: by a facilitator, with a name and that person's consent."""
    if refusal := may_type_in(who):
        return refusal
    if not typed_in.name.strip():
        return Refusal(N_("Write the name that the person wants to be shown."), field="name")
    if refusal := may_be_name(typed_in.name):
        return refusal
    if not typed_in.consent:
        return Refusal(N_("Ask the person first if these words can be shown here."), field="consent")
    if other_name:
        return Refusal(N_("Give the other name as the name that is shown."), field="name")
    return None


def may_keep(who: Standing, *, kept: bool) -> Refusal | None:
    """Whether this person may look after a thread: facilitators, and people whose posts no longer wait."""
    if who.suspended or not (who.trusted or is_facilitator(who)):
        return Refusal(N_("People who have posted here before can look after an issue. Write a reply first."))
    return Refusal(N_("Somebody looks after this already.")) if kept else None


def may_hand_back(who: Standing, *, is_keeper: bool) -> Refusal | None:
    """Whether this person may end that somebody looks after a thread: the keeper, or a facilitator."""
    if is_keeper or is_facilitator(who):
        return None
    return Refusal(N_("You do not look after this."))


def may_write_ask(who: Standing, *, is_keeper: bool) -> Refusal | None:
    """Whether this person may write down what people are asking for: the keeper, or a facilitator."""
    if who.suspended or not (is_keeper or is_facilitator(who)):
        return Refusal(N_("Only the person who looks after this, or a helper here, can write this."))
    return None


def may_see_versions(who: Standing, *, mine: bool) -> Refusal | None:
    """Whether this person may read what a post said before: its writer, and moderators.

    Others see that it changed, and when: a person who takes out a private detail must be able to do so.
    """
    if mine or is_moderator(who) or who.has(Role.ADMINISTRATOR):
        return None
    return Refusal(N_("Only its writer can see this."))


def may_join(who: Standing, *, same: bool, is_joined: bool, leads_on: bool, has_others: bool) -> Refusal | None:
    """Whether this person may join an issue with another. `leads_on`: the other was itself joined with a third.
    `has_others`: issues were joined with this one."""
    if not is_facilitator(who):
        return Refusal(N_("Only people who help run this can join issues."))
    if same:
        return Refusal(N_("That is this same issue. Choose the other one."), field="to")
    if is_joined:
        return Refusal(N_("This was joined with another issue already."))
    if leads_on:
        return Refusal(N_("That one was joined with another issue. Choose the one where the talk goes on."), field="to")
    if has_others:
        return Refusal(N_("Other issues were joined with this one. Join it the other way round, or take them apart."))
    return None


def may_take_apart(who: Standing, *, is_joined: bool) -> Refusal | None:
    """Whether this person may take an issue and the one that it was joined with apart."""
    if not is_facilitator(who):
        return Refusal(N_("Only people who help run this can take issues apart."))
    return None if is_joined else Refusal(N_("This is not joined with another issue."))
