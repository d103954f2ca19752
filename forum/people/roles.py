"""The roles of people in words, and the account of who gave them."""

from collections.abc import Mapping

from forum.access import Role
from forum.history.models import Event
from forum.say import N_, Sentence

ROLE_WORDS = {
    Role.FACILITATOR: N_("facilitator"),
    Role.MODERATOR: N_("moderator"),
    Role.ADMINISTRATOR: N_("administrator"),
    Role.SAFEGUARDING: N_("safeguarding lead"),
}
HINTS = {
    Role.FACILITATOR: N_("Moves issues along and confirms who works for a body."),
    Role.MODERATOR: N_("Looks at reports. Hides and shows words."),
    Role.ADMINISTRATOR: N_("Sets the place up and gives roles."),
    Role.SAFEGUARDING: N_("Reads worries about someone’s safety."),
}
BY_THE_SITE = N_("The site")
TOLD = {
    "joined": N_("Joined."),
    "gave_role": N_("%(who)s gave the role: %(role)s."),
    "took_role": N_("%(who)s took the role away: %(role)s."),
    "trusted": N_("%(who)s let new posts appear at once."),
    "suspended": N_("%(who)s stopped this person from writing."),
    "restored": N_("%(who)s let this person write again."),
    "renamed": N_("%(who)s changed the name."),
    "set_email": N_("%(who)s changed the e-mail address."),
    "set_password": N_("%(who)s changed the password."),
}


def told_as(event: Event, names: Mapping[int, str]) -> Sentence:
    """Put one thing that was done to an account into a sentence. `names` are those of the people who did it."""
    who = names.get(event.by_id or 0) or Sentence(BY_THE_SITE)
    role = event.values.get("role", "")
    words = Sentence(ROLE_WORDS[Role(role)]) if role in set(Role) else str(role)
    return Sentence(TOLD[event.verb], {"who": who, "role": words})
